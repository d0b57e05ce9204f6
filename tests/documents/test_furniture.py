import pytest

from analysis.documents.furniture import furniture
from analysis.documents.lines import lines
from analysis.documents.titles import find_title

TITLE = "桐乡市2015年政府信息公开工作年度报告"
BODY = "2015年，桐乡市各部门主动公开政府信息共31250条，按时答复申请37件。"
NEWS = ["大亚湾再部署专项斗争工作", "泰顺畲族乡打造绿富美乡村", "龙岩市发布高森林火险橙色警报"]
NEWS += ["黄海涛在矿区调研安全生产", "孔垄一中阳光体育运动掀高潮"]


def marked(*texts):
    rows = list(lines("\n".join(texts)))
    return [rows[i].text for i in sorted(furniture(rows, find_title(rows)))]


def test_headlines_behind_an_empty_line():
    assert marked(TITLE, BODY, "", *NEWS) == NEWS
    assert marked(TITLE, BODY, "", *NEWS[:2], TITLE, *NEWS[2:]) == [*NEWS[:2], TITLE, *NEWS[2:]]


def test_signature_before_headlines_stays():
    signed = ["桐乡市人民政府办公室", "2016年3月1日"]
    assert marked(TITLE, BODY, "", *signed, "", *NEWS) == NEWS


@pytest.mark.parametrize(
    "closing",
    [
        ["加强组织领导提高认识", "完善制度机制规范流程", "加强业务培训提高能力"],
        ["指标", "单位", "数量", "主动公开政府信息数", "条", "300", "收到申请数", "件", "12"],
        [
            "主动公开政府信息总数",
            "市级机关公开政府信息数",
            "300",
            "收到政府信息公开申请数",
            "按时答复申请的总数",
            "12",
        ],
        ["指标", "单位", "合计", "备注", "说明", "填表须知"],
        ["附件：1.统计表", "2.目录", "桐乡市人民政府办公室", "2016年3月1日"],
        ["主动公开信息数    300", "收到申请数    12", "制发规范性文件总数   5"],
        ["联系人：范勇", "电话：0534-6268203", "填报日期：2016年3月1日"],
        ["1.加强组织领导", "2.完善制度机制", "3.加强业务培训", "4.开展监督检查", "5.强化考核评议"],
    ],
)
def test_what_closes_a_report_is_never_furniture(closing):
    assert marked(TITLE, BODY, "", *closing) == []


def test_short_lines_after_a_colon_or_a_heading_are_a_list():
    assert marked(TITLE, BODY, "主要做好以下工作：", "", *NEWS) == []
    assert marked(TITLE, BODY, "三、下一步工作打算", "", *NEWS) == []


def test_everything_after_a_line_that_opens_links_but_a_signature():
    tail = ["责任编辑：张三", "我市开展检查", "桐乡市人民政府", "2016年3月1日"]
    assert marked(TITLE, BODY, *tail) == tail[:2]


def test_words_of_furniture_inside_the_report_mean_nothing():
    middle = (
        "扫一扫实现政务信息跨屏传播,通过手机客户端阅读。打印本页、下载文件都很方便,共办理12件。"
    )
    assert marked(TITLE, BODY, "来源：网上申请5件，信函申请7件", middle, BODY) == []


def test_before_the_title():
    head = ["首页 > 政务公开", *NEWS[:3], TITLE]
    assert marked(*head, TITLE, BODY) == [*head]
    assert marked("桐乡市人民政府文件", "桐政发〔2016〕12号", TITLE, BODY) == []


def test_index_card_and_tools_as_published():
    card = [
        "首页 > 太湖县人民政府办公室信息公开 > 信息浏览",
        "索引号: 003129766/201901-00336 组配分类: 年报",
    ]
    card += [
        "信息分类: 通知   发布机构: 太湖县人民政府办公室",
        "生成日期: 2019-01-23 文号:",
        "浏览次数: 590 内容概述:",
    ]
    tools = ["来源:岳阳市政府门户网 日期:2017-01-12 17:08 字号:【", "视力保护色:", "浏览量:"]
    assert marked(*card, TITLE, *tools, BODY) == card + tools


def test_page_number_between_paragraphs():
    assert marked(TITLE, BODY, "— 3 —", BODY) == ["— 3 —"]
