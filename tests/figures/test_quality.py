"""What is read, what the checks found, who is silent, and what is not settled.

The four bodies of the fixtures: 丁市 states two totals; 乙市 websites of one unit only.
"""

from dataclasses import replace

import pytest

from analysis import decisions, tables
from analysis.codebook.reasons import reason
from analysis.figures import inventory, listings, panels, quality

UNREAD = {
    "file": "坏.pdf",
    "status": "unreadable",
    "reason": reason("white_space"),
    "sha256": "1" * 64,
}
TEXT = "甲市公开60条，受理9件，另有7件咨询。\n"


def numeral(start, end, text, candidates=""):
    place = {"report_id": "甲市-2016", "start": start, "end": end, "text": text}
    return place | {"kind": "quantity", "candidates": candidates}


@pytest.fixture(scope="module")
def page(frames):
    """The four bodies with an unread file, texts, and a number of 甲市 that is undecided."""
    numerals = [numeral(4, 6, "60"), numeral(15, 16, "7", "request.received")]
    known = {
        **frames,
        "reports": tables.frame("reports", [*frames["reports"].to_dict("records"), UNREAD]),
        "numerals": tables.frame("numerals", numerals),
    }
    texts = {
        one: TEXT if one == "甲市-2016" else "公" * 200 for one in frames["reports"]["report_id"]
    }
    return lambda language="zh", bodies=(): inventory.narrow(known, bodies, (), language, texts)


def test_empty_lists_are_everything(page):
    assert list(page().reports["body"]) == ["丁市", "丙县", "乙市", "甲市"]
    assert list(page(bodies=["乙市"]).reports["body"]) == ["乙市"]


def test_every_text_of_a_body_and_year_is_kept_under_a_name_of_its_own(make):
    made, report = make
    second = report("甲市", report_id="甲市-2016-2", file="again.txt")
    frames = made({"甲市": [("request.received", 5)]}, [report("甲市"), second])
    both = inventory.narrow(frames, [], [], "zh")
    assert list(both.reports["name"]) == ["甲市", "甲市 (2)"]
    assert list(quality.silence(both).table.index.unique()) == ["甲市", "甲市 (2)"]


def test_reports_are_counted_by_form_and_format(page):
    table = quality.read(page("en"))
    assert table.loc["prose, no table"].to_dict() == {"txt": 4, "Total": 4}


def test_files_not_read_are_listed_whatever_is_chosen(page):
    table = quality.unread(page(bodies=["甲市"]))
    assert table.to_dict("index") == {
        "坏.pdf": {"状态": "无法读取", "原因": "文件中只有空白。请从来源重新下载。"}
    }


def test_counts_of_the_sentences_are_those_of_the_tables(page):
    assert quality.totals(page(bodies=["甲市"])) == {
        "reports": 1,
        "bodies": 1,
        "findings": 3,  # channels agree; routes of requests and staff lack a part
        "assessed": 1,
        "breaches": 0,
        "numerals": 2,
        "unresolved": 1,
    }


def test_checks_are_counted_by_kind_and_result(page):
    table = quality.checked(page()).table
    assert list(table.index) == ["同一指标数值不一", "各部分之和与总数"]
    conflict = table.loc["同一指标数值不一"]
    assert (conflict["不符"], conflict["相符"], conflict["所核数值"]) == (1, 0, 2)


def test_each_state_has_a_panel_with_the_bars_of_its_column(page):
    chart = quality.checked(page("en"))
    columns = ["Inconsistent", "Not assessable", "Consistent"]
    for axes, column in zip(chart.figure.axes, columns, strict=True):
        assert [bar.get_width() for bar in axes.patches] == list(chart.table[column])


def test_without_a_check_a_row_says_so(page):
    found = page()
    chart = quality.checked(replace(found, findings=found.findings[:0]))
    assert list(chart.table.index) == ["没有可作的核对"]
    assert list(chart.table.iloc[0][["不符", "无法判断", "相符", "所核数值"]]) == [0, 0, 0, 0]
    assert quality.breaches(replace(found, findings=found.findings[:0])).empty


def test_a_breach_has_its_arithmetic_cause_and_sentence(page):
    table = quality.breaches(page())
    assert list(table.index) == ["丁市"]
    breach = table.loc["丁市"]
    assert (breach["报告年度"], breach["规则"]) == (2016, "同一指标数值不一")
    assert (breach["算式"], breach["可能原因"], breach["裁定"]) == ("10556 ≠ 13306", "未定", "")
    assert breach["原文"] == "公" * 200  # the one sentence of both


def test_a_breach_that_was_judged_keeps_its_row_and_its_sentence(page):
    found = page()
    (breach,) = found.findings.query("state == 'breach'")["finding_id"]
    decision = {"finding_id": breach, "detail": "10556 ≠ 13306", "verdict": "accepted"}
    decision |= {"reason": "看过", "who": "复核人", "when": "2020-01-02"}
    verdicts = tables.frame("verdicts", [decision])
    judged = decisions.judge(found.findings, verdicts)
    judged = replace(found, findings=judged, verdicts=verdicts)
    row = quality.breaches(judged).loc["丁市"]
    assert (row["裁定"], row["原文"]) == ("成立", "公" * 200)
    told = quality.verdicts(judged).loc["丁市"]
    assert (told["规则"], told["裁定"], told["原因"]) == ("同一指标数值不一", "成立", "看过")


def test_verdicts_on_other_bodies_are_left_out(frames):
    decision = {"finding_id": "丁市-2016:conflict:disclosure.total:all", "detail": "x"}
    decision |= {"verdict": "dismissed", "reason": "r", "who": "w", "when": "2020-01-02"}
    known = {**frames, "verdicts": tables.frame("verdicts", [decision])}
    assert len(inventory.narrow(known, ["丁市"], [], "zh").verdicts) == 1
    assert quality.verdicts(inventory.narrow(known, ["甲市"], [], "zh")).empty


def test_the_map_has_those_who_state_most_first(page):
    names = list(dict.fromkeys(quality.silence(page()).table.index))
    assert names == ["甲市", "丙县", "乙市", "丁市"]  # 11, 5, 4 and 2 of 58


def test_the_map_says_what_values_say(page):
    found = page()
    values = found.values.query("scope == 'all'")
    stated = values[values["status"] != "not_stated"].groupby("report_id")["indicator"].nunique()
    counted = panels.coverage(found).groupby("report_id")["whole"].sum()
    assert stated.to_dict() == counted.to_dict()


def test_the_least_stated_come_first_and_name_who_states_them(page):
    frame = quality._by_indicator(page())
    assert list(frame["share"]) == sorted(frame["share"])
    assert len(frame) == quality.LEAST
    assert (frame["whole"] == 0).all()  # 46 of 58 are stated by nobody
    assert (frame["whole"] + frame["part"] + frame["silent"] == frame["asked"]).all()


def test_an_indicator_few_state_names_them(make):
    made, report = make
    names = [f"第{number}市" for number in range(8)]
    stated = {name: [(item, 1) for item in _asked() if item != "staff.total"] for name in names}
    stated["第3市"].append(("staff.total", 5))
    found = inventory.narrow(made(stated, [report(name) for name in names]), [], [], "zh")
    table = quality.least_stated(found).table
    first = table.iloc[0]
    assert table.index[0] == "从事政府信息公开工作人员数"
    assert (first["就全部范围说明"], first["未说明"], first["说明的机关"]) == (1, 7, "第3市")
    assert table.iloc[1]["说明的机关"] == "第0市、第1市、第2市、第3市、第4市等（另 3 份）"


def _asked():
    from analysis.codebook.forms import asked_in

    return sorted(asked_in(2016))


def test_every_statement_of_a_conflict_is_shown(page):
    table = quality.conflicts(page())
    assert list(table["所示"]) == ["10,556", "13,306"]
    assert set(table["指标"]) == {"主动公开政府信息数"}
    assert list(table["来源"]) == ["正文", "正文"]
    assert list(table["位置"]) == ["0–2", "10–12"]


def test_a_correction_says_what_was_read_and_why(page):
    one = {"report_id": "甲市-2016", "indicator": "channel.weibo", "scope": "all", "as_read": 100}
    one |= {"value": 110, "reason": "扫描不清", "who": "复核人", "when": "2020-01-02"}
    found = replace(page(), corrections=tables.frame("corrections", [one]))
    row = quality.corrections(found).loc["甲市"]
    assert (row["原读作"], row["数值"], row["原因"]) == (100, 110, "扫描不清")


def test_without_decisions_there_are_no_rows(page):
    assert quality.corrections(page()).empty
    assert quality.verdicts(page()).empty


def test_undecided_numbers_are_counted_and_shown_with_their_sentence(page):
    counts = quality.unresolved(page("en"))
    assert counts.to_dict("index") == {
        "Jia": {"Reporting year": 2016, "Numbers": 2, "Undecided": 1, "Values contested": 0}
    }
    row = quality.first_unresolved(page("en")).loc["Jia"]
    assert (row["Shown"], row["Words of the report"]) == ("7", TEXT.strip().rstrip("。"))
    assert row["May be"] == "Received"


def test_of_each_report_the_first_few_are_shown(page):
    many = [numeral(number, number + 1, "7", "request.received") for number in range(9)]
    found = replace(page(), numerals=tables.frame("numerals", many))
    assert len(quality.first_unresolved(found)) == quality.FIRST
    assert quality.unresolved(found).loc["甲市", "未定的数字"] == 9


def test_kinds_come_in_the_order_of_the_codebook(page):
    rules = ["scope.staff.total", "applicants.request.new", "conflict"]
    found = tables.frame(
        "findings", [{"rule": rule, "state": "breach", "cases": 2} for rule in rules]
    )
    assert list(listings.by_kind(found, "zh")["kind"]) == ["conflict", "applicants", "scope"]
