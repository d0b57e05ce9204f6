"""Tables shown as tables."""

from dataclasses import replace

import pytest

from analysis.figures import city, listings


def test_every_number_has_its_words_and_place(one):
    table = listings.evidence(one("甲市"))
    assert len(table) == 11
    row = table.loc["政府网站公开政府信息数"]
    assert (row["所示"], row["单位"], row["范围"]) == ("600", "条", "全部范围")
    assert (row["原文"], row["位置"]) == ("公开600条。", "10–12")


def test_the_scope_of_a_unit_is_its_name(one):
    assert listings.evidence(one("乙市")).loc["政府网站公开政府信息数", "范围"] == "中国乙"


def test_what_is_left_out_is_listed(one):
    table = listings.left_out(one("乙市", "en"))
    assert table.loc["Items disclosed through the government gazette", "Status"] == "not stated"
    assert (
        table.loc["Items disclosed through government websites", "Status"]
        == "stated for a part only"
    )
    assert "Items disclosed through government Weibo accounts" not in table.index


def test_breaches_stand_first(one):
    table = listings.findings(one("丁市"))
    assert table.index[0] == "不符"
    assert table.iloc[0]["指标"] == "主动公开"


@pytest.mark.parametrize(
    ("language", "detail"),
    [
        ("zh", "34 ≠ 24 (全部范围 40, 下级合计 16)"),
        ("en", "34 ≠ 24 (Whole body 40, Levels below 16)"),
    ],
)
def test_the_scopes_beside_a_conflict_have_words(one, language, detail):
    rows = one("丁市").findings.query("state == 'breach'").head(1)
    shown = listings.worded(rows.assign(detail="34 ≠ 24 (all 40, county 16)"), language)
    assert list(shown["detail"]) == [detail]
    form = listings.worded(rows.assign(detail="form_2014: 总计"), language)
    assert list(form["detail"]) == ["form_2014: 总计"]


def test_words_of_a_report_are_escaped(one):
    page = one("甲市")
    hostile = replace(page, reports=page.reports.assign(title="<script>alert(1)</script>"))
    shown = listings.identity(hostile)._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_numbers_have_no_more_digits_than_the_report(one):
    capacity = city.capacity(one("甲市")).table
    assert str(capacity.loc["工作人员", "数值"]) == "40"


def test_figures_of_an_applicant_name_the_applicant(one, years):
    stated = [("request.new", 60, "natural_person"), ("request.new", 78, "total")]
    stated += [("request.carried_in", 1, "total"), ("outcome.total", 79, "total")]
    page = years({2021: [*stated, ("request.carried_out", 1, "total")]})
    assert list(listings.evidence(page)["申请人"][:2]) == ["自然人", "总计"]
    found = listings.findings(page)
    (breach,) = found.loc[["不符"]].to_dict("records")
    assert (breach["申请人"], breach["算式"]) == ("总计", "79 + 1 = 80 ≠ 79")
    assert "申请人" not in listings.evidence(one("甲市")).columns
    assert "申请人" not in listings.findings(one("甲市")).columns


def test_rules_have_words(one):
    assert listings.findings(one("丁市")).iloc[0]["规则"] == "同一指标数值不一"
    sums = listings.findings(one("乙市", "en"))["Rule"]
    assert "Items by channel against items disclosed" in set(sums)


def test_agreement_is_counted_by_kind_and_not_listed(one):
    page = one("甲市")  # 600 + 100 + 50 + 50 + 200 = 1000: six values; no other sum is complete
    assert "相符" not in listings.findings(page).index
    agreed = listings.consistent(page)
    assert agreed.to_dict("index") == {"各部分之和与总数": {"相符": 1, "所核数值": 6}}
    assert listings.consistent(one("丁市")).empty


def test_rates_name_their_denominator_and_what_is_missing(one):
    table = listings.rates(one("甲市"))
    online = table.loc["网络申请占比"]
    assert (online["所示"], online["分母"], online["n"]) == ("53.3%", "收到申请", 120)  # 64 of 120
    per_head = table.loc["人均申请数"]
    assert (per_head["所示"], per_head["分母"]) == ("3.00", "工作人员")  # 120 by 40
    assert table.loc["人均专项经费", "说明"] == "未说明：专项经费"


def test_a_figure_of_a_part_names_its_indicator(one):
    table = city.responses(one("甲市")).table
    assert table.columns.name == "指标"
