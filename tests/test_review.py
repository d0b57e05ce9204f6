"""What a reviewer looks at first, with its words."""

import shutil

import pytest

from analysis import paths, pipeline, tables
from analysis.review import review, sentence


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    (folder / "raw").mkdir()
    for name in ("xiangyang-2017.txt", "laoling-2017.txt"):
        shutil.copy(paths.RAW / name, folder / "raw")
    pipeline.build(folder / "raw", folder / "out", jobs=1)
    names = ("findings", "observations", "numerals", "passages")
    frames = {name: tables.read(folder / "out", name) for name in names}
    return review(frames, tables.texts(folder / "out")), frames, tables.texts(folder / "out")


def test_breaches_come_first_with_their_sentences(listed):
    rows = listed[0]
    first = rows.iloc[0]
    assert (first["kind"], first["report_id"]) == ("breach", "襄阳市-2017")
    assert first["what"].startswith("conflict: 34 ≠ 24 (all 40) (undecided: ")
    assert "“新闻发布会”34期" in first["words"] and "召开新闻发布会24期" in first["words"]
    kinds = list(dict.fromkeys(rows["kind"]))
    assert kinds == ["breach", "contested", "unresolved"]


def test_a_value_beside_a_number_that_may_be_it_is_contested(listed):
    (row,) = (
        listed[0]
        .query(
            "kind == 'contested' and report_id == '乐陵市-2017' and what.str.startswith('disclosure')"
        )
        .itertuples()
    )
    assert row.what == "disclosure.total 10556, or 13306"
    assert row.place == "803-808"


def test_every_undecided_number_is_listed_at_its_place(listed):
    rows, frames, texts = listed
    undecided = frames["numerals"].query("candidates != ''")
    ours = rows.query("kind == 'unresolved'")
    assert len(ours) == len(undecided)
    for row in ours.itertuples():
        start, end = map(int, row.place.split("-"))
        assert row.what.startswith(texts[row.report_id][start:end])
        assert texts[row.report_id][start:end] in row.words


def test_a_finding_with_a_verdict_needs_no_look(listed):
    _, frames, texts = listed
    judged = frames | {"findings": frames["findings"].assign(verdict="accepted")}
    assert "breach" not in set(review(judged, texts)["kind"])


def test_words_reach_to_the_stops():
    text = "甲。受理申请2件；没有举报。"
    assert sentence(text, 6, 7, (0, len(text))) == "受理申请2件"


def test_words_do_not_leave_their_passage():
    text = "概述\n受理申请2件\n没有举报"
    assert sentence(text, 7, 8, (3, 9)) == "受理申请2件"


@pytest.mark.parametrize(
    ("kind", "words"), [("paragraph", "全年受理申请2件，网上提交"), ("table", "全年受理申请2件，")]
)
def test_a_sentence_over_several_lines_is_shown_whole(kind, words):
    text = "全年受理申请2件，\n　　网上提交。"
    place = {"report_id": "甲市-2016", "start": 0, "end": len(text)}
    number = {**place, "start": 6, "end": 7, "text": "2", "candidates": "request.received"}
    rows = {
        "passages": [{**place, "kind": kind}], "numerals": [number], "findings": [], "observations": [],
    }  # fmt: skip
    listed = review({name: tables.frame(name, rows[name]) for name in rows}, {"甲市-2016": text})
    assert list(listed["words"]) == [words]
