import pytest

from analysis.documents.lines import lines
from analysis.documents.titles import find_table_title, find_title

BODY = "\n根据《中华人民共和国政府信息公开条例》要求，编制本报告，共公开信息12条。"


def title(text):
    rows = list(lines(text + BODY))
    span = find_title(rows)
    return "".join(row.words for row in rows[span[0] : span[1] + 1]) if span else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新乡市\n2016年\n政府信息公开\n工作年度报告", "新乡市2016年政府信息公开工作年度报告"),
        ("2010年政府信息公开年报\n（2010年度）", "2010年政府信息公开年报（2010年度）"),
        ("政府信息公开年报\n新乡市2016年政府信息公开年报", "新乡市2016年政府信息公开年报"),
        ("新乡市2016年政府信息公开年报\n政府信息公开年报", "新乡市2016年政府信息公开年报"),
        ("首页 > 2016年政府信息公开年报\n2016年政务公开工作报告", "2016年政务公开工作报告"),
        (
            "新乡市质量技术监督局2016年政府信息公开年报",
            "新乡市质量技术监督局2016年政府信息公开年报",
        ),
    ],
)
def test_found(text, found):
    assert title(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "我市发布2016年政府信息公开工作年度报告",
        "关于做好2016年政府信息公开年度报告的通知",
        "2016年法治政府建设年度报告",
        "2016年政府信息公开工作自查报告",
        "政府信息公开年报\n新乡市2016年法治政府建设年度报告",
        "2016年，我市公布政府信息公开工作年度报告",
    ],
)
def test_not_found(text):
    assert title(text) is None


def test_publication_month_below_is_no_part():
    assert (
        title("桐乡市2009年政府信息公开年度报告\n（2010年3月）")
        == "桐乡市2009年政府信息公开年度报告"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("附件\n新乡市2016年度政府信息公开情况统计表", "新乡市2016年度政府信息公开情况统计表"),
        (
            "新乡市2016年度\n政府信息公开情况统计表\n单位：件",
            "新乡市2016年度政府信息公开情况统计表",
        ),
        ("安徽省政府信息公开情况统计表\n（2015年度）", "安徽省政府信息公开情况统计表（2015年度）"),
        ("2015年政府信息公开情况统计表\n市直\n2016年政务公开汇总表", "2016年政务公开汇总表"),
        ("新乡市2016年度部门预算收支表", None),
        ("2016年，我市公开政府信息300条，比上年增长一成。\n2016年政府信息公开情况统计表", None),
    ],
)
def test_titles_of_tables(text, found):
    rows = list(lines(text))
    span = find_table_title(rows)
    assert found == ("".join(r.words for r in rows[span[0] : span[1] + 1]) if span else None)
