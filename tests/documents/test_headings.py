import pytest

from analysis.documents.headings import Headings


def split(text):
    length, _ = Headings().heading(text)
    return text[:length]


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        (
            "(一)主动公开政府信息数量。2016年,全市共新增主动公开政府信息130661条。",
            "(一)主动公开政府信息数量。",
        ),
        ("一、2017年政府信息公开工作要点落实情况", "一、2017年政府信息公开工作要点落实情况"),
        ("(一)注重公开时效,加强公开平台建设。", "(一)注重公开时效,加强公开平台建设。"),
        ("三、依申请公开情况。我局未收到政府信息公开申请。", "三、依申请公开情况。"),
        ("政府信息公开的收费及减免情况", "政府信息公开的收费及减免情况"),
        ("（一）主动公开情况：", "（一）主动公开情况："),
    ],
)
def test_headings_and_their_ends(paragraph, heading):
    assert split(paragraph) == heading


@pytest.mark.parametrize(
    "paragraph",
    [
        "五、畅通公众诉求渠道,2017年全市共办理市长信箱14822件,回复14145件。",
        "四、2017年未发生行政复议、行政诉讼案件。",
        "（五）无因政府信息公开申请提起行政复议的情况",
        "1.网站：公开信息500条",
        "（一）公开信息500条。其中网站200条。",
        "（1）加强领导；",
        "（一）设立12345市民热线。全年接听电话300次。",
        "四、收费情况：无。",
        "一、",
        "2017年度政府信息公开工作情况统计表",
        "2017年,我市本级未收到行政复议和行政诉讼申请。",
        "一是健全信息发布和政策解读机制。",
        "全县没有发生因政府信息公开引起的行政复议和行政诉讼的情况",
    ],
)
def test_what_states_something_is_no_heading(paragraph):
    assert split(paragraph) == ""


def test_number_that_goes_on_with_a_list_is_no_chapter():
    """襄阳市 2017 has 一是, 二是, then 三、 and 四、 before its chapter 二、."""
    headings = Headings()
    texts = [
        "一、要点落实情况",
        "一是健全机制。",
        "二是权威发布。",
        "三、重大舆情回应及时回应、协同联动。针对社会公众关心的舆情，及时做好回应工作。",
        "四、加强新闻发布、在线访谈工作。市领导走进直播室。",
        "六是搭建栏目。",
        "二、重点领域信息公开情况",
    ]
    assert [headings.heading(text)[1] for text in texts] == [1, 0, 0, 0, 0, 0, 1]


def test_last_item_of_a_list_with_semicolons_is_no_heading():
    headings = Headings()
    texts = ["一、打算", "（1）加强领导；", "（2）提高质量。"]
    assert [headings.heading(text)[1] for text in texts] == [1, 0, 0]
