"""What sentences say of their own figures, worked out by hand."""

import pandas as pd
import pytest

from ..arithmetic import Planted


def found(text, rule, year=2016, body="甲市"):
    """The findings of a rule in a text."""
    table = Planted("甲市-2016", body, year, text, []).found()
    return table[table["rule"] == rule]


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("53.3%", "consistent"),
        ("53%", "consistent"),
        ("53.33%", "consistent"),
        ("53.4%", "breach"),
        ("35.3%", "breach"),
    ],
)
def test_a_share_is_that_of_its_figures(printed, state):
    # 64 / 120 = 53.333… %
    (row,) = found(f"全市收到申请120件，其中网络申请64件，占{printed}。", "share").itertuples()
    assert row.state == state
    assert row.detail.startswith("64 / 120 = 53.3333 % ")
    assert (row.stated, round(row.expected, 4)) == (float(printed[:-1]), 53.3333)


def test_a_share_cut_off_is_right_and_one_rounded_up_is_likely_the_report():
    # 62 / 120 = 51.666… %
    assert found("答复申请120件，同意公开62件，占51.6%。", "share")["state"].item() == "consistent"
    row = found("答复申请120件，同意公开62件，占51.8%。", "share").iloc[0]
    assert (row["state"], row["likely_cause"]) == ("breach", "undecided")
    row = found("答复申请120件，不同意公开4件，占3.4%。", "share").iloc[0]
    assert (row["state"], row["likely_cause"]) == ("breach", "report")
    assert row["ground"].startswith("off by less than one unit of the last digit")


def test_a_share_of_something_that_is_not_given_is_not_assessed():
    (row,) = found("市教育局公开信息300条，占全市教育系统的12.5%。", "share").itertuples()
    assert (row.state, row.ground) == ("not_assessable", "no figure that it could be a share of")


def test_a_rate_is_of_what_came_in():
    text = "中心派发电子工单106240件次，承办单位已办结106157件次，办结率为99.92%，满意率为96.16%。"
    (row,) = found(text, "share").itertuples()
    assert (row.state, row.detail) == ("consistent", "106157 / 106240 = 99.9219 % ≈ 99.92 %")


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (
            "受理申请214件，较2015年的147件增长45.6%。",
            "consistent",
            "147 → 214: 45.5782 % ≈ 45.6 %",
        ),
        ("受理申请214件，较2015年的147件增长54.6%。", "breach", "147 → 214: 45.5782 % ≠ 54.6 %"),
        ("收到申请37件，上年度为51件，下降27.5%。", "consistent", "51 → 37: −27.451 % ≈ −27.5 %"),
        ("收到申请37件，比上年的51件减少14件。", "consistent", "51 → 37: −14 ≈ −14"),
        ("收到申请37件，比上年的51件减少13件。", "breach", "51 → 37: −14 ≠ −13"),
        ("受理申请96件，是去年（32件）的3倍。", "consistent", "32 → 96: 3 × ≈ 3 ×"),
        ("受理申请96件，比去年的32件增长2倍。", "consistent", "32 → 96: 2 × ≈ 2 ×"),
        (
            "按时办结率由96.2%提高到99.4%，提高2.2个百分点。",
            "breach",
            "96.2 → 99.4: 3.2 个百分点 ≠ 2.2 个百分点",
        ),
    ],
)
def test_growth_is_that_of_two_years(text, state, detail):
    (row,) = found(text, "growth").itertuples()
    assert (row.state, row.detail) == (state, detail)


def test_growth_without_the_year_before_waits_for_its_report():
    (row,) = found("全市收到政府信息公开申请37件，同比下降27.5%。", "growth").itertuples()
    assert (row.state, row.ground) == ("not_assessable", "no figure of the year before")


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        ("主体74个，其中部门57个、乡镇17个。", "consistent", "57 + 17 = 74 = 74"),
        ("主体74个，其中部门57个。", "consistent", "57 = 57 ≤ 74"),
        ("主体74个，其中部门57个、乡镇18个。", "breach", "57 + 18 = 75 > 74"),
        ("主体74个，其中部门57个，其余16个为乡镇。", "breach", "57 + 16 = 73 ≠ 74"),
        ("查阅点36个（县级9个、乡镇28个）。", "breach", "9 + 28 = 37 ≠ 36"),
        ("甲类25件、乙类17件、丙类8件，共计49件。", "breach", "25 + 17 + 8 = 50 ≠ 49"),
        (
            "清理文件10213件，其中甲类815件，乙类6127件，丙类3261件。",
            "breach",
            "815 + 6127 + 3261 = 10203 ≠ 10213",
        ),
        (
            "面积14.5万件，其中甲类3.12万件，其余11.4万件。",
            "consistent",
            "31200 + 114000 = 145200 ≈ 145000",
        ),
    ],
)
def test_parts_and_whole(text, state, detail):
    (row,) = found(text, "list").itertuples()
    assert (row.state, row.detail) == (state, detail)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息1000条，其中网站800条、微博500条。",  # one item may go out twice
        "行政诉讼19件，其中区政府6件，维持16件，纠错1件，其他情形2件。",  # divided in two ways
        "力争全年公开信息1000条，比上年的900条增长20%。",  # a plan
        "设立专门机构46个，设置查阅点（含图书馆、档案馆）58个。",  # 含 belongs to the aside
    ],
)
def test_no_breach_is_made_up(text):
    table = Planted("甲市-2016", "甲市", 2016, text, []).found()
    assert table[
        table["rule"].isin(["list", "growth", "share"]) & (table["state"] == "breach")
    ].empty


def test_growth_is_checked_against_the_report_of_the_year_before():
    from analysis import tables
    from analysis.checks import findings
    from analysis.documents.structure import structured
    from analysis.facts import extract
    from analysis.records import Document, Report

    texts = {
        2015: "全市收到政府信息公开申请51件。",
        2016: "全市收到政府信息公开申请37件，同比下降27.5%。",
    }
    facts, rows, listed = {}, [], []
    for year, text in texts.items():
        name, title = f"甲市-{year}", f"甲市{year}年政府信息公开工作年度报告"
        report = Report(name, "甲市", "", "", "prefecture", "", year, title, "", "", "prose")
        whole = f"{title}\n\n{text}"
        facts[name] = extract(Document("a", "txt", "0" * 64, whole, *structured(whole)), report)
        rows += tables.rows("observations", report, facts[name].observations)
        listed.append(
            {"file": name, "status": "read", "report_id": name, "body": "甲市", "year": year}
        )
    table = findings(tables.frame("observations", rows), tables.frame("reports", listed), facts)
    row = table.query("rule == 'growth'").iloc[0]
    assert (row["state"], row["detail"]) == ("consistent", "51 → 37: −27.451 % ≈ −27.5 %")
    assert row["observations"].split()[-1].startswith("甲市-2015:")
    assert isinstance(table, pd.DataFrame)


@pytest.mark.parametrize(
    ("text", "state", "detail"),
    [
        (
            "本报告数据统计期限为2016年1月1日至2016年12月31日。",
            "consistent",
            "2016-01-01..2016-12-31 = 2016",
        ),
        ("数据统计期限自2016年1月1日起至11月30日止。", "breach", "2016-01-01..2016-11-30 ≠ 2016"),
        (
            "数据统计期限自2015年1月1日起至2015年12月31日止。",
            "breach",
            "2015-01-01..2015-12-31 ≠ 2016",
        ),
        (
            "数据统计期限自2016年1月1日起至2016年12月32日止。",
            "breach",
            "2016-01-01..2016-12-32 ≠ 2016",
        ),
    ],
)
def test_the_period_is_the_year(text, state, detail):
    (row,) = found(text, "period").itertuples()
    assert (row.state, row.detail) == (state, detail)


def test_rows_counted_beside_the_total_are_no_breach():
    # 2 + 11 + 34 + 31 = 78, and 48 that are no government information beside them
    text = "不予公开78件，其中涉及国家秘密2件，商业秘密11件，个人隐私34件，法律法规规定的其他情形31件；不是《条例》所指政府信息48件。"
    table = found(text, "sum.denial_grounds", body="甲区")
    assert set(table["state"]) <= {"not_assessable", "consistent"}
