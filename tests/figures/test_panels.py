"""What the figures draw, worked out by hand from the statements in conftest.py."""

import pytest

from analysis.codebook.forms import asked_in
from analysis.errors import NotebookError
from analysis.figures import comparison, flows, marks, panels
from analysis.figures.selection import narrow, read


def texts(rows, key="item"):
    return dict(zip(rows[key], rows["text"], strict=True))


def test_shares_of_a_body_that_states_everything(one):
    rows = panels.shares(one("甲市"))
    of_total = rows[rows["block"] == "全部范围 · 占主动公开信息总数 · n = 1,000"]
    assert texts(of_total) == {
        "share.website": "60.0%",
        "share.new_media": "15.0%",
        "share.weibo": "10.0%",
        "share.wechat": "5.0%",
        "share.gazette": "5.0%",
        "share.other": "20.0%",
    }


def test_an_interval_has_both_numbers(one):
    # 1784 / 120000 = 1.487 %, 1784 / 110000 = 1.622 %
    rows = panels.shares(one("乙市"))
    weibo = rows[rows["item"] == "share.weibo"].iloc[0]
    assert (weibo["status"], weibo["text"]) == ("interval", "1.5–1.6%")
    assert weibo["block"].endswith("n = 110,000–120,000")


def test_one_portal_is_not_all_websites(one):
    rows = panels.shares(one("乙市"))
    website = rows[rows["item"] == "share.website"].iloc[0]
    assert website["status"] == "part_only"
    assert website[["value", "lower", "upper"]].isna().all()


def test_what_is_not_stated_is_a_row_without_a_number(one):
    rows = panels.shares(one("乙市"))
    gazette = rows[rows["item"] == "share.gazette"].iloc[0]
    assert (gazette["status"], gazette["text"]) == ("not_stated", "未说明")
    assert gazette[["value", "lower", "upper"]].isna().all()


def test_without_a_gazette_the_sum_of_channels_gives_an_upper_bound(one):
    # 4850 / (4850 + 1300 + 1800 + 2000) = 48.74 %
    rows = panels.shares(one("丙县"))
    website = rows[rows["item"] == "share.website"]
    assert texts(website, "status") == {"other_denominator": "只有另一分母", "at_most": "≤ 48.7%"}


def test_bodies_of_another_denominator_are_not_compared(four):
    rows = panels.compared(four, "leading_shares", "stated_total")
    website = rows[rows["item"] == "share.website"].set_index("name")
    assert website["status"].to_dict() == {
        "甲市": "exact",
        "乙市": "part_only",
        "丙县": "other_denominator",
        "丁市": "not_stated",
    }


def test_bodies_stand_in_the_order_of_the_first_panel_silent_ones_last(four):
    rows = panels.compared(four, "requests")
    assert list(dict.fromkeys(rows["name"])) == ["甲市", "乙市", "丁市", "丙县"]
    shares = panels.compared(four, "leading_shares", "sum_of_parts")
    assert list(dict.fromkeys(shares["name"]))[:2] == ["甲市", "丙县"]


def test_of_two_forms_in_one_comparison_each_panel_shows_those_that_are_asked(years):
    page = years({2018: [("request.received", 64, "")], 2021: [("request.new", 115, "total")]})
    assert set(panels.compared(page, "requests")["name"]) == {"甲市 2018"}
    assert set(panels.compared(page, "requests_since_2019")["name"]) == {"甲市 2021"}
    notes = comparison.totals(page, "requests_since_2019").figure.texts[2].get_text()
    assert "图中 1 份；只列该年度表式问到各栏的机关" in notes.replace("\n", "")


def test_a_row_that_two_forms_share_is_compared_only_with_its_form(years):
    page = years(
        {2018: [("reconsideration.total", 4, "")], 2021: [("reconsideration.total", 5, "")]}
    )
    assert set(panels.compared(page, "appeals")["text"]) == {"4", "未说明"}
    assert set(panels.compared(page, "appeals_since_2019")["text"]) == {"5", "未说明"}


def test_a_comparison_of_what_no_form_asks_for_is_refused(four):
    with pytest.raises(NotebookError, match=r"No form of 2016 asks for .*request\.new"):
        panels.compared(four, "requests_since_2019")


def test_a_folder_is_relative_to_the_project(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert set(read("data/example/processed")["reports"]["level"]) == {"prefecture"}
    assert "新乡市" in set(read("")["reports"]["body"])


def test_a_median_needs_three_exact_values(four):
    rows = panels.compared(four, "requests").groupby("item")["median"].first()
    assert rows["request.received"] == (8 + 107) / 2
    assert rows.drop("request.received").isna().all()


def test_values_that_contradict_each_other_are_both_shown(one):
    row = marks.whole(one("丁市"), ["disclosure.total"]).iloc[0]
    assert (row["status"], row["text"]) == ("conflict", "10,556 / 13,306（两说）")
    assert (row["lower"], row["upper"]) == (10556, 13306)


def test_parts_of_a_flow_start_where_the_one_before_ends(one):
    rows = flows.flow(one("甲市"), "requests").set_index("item")
    routes = ["in_person", "fax", "online", "letter"]
    offsets = [rows.loc[f"request.received_{route}", "offset"] for route in routes]
    assert offsets == [0, 16, 16, 80]
    assert (
        rows.loc["request.received_letter", "offset"] + 40 == rows.loc["request.received", "value"]
    )


def test_figures_of_a_part_have_blocks_of_their_own(one):
    rows = flows.flow(one("乙市"), "appeals")
    below = rows[rows["block"] == "下级合计"]
    assert texts(below) == {
        "reconsideration.total": "13",
        "reconsideration.upheld": "4",
        "reconsideration.corrected": "8",
    }
    assert list(below["offset"]) == [0, 0, 4]
    whole = rows[(rows["block"] == "全部范围") & (rows["item"] == "reconsideration.total")].iloc[0]
    assert (whole["status"], whole["text"]) == ("part_only", "仅就部分单位说明")


def test_a_stated_none_is_a_zero(one):
    rows = flows.flow(one("乙市"), "appeals")
    own = rows[rows["block"] == "本级"].iloc[0]
    assert (own["text"], own["value"]) == ("0", 0)


def test_coverage_counts_every_indicator_once(four):
    rows = panels.coverage(four).set_index(["name", "group"])
    assert (rows["whole"] + rows["part"] + rows["silent"] == rows["asked"]).all()
    assert tuple(rows.loc[("甲市", "channels"), ["whole", "part", "silent"]]) == (5, 0, 0)
    assert tuple(rows.loc[("乙市", "channels"), ["whole", "part", "silent"]]) == (2, 1, 2)
    assert rows.loc["甲市", "asked"].sum() == len(asked_in(2016)) == 58


def test_names_follow_the_language(frames):
    english = narrow(frames, ["乙市", "甲市"], [2016], "en")
    assert list(english.reports["name"]) == ["Yi", "Jia"]


def test_a_body_without_a_report_is_refused(frames):
    with pytest.raises(NotebookError, match="No report of 戊市 for 2016"):
        narrow(frames, ["戊市"], [2016], "zh")


def test_of_two_texts_of_one_year_one_is_shown(make):
    made, report = make
    second = report("甲市", report_id="甲市-2016-2", file="again.txt")
    stated = {"甲市": [("request.received", 5)]}
    frames = made(stated, [report("甲市"), second])
    assert list(narrow(frames, ["甲市"], [2016], "zh").reports["report_id"]) == ["甲市-2016"]
