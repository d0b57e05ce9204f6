"""Sentences with their terms; a result is taken from the store only if text and words are the same."""

import jieba
import pandas as pd
import pytest

from analysis import paths
from analysis.themes import segmentation
from analysis.themes.segmentation import fingerprint, segmented

SAID = "乐陵市财政局全年公开依申请公开信息20条。政务微博、微信\n发布信息。"


@pytest.fixture(autouse=True)
def apart(tmp_path, monkeypatch):
    segmentation.tokenizer()  # its own files lie where they always do
    monkeypatch.setattr(paths, "CACHE", tmp_path)


def paragraphs(*said, body="乐陵市"):
    start = [100 * place for place in range(len(said))]
    return pd.DataFrame({"report_id": f"{body}-2017", "body": body, "year": 2017, "start": start,
                         "end": [a + len(s) for a, s in zip(start, said, strict=True)],
                         "paragraph": said})  # fmt: skip


def test_terms_are_whole_and_names_and_figures_set_apart():
    first, second = segmented(paragraphs(SAID)).itertuples()
    assert first.terms.split() == ["公开", "依申请公开", "信息"]
    assert first.names.split() == ["乐陵市", "财政局"]
    assert first.figures == 1
    assert second.terms.split() == ["政务微博", "微信", "发布", "信息"]


def test_places_and_paragraphs_lead_back():
    rows = segmented(paragraphs(SAID, "公开内容还欠丰富。"))
    assert rows["paragraph"].to_list() == [0, 0, 100]
    assert [SAID[a:b] for a, b in zip(rows["start"], rows["end"], strict=True)][:2] == rows[
        "sentence"
    ].to_list()[:2]


def test_the_own_place_is_a_name_only_in_its_own_report():
    said = "乐陵公开信息。"
    assert segmented(paragraphs(said))["names"].to_list() == ["乐陵"]
    assert segmented(paragraphs(said, body="同江市"))["names"].to_list() == [""]


def test_what_was_cut_is_not_cut_again(monkeypatch):
    first = segmented(paragraphs(SAID))
    monkeypatch.setattr(segmentation, "tokenizer", None)
    pd.testing.assert_frame_equal(segmented(paragraphs(SAID)), first)
    with pytest.raises(TypeError):
        segmented(paragraphs(SAID + "又一句。"))


def test_a_changed_dictionary_is_a_new_fingerprint_and_cuts_anew(monkeypatch):
    before, mark = segmented(paragraphs(SAID)), fingerprint()
    changed = segmentation.segmentation().model_copy(update={"stops": frozenset({"信息"})})
    monkeypatch.setattr(segmentation, "segmentation", lambda: changed)
    segmentation._digest.cache_clear()
    after = segmented(paragraphs(SAID))
    monkeypatch.undo()
    segmentation._digest.cache_clear()
    assert after.attrs["fingerprint"] != mark == before.attrs["fingerprint"]
    assert "信息" not in after["terms"][0].split()


def test_the_order_of_paragraphs_makes_no_difference():
    given = pd.concat([paragraphs(SAID, "公开信息。"), paragraphs(SAID, body="同江市")])
    pd.testing.assert_frame_equal(segmented(given.sample(frac=1, random_state=3)), segmented(given))


def test_the_number_of_processes_makes_no_difference(monkeypatch):
    given = pd.concat([paragraphs(SAID, "公开信息。"), paragraphs(SAID, body="同江市")])
    expected = segmented(given)
    monkeypatch.setattr(segmentation, "FEW", 1)
    pd.testing.assert_frame_equal(segmented(given), expected)


def test_no_paragraph_gives_an_empty_frame():
    assert segmented(paragraphs(SAID)[:0]).empty


def test_the_global_segmenter_is_left_alone():
    segmentation.tokenizer()
    assert segmentation.tokenizer() is not jieba.dt
    assert "依申请公开" not in jieba.dt.FREQ
