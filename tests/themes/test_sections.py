"""Topics by heading, by first words, and by the better of two methods."""

import numpy as np
import pandas as pd
import pytest

from analysis.themes import sections
from analysis.themes.sections import headed, placed, scores, shares

FEES, APPEALS = "未收取任何费用。", "未发生行政复议。"


def corpus(*rows):
    """Rows of report, section and paragraph, as paragraphs and sentences."""
    frame = pd.DataFrame(rows, columns=["report_id", "section", "words"])
    frame = frame.assign(body=frame["report_id"], year=2017, start=range(0, 10 * len(rows), 10))
    frame["characters"] = frame["words"].str.len()
    terms = frame["words"].map(lambda words: " ".join(words[i : i + 2] for i in range(0, len(words), 2)))  # fmt: skip
    sentences = frame[["report_id"]].assign(paragraph=frame["start"], terms=terms)
    return frame, sentences


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("一、概述 / (一)组织领导", {"organisation"}),  # the innermost that names one
        ("二、主动公开政府信息情况 / (一)行政审批信息", {"disclosure"}),  # else the one above
        ("三、存在的主要问题 / (一)培训不够", {"problems"}),  # whatever stands below
        ("三、问题和改进措施 / (一)加强培训", {"problems", "plans"}),
        ("三、问题和改进措施 / (一)存在的不足 / 1.机构人员", {"problems"}),
        ("", set()),
        ("四、复议、诉讼及收费情况", {"appeals", "fees"}),
        ("七、其他需要报告的事项", {"form"}),
    ],
)
def test_headings_above_a_paragraph(section, expected):
    assert headed(section) == expected


def test_headings_come_before_first_words_and_these_before_a_method():
    found = placed(*corpus(
        ("甲-2017", "五、收费情况", "本报告由市政府编制。"),
        ("甲-2017", "", "本报告由市政府编制。"),
        ("甲-2017", "", APPEALS),
        ("甲-2017", "六、复议、诉讼及收费情况", FEES),
        ("甲-2017", "", "天气很好。"),
    ))  # fmt: skip
    assert found["topic"].to_list() == ["fees", "form", "appeals", "fees", "overview"]
    assert found["by"].to_list() == ["heading", "opening", "cues", "cues", "cues"]


def test_headings_with_several_topics_leave_the_choice_among_these():
    found = placed(*corpus(("甲-2017", "三、问题和改进措施", "未收取费用,主动性不够。")))
    assert found["topic"].to_list() == ["problems"]


def test_scores_leave_whole_reports_out():
    """Each of three reports says the same two things: learnt from two, both methods know the third."""
    rows = [(f"{name}-2017", section, words) for name in "甲乙丙"
            for section, words in (("五、收费", FEES), ("六、复议", APPEALS))]  # fmt: skip
    table = placed(*corpus(*rows)).attrs["scores"].set_index("method")
    assert table["n"].to_list() == [6, 6] and table["groups"].to_list() == [3, 3]
    assert table["accuracy"].to_list() == [1, 1] and table["macro_f1"].to_list() == [1, 1]
    assert table["used"].to_list() == [True, False]  # the baseline where both are as good


def test_the_better_method_is_used():
    """No cue stands in these words, so that the baseline says overview and learning is right."""
    rows = [(f"{name}-2017", section, words) for name in "甲乙丙"
            for section, words in (("五、收费", "甲乙丙丁"), ("六、复议", "戊己庚辛"))]  # fmt: skip
    found = placed(*corpus(*rows, ("丁-2017", "", "戊己庚辛")))
    table = found.attrs["scores"].set_index("method")
    assert table.loc["cues", "macro_f1"] == 0 and table.loc["classifier", "macro_f1"] == 1
    # in order of report: 丁 comes first
    assert found.loc[found["by"] == "classifier", "topic"].to_list() == ["appeals"]


def test_macro_f1_by_hand():
    """Four 收费 and one 复议; cues find all of the first, and take the second for overview.

    Fees: F1 1; appeals: F1 0; mean 0.5. Accuracy 4/5.
    """
    rows = [(f"{name}-2017", "五、收费", FEES) for name in "甲乙丙丁"] + [("戊-2017", "六、复议", "天气很好。"), ("甲-2017", "六、复议", APPEALS)]  # fmt: skip
    table = placed(*corpus(*rows[:5], rows[5])).attrs["scores"].set_index("method")
    # one appeals of two found: precision 1, recall 1/2, F1 2/3; fees 1; mean 5/6
    assert table.loc["cues", "macro_f1"] == pytest.approx((1 + 2 / 3) / 2)
    assert table.loc["cues", "accuracy"] == pytest.approx(5 / 6)


def test_many_reports_are_left_out_in_groups():
    rows = [(f"{n:02}-2017", s, w) for n in range(21) for s, w in (("五、收费", FEES), ("六、复议", APPEALS))]  # fmt: skip
    assert placed(*corpus(*rows)).attrs["scores"]["groups"].to_list() == [10, 10]


def test_one_report_gives_no_scores_and_the_baseline():
    found = placed(*corpus(("甲-2017", "五、收费", FEES), ("甲-2017", "", APPEALS)))
    assert found.attrs["scores"].empty
    assert found["by"].to_list() == ["heading", "cues"]


def test_shares_add_up_and_silence_is_no_zero():
    """Report of 20 characters: 5 on fees, 15 on appeals, 10 of these by heading."""
    given = pd.DataFrame({
        "report_id": "甲-2017", "body": "甲", "year": 2017, "topic": ["fees", "appeals", "appeals"],
        "characters": [5, 10, 5], "by": ["heading", "heading", "cues"],
        "candidates": ["fees", "appeals", "plans problems"]})  # fmt: skip
    table = shares(given).set_index("topic")
    assert table.loc["fees", "share"] == 0.25 and table.loc["appeals", "share"] == 0.75
    assert table.loc["appeals", ["paragraphs", "characters", "whole"]].to_list() == [2, 15, 20]
    assert table.loc["appeals", "headed"] == pytest.approx(2 / 3)
    assert table.loc["plans", "paragraphs"] == 0
    assert table.loc["plans", ["characters", "share", "headed"]].isna().all()
    assert len(table) == 12
    assert table.index[table["joint"]].to_list() == ["problems", "plans"]


def test_the_order_of_paragraphs_makes_no_difference():
    rows = [(f"{name}-2017", section, words) for name in "甲乙丙"
            for section, words in (("五、收费", "甲乙丙丁"), ("六、复议", "戊己庚辛"), ("", "戊己"))]  # fmt: skip
    paragraphs, sentences = corpus(*rows)
    turned = placed(paragraphs.sample(frac=1, random_state=1), sentences[::-1])
    pd.testing.assert_frame_equal(turned, placed(paragraphs, sentences))


def test_candidates_are_kept_where_no_score_is_known():
    scored = pd.DataFrame({"a": [1.0], "b": [np.nan], "c": [np.nan]})
    assert sections._best(scored, pd.Series([frozenset({"b", "c"})])).tolist() == ["b"]


def test_scores_of_nothing_are_an_empty_table():
    empty = pd.DataFrame(columns=["report_id", "words", "terms", "topic", "by"])
    assert scores(empty).empty
