from analysis.codebook.divisions import divisions
from analysis.documents.bodies import candidates, choose, parse


def test_names_above_narrow_the_place():
    assert len(candidates(("鼓楼区",), 2017, divisions())) == 4
    (place,) = candidates(("江苏省", "徐州市", "鼓楼区"), 2017, divisions())
    assert place.adcode == "320302"
    assert candidates(("河北省", "徐州市"), 2017, divisions()) == []


def test_a_name_of_other_years_is_found_last():
    assert {p.until for p in candidates(("襄樊市",), 2015, divisions())} == {2009}
    (place,) = candidates(("襄樊市", "襄城区"), 2015, divisions())
    assert place.prefecture == "襄樊市"


def test_context_decides_only_when_it_speaks_of_one():
    found = candidates(("鼓楼区",), 2017, divisions())
    assert choose(found, "在南京市委领导下").adcode == "320106"
    assert choose(found, "南京、徐州两市") is None
    assert choose(found, "") is choose([], "南京") is None


def test_kinds():
    kinds = {
        "新乡市": "government",
        "新乡市人民政府": "government",
        "襄阳市人民政府办公室": "office",
        "乐陵市电子政务办公室": "office",
        "同江市政务公开办": "office",
        "襄阳市政务信息管理中心": "office",
        "湖北省教育厅": "department",
        "教育部": "department",
        "桃源县漳江镇人民政府": "township",
        "集安市黎明街道办事处": "township",
        "南京市江北新区管理委员会": "zone",
        "国务院": "national",
    }
    assert {name: parse(name, divisions()).kind for name in kinds} == kinds


def test_what_names_no_body():
    assert [
        parse(words, divisions()) for words in ("", "我市", "全市", "关于进一步", "二〇一七")
    ] == [None] * 5


def test_names_that_need_a_place():
    assert parse("市教育局", divisions()).lacks_place
    assert parse("尹集乡人民政府", divisions()).lacks_place
    assert not parse("国家税务总局", divisions()).lacks_place
    assert not parse("天府新区", divisions()).lacks_place
