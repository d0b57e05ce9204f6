"""Whose figure a number is: scope words by level, how far they hold, and names."""

import pytest

from analysis.facts.scoping import ALL, Scope, names, stated_scope

from ..given import facts_of


def scopes(sentence, **whose):
    """Scopes of the values of a sentence, in order."""
    return [o.scope_name or o.scope for o in facts_of(sentence, **whose).observations]


@pytest.mark.parametrize(
    ("level", "words", "scope"),
    [
        ("prefecture", "全市", "all"),
        ("prefecture", "各级行政机关", "all"),
        ("prefecture", "市本级", "municipal"),
        ("prefecture", "市直各部门", "municipal"),
        ("prefecture", "市级行政机关及企事业单位", "municipal"),
        ("prefecture", "县(市)、区政府", "county"),
        ("prefecture", "各县区", "county"),
        ("prefecture", "四市三区", "county"),
        ("prefecture", "县级部门", "county"),
        ("county", "全县", "all"),
        ("county", "县乡两级", "all"),
        ("county", "县级部门", "municipal"),
        ("county", "县直单位", "municipal"),
        ("county", "各乡镇", "county"),
        ("county", "区政府各部门", "municipal"),
        ("province", "全省", "all"),
        ("province", "省市县三级政府", "all"),
        ("province", "省直部门", "municipal"),
        ("province", "各市州政府", "county"),
        ("province", "市、县两级", "county"),
        ("department", "厅机关", "municipal"),
        ("department", "直属单位", "county"),
        ("department", "各分局", "county"),
    ],
)
def test_scope_words_mean_what_the_level_makes_of_them(level, words, scope):
    assert scopes(f"{words}受理政府信息公开申请30件。", level=level) == [scope]


def test_without_a_scope_word_a_figure_is_of_all():
    assert scopes("主动公开政府信息12345条。") == ["all"]


def test_a_scope_word_holds_to_the_end_of_its_sentence():
    sentence = "2017年市本级举办在线访谈21期，新闻发布会34期。全市受理政府信息公开申请8件。"
    assert scopes(sentence) == ["municipal", "municipal", "all"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (  # both are told, so that what follows is of both
            "市直部门主动公开政府信息2.3万条，县（市、区）主动公开3.2万条；政府网站公开4.2万条。",
            ["municipal", "county", "all"],
        ),
        (
            "全市主动公开政府信息5.5万条，其中市直部门2.3万条、县（市、区）3.2万条，政府网站公开4.2万条。",
            ["all", "municipal", "county", "all"],
        ),
        (
            "市直部门公开政府信息2.3万条，县（市、区）公开3.2万条，合计5.5万条；政务微信公开1.2万条。",
            ["municipal", "county", "all", "all"],
        ),
        (  # only one was told
            "市本级主动公开政府信息2.3万条；政府网站公开1.2万条。",
            ["municipal", "municipal"],
        ),
    ],
)
def test_where_several_scopes_were_told_the_whole_follows(sentence, expected):
    assert scopes(sentence) == expected


def test_a_place_may_be_a_part():
    sentence = "全市收到政府信息公开申请120件。其中襄城区受理申请12件，南漳县8件。"
    assert scopes(sentence) == ["all", "襄城区", "南漳县"]


def test_a_place_may_be_the_subject_and_an_unknown_body_is_none():
    sentence = "襄城区主动公开政府信息15632条。供水公司主动公开政府信息120条。"
    assert scopes(sentence, heading="主动公开政府信息情况") == ["襄城区"]


def test_a_place_goes_on_with_what_was_counted():
    sentence = "襄城区主动公开政府信息15632条，南漳县主动公开9865条，供水公司主动公开120条。"
    assert scopes(sentence) == ["襄城区", "南漳县"]


def test_the_office_of_a_government_is_above_its_departments():
    sentence = "市政府新闻办举办新闻发布会52场。"
    assert scopes(sentence) == ["市政府新闻办"]
    assert scopes(sentence, level="department", body="新乡市教育局") == []
    sentence = "举办新闻发布会1次，市政府新闻办2次。"
    assert scopes(sentence, level="department", body="新乡市教育局") == ["all"]


def test_an_office_has_a_figure_of_its_own_beside_its_bodys():
    sentence = "从事政府信息公开工作人员215人；县政府信息公开办公室有专职人员3人。"
    assert scopes(sentence, level="county", body="清河县") == ["all", "县政府信息公开办公室"]
    sentence = "县政府信息公开办公室负责日常工作，有兼职人员8人。"
    assert scopes(sentence, level="county", body="清河县") == ["all"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("省安监局主动公开政府信息11条。", "湖南省安全生产监督管理局"),
        ("局门户网站公开政府信息486条。", "清河口市民政局"),
        ("“岳阳地税”网站公开政府信息2108条。", "岳阳市地方税务局"),
        ("中心主动公开政府信息613条。", "宜昌市住房公积金中心"),
        ("省局主动公开政府信息613条。", "江苏省药品监督管理局"),
        ("省局网站公开政府信息5620条。", "江苏省药品监督管理局"),
        ("全年委网站公开政府信息912条。", "潍坊市卫生健康委员会"),
        ("“贵州环保”政务微博公开政府信息183条。", "贵州省环境保护厅"),
    ],
)
def test_what_an_office_calls_itself_is_the_whole(sentence, body):
    assert scopes(sentence, level="department", body=body) == ["all"]


def test_a_provincial_bureau_is_its_own_level_beside_those_below():
    sentence = "全系统主动公开政府信息3106条，其中省局1264条，市县局1842条。"
    body = "江苏省药品监督管理局"
    assert scopes(sentence, level="department", body=body) == ["all", "municipal", "county"]


def test_what_two_offices_hold_together_is_nobodys_alone():
    sentence = "区政府办公室会同区监察局举办政府信息公开业务培训班4期。"
    assert scopes(sentence, level="county", body="滨江区") == ["all"]


def test_the_second_account_of_a_part_is_of_the_same_name():
    sentence = "全市微博、微信发布政府信息9万条，其中“云岭发布”微博5128条、微信3016条。"
    assert scopes(sentence)[1:] == ["“云岭发布”微博"] * 2


def test_the_office_of_a_place_below_is_no_own_level():
    sentence = "全系统主动公开政府信息3106条。武安市局公开政府信息318条，市局公开1264条。"
    body = "邯郸市食品药品监督管理局"
    assert scopes(sentence, level="department", body=body)[:2] == ["all", "武安市局"]


@pytest.mark.parametrize(
    ("sentence", "level", "scope"),
    [
        ("市县林业主管部门收到政府信息公开申请5件。", "department", "county"),
        ("管委会机关公开政府信息761条。", "county", "municipal"),
        ("各村公开政府信息68条。", "township", "county"),
        ("镇（街道）和村（社区）公开政府信息109条。", "county", "county"),
        ("省政府各部门、各直属机构公开政府信息14条。", "province", "municipal"),
    ],
)
def test_levels_below_and_of_ones_own(sentence, level, scope):
    assert scopes(sentence, level=level) == [scope]


def test_the_next_paragraph_goes_on_with_the_only_level_of_its_section():
    text = "市局机关收到政府信息公开申请37件。\n\n从答复情况看，同意公开12件。"
    body = "岳阳市公安局"
    heading = "依申请公开政府信息办理情况"
    assert scopes(text, level="department", body=body, heading=heading) == ["municipal"] * 2


def test_offices_named_together_have_no_figure_of_their_own():
    assert scopes("省政府新闻办、市政府新闻办全年举办新闻发布会5场。") == []


def test_several_channels_are_of_no_one_platform():
    sentence = "通过县政府门户网站、政务微博、政务微信、电视台、报刊等公开政府信息8620条。"
    assert scopes(sentence, level="county", body="清河县") == ["all"]


def test_a_subject_in_a_parenthesis_ends_with_it():
    sentence = "因政府信息公开引发行政复议3件（省环保厅2件、市政府1件），2件维持。"
    heading = "因政府信息公开申请行政复议的情况"
    assert scopes(sentence, heading=heading)[-1] == "all"
    assert "省环保厅" in scopes(sentence, heading=heading)


def test_a_part_is_left_where_a_figure_exceeds_it():
    sentence = "全市因政府信息公开引发行政复议26件，其中市本级12件，维持18件，纠错3件。"
    assert scopes(sentence) == ["all", "municipal", "all", "all"]


def test_in_the_report_of_a_county_a_city_is_above():
    sentence = "参加市政府新闻发布会2场。县政府举行新闻发布会3场。"
    assert scopes(sentence, level="county", body="清河县") == ["municipal"]
    assert scopes("全市公开政府信息30条。", level="county", body="清河县") == []
    assert scopes("全市公开政府信息30条。", level="county", body="乐陵市") == ["all"]


def test_behind_a_part_the_whole_comes_back_with_a_semicolon():
    sentence = "全市设置政府信息公开查阅点848个，其中，各县（市）区设置545个；从事政府信息公开工作人员40人。"
    assert scopes(sentence) == ["all", "county", "all"]


def test_the_next_sentence_carries_a_scope_only_where_it_goes_on():
    reconsideration = "2017年，县市区共收到行政复议13件。其中维持具体行政行为数4件。"
    found = scopes(reconsideration, heading="四、行政复议情况")
    assert found == ["county", "county"]
    assert scopes("市级部门受理政府信息公开申请90件。共答复申请120件。") == ["municipal", "all"]


def test_a_heading_sets_the_scope_of_its_section():
    assert scopes("主动公开政府信息300条。", heading="市本级公开情况") == ["municipal"]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("市政府信息公开协调小组办公室共办理依申请公开60件。", ["市政府信息公开协调小组办公室"]),
        ("2017年，“中国襄阳”发布各类信息35753条。", ["“中国襄阳”"]),
        (
            "受理申请56件，分别涉及红旗区2件、市工商管理局和市环境保护局各1件。",
            ["all", "红旗区", "市工商管理局", "市环境保护局"],
        ),
        (
            "全市共收到申请25件，申请量居前3位的是辉县市、原阳县和红旗区，分别为15件、6件和4件。",
            ["all", "辉县市", "原阳县", "红旗区"],
        ),
    ],
)
def test_named_units(sentence, whose):
    assert scopes(sentence, heading="依申请公开政府信息情况") == whose


def test_the_reporting_body_itself_is_the_whole():
    sentence = "2017年，省教育厅主动公开政府信息3,914条。"
    assert scopes(sentence, level="department", body="湖北省教育厅") == ["all"]
    assert scopes(sentence, level="province", body="湖北省") == ["省教育厅"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("是合肥市、阜阳市、芜湖市", ["合肥市", "阜阳市", "芜湖市"]),
        ("市级部门中，市国土局", ["市国土局"]),
        ("陵城街道办事处", ["陵城街道办事处"]),
        ("和平区和红桥区", ["和平区", "红桥区"]),
        ("主要集中在房地规划等方面", []),
    ],
)
def test_names(text, found):
    assert names(text) == found


def test_words_for_two_scopes_together_mean_the_whole():
    assert scopes("各县区和市直各部门共受理政府信息公开申请30件。") == ["all"]
    assert stated_scope([]) is None
    assert Scope("all") == ALL
