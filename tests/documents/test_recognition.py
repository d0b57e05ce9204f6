"""Bodies, years and levels, worked out by hand from titles and texts."""

from pathlib import Path

import pytest

from analysis import paths
from analysis.codebook.divisions import divisions
from analysis.documents import read, recognise
from analysis.documents.parts import Grid, GridCell, Prose, assemble
from analysis.documents.structure import structured
from analysis.errors import UnrecognisedError
from analysis.records import Document

TEXTS = Path(__file__).parent / "texts"
BODY = """
根据《中华人民共和国政府信息公开条例》要求，编制本年度报告，主动公开信息12条，欢迎查阅。
一、概述
全年公开信息12条。
"""


def report(text, row=None, file="report.txt"):
    document = Document(file, "txt", "", text, *structured(text))
    return recognise(document, row or {}, divisions())


def told(name):
    document = read(TEXTS / f"{name}.txt", TEXTS)
    return recognise(document, {}, divisions())


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "xinxiang-2016",
            (
                "新乡市-2016",
                "Xinxiang",
                "河南省",
                "prefecture",
                "410700",
                "新乡市政府",
                "2017-03-21",
            ),
        ),
        ("xingtai-2017", ("邢台市-2017", "Xingtai", "河北省", "prefecture", "130500", "", "")),
        (
            "laoling-2017",
            (
                "乐陵市-2017",
                "Laoling",
                "山东省",
                "county",
                "371481",
                "乐陵市电子政务办公室",
                "2018-01-22",
            ),
        ),
        (
            "xiangyang-2017",
            (
                "襄阳市-2017",
                "Xiangyang",
                "湖北省",
                "prefecture",
                "420600",
                "襄阳市人民政府办公室",
                "",
            ),
        ),
        ("tongjiang-2017", ("同江市-2017", "Tongjiang", "黑龙江省", "county", "230881", "", "")),
    ],
)
def test_published_reports_without_help(file, expected):
    r = recognise(read(paths.RAW / f"{file}.txt", paths.RAW), {}, divisions())
    assert (
        r.report_id,
        r.english,
        r.province,
        r.level,
        r.adcode,
        r.issuer,
        r.published,
    ) == expected
    assert (r.form, r.year) == ("prose", int(file[-4:]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("province", ("四川省-2014", "province", "四川省", "510000", "2015-03-27", "prose")),
        ("district", ("南京市鼓楼区-2019", "county", "江苏省", "320106", "", "prose")),
        ("department", ("安岳县教育局-2010", "department", "四川省", "", "2011-01-02", "prose")),
        ("township", ("襄城区尹集乡-2012", "township", "湖北省", "", "2013-01-15", "prose")),
        ("wrapped", ("桐乡市-2009", "county", "浙江省", "330483", "", "prose")),
        ("unnumbered", ("广德县-2011", "county", "安徽省", "341822", "2012-02-28", "prose")),
        ("misprinted", ("集安市黎明街道-2014", "township", "吉林省", "", "", "prose")),
        ("notitle", ("长春市朝阳区-2014", "county", "吉林省", "220104", "", "prose")),
        ("list", ("桐乡市-2015", "county", "浙江省", "330483", "2016-03-25", "prose")),
        ("table", ("上海市人民政府办公厅-2016", "department", "上海市", "", "", "form_2014")),
    ],
)
def test_texts_in_other_styles(text, expected):
    r = told(text)
    assert (r.report_id, r.level, r.province, r.adcode, r.published, r.form) == expected


@pytest.mark.parametrize("text", ["rule-of-law", "government-work"])
def test_reports_about_something_else(text):
    with pytest.raises(UnrecognisedError, match="Not an annual report on open government"):
        told(text)


@pytest.mark.parametrize(
    ("title", "report_id", "level", "adcode"),
    [
        ("国家税务总局2015年政府信息公开工作年度报告", "国家税务总局-2015", "department", ""),
        ("2008年上海市政府信息公开年度报告", "上海市-2008", "province", "310000"),
        ("新乡市人民政府信息公开工作年度报告（2016年度）", "新乡市-2016", "prefecture", "410700"),
        (
            "关于二○一七年度新乡市政府信息公开工作情况的报告（2018年3月1日）",
            "新乡市-2017",
            "prefecture",
            "410700",
        ),
        ("襄樊市2009年政府信息公开工作年度报告", "襄樊市-2009", "prefecture", "420600"),
        ("襄阳市2009年政府信息公开工作年度报告", "襄阳市-2009", "prefecture", "420600"),
        ("襄樊市2012年政府信息公开工作年度报告", "襄樊市-2012", "prefecture", ""),
        ("密云县2014年政府信息公开工作年度报告", "密云县-2014", "county", "110228"),
        ("浦东新区2012年政府信息公开年度报告", "浦东新区-2012", "county", "310115"),
        (
            "郑州航空港经济综合实验区2017年政府信息公开年度报告",
            "郑州航空港经济综合实验区-2017",
            "county",
            "",
        ),
        ("南京市江北新区管理委员会2017年政府信息公开年报", "南京市江北新区-2017", "county", ""),
        ("济南市市中区2016年政府信息公开工作年度报告", "济南市市中区-2016", "county", "370103"),
        ("河南省新乡市环境保护局2016年政府信息公开年报", "新乡市环境保护局-2016", "department", ""),
        (
            "新乡市市场监督管理局2019年政府信息公开工作年度报告",
            "新乡市市场监督管理局-2019",
            "department",
            "",
        ),
        ("海南藏族自治州2016年政府信息公开年报", "海南藏族自治州-2016", "prefecture", "632500"),
        ("仙桃市2014年政府信息公开工作年度报告", "仙桃市-2014", "county", "429004"),
    ],
)
def test_titles(title, report_id, level, adcode):
    r = report(title + BODY)
    assert (r.report_id, r.level, r.adcode) == (report_id, level, adcode)


TITLE = "2017年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("text", "report_id"),
    [
        (TITLE + BODY + "新乡市环境保护局\n2018年3月1日", "新乡市环境保护局-2017"),
        (
            TITLE + BODY + "我办负责。\n新乡市人民政府办公室\n2018年3月1日",
            "新乡市人民政府办公室-2017",
        ),
        (TITLE + BODY + "全市、全市、全市。\n新乡市人民政府办公室\n2018年3月1日", "新乡市-2017"),
        (
            TITLE + BODY + "全市、全市、全市，我办。\n新乡市人民政府办公室",
            "新乡市人民政府办公室-2017",
        ),
        (TITLE + BODY + "可登录新乡市人民政府网站查阅。", "新乡市-2017"),
        ("市教育局" + TITLE + BODY + "新乡市教育局\n2018年3月1日", "新乡市教育局-2017"),
        (
            BODY.replace("本年度报告", "2017年政府信息公开年报") + "与集安市黎明街道政务办公室联系",
            "集安市黎明街道-2017",
        ),
        (TITLE + BODY + "2017年，眉山市按照国务院要求，认真贯彻执行《条例》。", "眉山市-2017"),
        (TITLE + "\n来源：新乡市政府" + BODY, "新乡市-2017"),
    ],
)
def test_titles_without_a_place(text, report_id):
    assert report(text).report_id == report_id


def test_file_name_is_the_last_hint():
    assert report(TITLE + BODY, file="河南/新乡市2017.txt").report_id == "新乡市-2017"
    assert report("襄阳市" + TITLE + BODY, file="新乡市2017.txt").report_id == "襄阳市-2017"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TITLE + BODY, "Whose report"),
        (
            "根据《中华人民共和国政府信息公开条例》编制新乡市2017年指南，公布年度报告。",
            "Not an annual report",
        ),
        ("鼓楼区" + TITLE + BODY, "南京市鼓楼区.*adcode"),
        ("虚构市" + TITLE + BODY, "'虚构市' is no official division"),
        ("市教育局" + TITLE + BODY, "names no place"),
        ("../../x市" + TITLE + BODY, "no official division"),
        ("新乡市政府信息公开年度报告(2018年2月)" + BODY, "year reported on"),
        ("新乡市2016-2017年政府信息公开年度报告" + BODY, "year reported on"),
        ("新乡市2017年政府信息公开工作自查报告" + BODY, "Not an annual report"),
    ],
)
def test_what_cannot_be_told_is_said(text, message):
    with pytest.raises(UnrecognisedError, match=message):
        report(text)


def test_a_township_that_names_no_county_is_known_by_its_own_name():
    found = report(TITLE + BODY + "由长延堡街道办事处编制。")
    assert (found.body, found.level, found.province, found.adcode) == (
        "长延堡街道",
        "township",
        "",
        "",
    )


def test_period_gives_the_year_and_publication_does_not():
    text = (
        "新乡市政府信息公开年度报告(2018年2月)"
        + BODY
        + "统计期限自2017年1月1日起至2017年12月31日止。"
    )
    assert report(text).year == 2017


def test_a_day_before_the_year_is_not_that_of_publication():
    signed = "新乡市" + TITLE + BODY + "新乡市人民政府\n{}年1月9日"
    assert report(signed.format(2018)).published == "2018-01-09"
    assert report(signed.format(2016)).published == ""


def test_a_row_wins_and_blank_cells_do_not():
    row = {
        "body": "襄阳市",
        "year": "2016",
        "publisher": "某办",
        "published": "2017-02-03",
        "level": " ",
        "note": None,
    }
    r = report("新乡市" + TITLE + BODY, row)
    assert (r.report_id, r.level, r.adcode) == ("襄阳市-2016", "prefecture", "420600")
    assert (r.issuer, r.published, r.title) == ("某办", "2017-02-03", "新乡市" + TITLE)


def test_a_row_chooses_among_places_of_one_name():
    r = report("鼓楼区" + TITLE + BODY, {"adcode": "320302"})
    assert (r.report_id, r.province) == ("徐州市鼓楼区-2017", "江苏省")
    assert report("鼓楼区" + TITLE + BODY, {"province": "福建省"}).adcode == "350102"


def test_a_row_makes_a_report_of_a_text_without_title():
    row = {"title": "年报", "body": "某某开发区", "level": "county", "year": "2017"}
    r = report("公开信息3条。", row)
    assert (r.report_id, r.level, r.adcode, r.province) == ("某某开发区-2017", "county", "", "")


def test_a_title_in_the_row_tells_body_and_year():
    r = report("公开信息3条。", {"title": "新乡市2016年政府信息公开工作年度报告"})
    assert (r.report_id, r.title) == ("新乡市-2016", "新乡市2016年政府信息公开工作年度报告")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"report_id": "a/b"}, "file name"),
        ({"report_id": ".."}, "file name"),
        ({"report_id": "-x"}, "file name"),
        ({"body": "../etc", "level": "county"}, "file name"),
        ({"body": "某某"}, "no known kind"),
        ({"year": "17"}, "no year"),
        ({"level": "city"}, "no level"),
        ({"published": "2018.3.1"}, "no day"),
    ],
)
def test_rows_that_cannot_be_used(row, message):
    with pytest.raises(UnrecognisedError, match=f"{message}.*sources.csv"):
        report("新乡市" + TITLE + BODY, row)


TABLE = Grid((
    GridCell(0, 0, "统计指标"), GridCell(0, 1, "统计数"),
    GridCell(1, 0, "主动公开政府信息数"), GridCell(1, 1, "12"),
))  # fmt: skip


def table_alone(*lines_above, row=None, file="统计表.xlsx"):
    made = assemble([*map(Prose, lines_above), TABLE])
    document = Document(file, "xlsx", "", made.text, *structured(made.text, made.tables))
    return recognise(document, row or {}, divisions())


def test_a_table_alone_is_a_report_where_its_title_says_whose_and_of_which_year():
    told = table_alone("附件", "新乡市2016年度政府信息公开情况统计表", "填报单位：市政府办公室")
    assert (told.report_id, told.title) == ("新乡市-2016", "新乡市2016年度政府信息公开情况统计表")
    told = table_alone("安徽省政府信息公开情况统计表", "（2015年度）")
    assert (told.report_id, told.level) == ("安徽省-2015", "province")


@pytest.mark.parametrize(
    "lines_above",
    [
        ("2016年度政府信息公开情况统计表", "新乡市人民政府办公室"),
        ("新乡市政府信息公开情况统计表",),
        ("新乡市2016年度一般公共预算收支表",),
        (),
    ],
)
def test_a_table_that_does_not_say_so_is_none(lines_above):
    with pytest.raises(UnrecognisedError):
        table_alone(*lines_above, file="新乡市2016.xlsx")


def test_the_title_of_a_table_in_a_report_is_not_that_of_the_report():
    text = BODY.replace("\n根据", "新乡市2016年政府信息公开工作年度报告\n根据")
    text += "附件\n辉县市2015年度政府信息公开情况统计表"
    made = assemble([Prose(text), TABLE])
    document = Document("a.docx", "docx", "", made.text, *structured(made.text, made.tables))
    assert recognise(document, {}, divisions()).report_id == "新乡市-2016"
