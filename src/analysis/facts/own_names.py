"""Whether a name is that of the body that reports, in full or in short (本机关的全称和简称)."""

import re
from functools import cache, lru_cache

from analysis.codebook.bodies import bodies
from analysis.codebook.scopes import scopes

_LEVEL = "省市区县州旗盟镇乡"
_LEVELS_ABOVE = {
    "prefecture": "省",
    "county": "省市州盟",
    "township": "省市县区州旗盟",
    "department": "省市县区州旗盟",
}
_SHORTEST = 3  # characters of a place by name: 塔山镇
_RANKS = ("省", "市州盟", "区县旗", "镇乡")
_OF_THE_STATE = ("国家", "国务院", "中国政府")
_TRADE, _IN_SHORT = 6, 2  # characters of a trade with its office, and of a trade in short
_SITE = re.compile(
    "(?:政务|官方|政府)?(?:(?:门户)?网站?|(?:新浪|腾讯)?(?:微博|微信)?(?:公众号|微博|微信))$"
)
_ACCOUNTS = "(?:(?P<wechat>微信公众号|公众号|微信)|(?P<weibo>微博))"
_NAMED_BEHIND = re.compile("(?:政务|官方)?(?:微博|微信)(?:公众号)?“")
_NAMED = re.compile("“([^”]+)”")
_SERVICE = re.compile("(?:新浪|腾讯)(?:官方|政务)?微博")
_ACCOUNT = re.compile("“(?!中国)[^”]+”(?!.*网站?$)")


@lru_cache(maxsize=256)
def is_own_name(name: str, body: str) -> bool:
    """Tell whether a name is the reporting body's own.

    A short name has the characters of the long one in their order, and of the levels it may begin
    with the lowest only: 市水务局 in the report of a district's 水务局 is above it.

    Examples
    --------
    >>> is_own_name("省安监局", "湖南省安全生产监督管理局")
    True
    >>> is_own_name("市卫生计生委", "潍坊市卫生和计划生育委员会")
    True
    >>> is_own_name("高新区管委会", "永宁高新技术产业开发区")
    True
    >>> is_own_name("净月区", "长春净月高新技术产业开发区")
    True
    >>> is_own_name("区城管局", "合肥市蜀山区城市管理局")
    True
    >>> is_own_name("县市场监管局", "宁海县市场监督管理局")
    True
    >>> is_own_name("局信息公开领导小组", "清溪县统计局")
    True
    >>> is_own_name("塔山镇人民政府", "永丰县塔山镇")
    True
    >>> is_own_name("市水务局", "武汉市江夏区水务局")
    False
    >>> is_own_name("省教育厅", "襄阳市教育局")
    False
    """
    body = body.replace("人民政府", "政府")
    name = name.replace("人民政府", "政府").removesuffix("办事处")  # 街道办事处 of 长延堡街道
    place = name.removesuffix("政府")
    of_it = len(place) >= _SHORTEST and body.removesuffix("政府").endswith(place)
    if (
        of_it
        or body.removesuffix("办事处").endswith(name)
        or body.endswith(name)
        or bodies().own_groups.pattern.match(name)
    ):
        return True
    if is_zone(body) and len(name) >= _SHORTEST and name.endswith("区") and name[:-1] in body:
        return True
    of_a_zone = body.endswith("区") and is_zone(body) and name.endswith("管委会")
    body += "管理委员会" if of_a_zone else ""
    return _is_short_for(name, body)


def is_own_room(name: str, body: str) -> bool:
    """Tell whether a name is that of the body's own office, for all its work or for this work.

    Examples
    --------
    >>> is_own_room("管委会办公室", "临海新材料产业园区"), is_own_room("局办公室", "清溪县统计局")
    (True, True)
    >>> is_own_room("区政务公开办", "云岗区"), is_own_room("市政务公开办", "云岗区")
    (True, False)
    >>> is_own_room("自治区政务公开办", "广西壮族自治区")
    True
    >>> is_own_room("市政务公开领导小组", "临江市")
    True
    >>> is_own_room("县政务公开办", "清溪县统计局"), is_own_room("城关镇政务公开办", "清溪县")
    (False, False)
    """
    if name.endswith("办公室") and is_own_name(name.removesuffix("办公室"), body):
        return True
    owner = _owner_of_room(name)
    government = bodies().general_offices.pattern.sub("", body).removesuffix("人民政府")
    return owner is not None and government.endswith(owner)


def is_own_group(name: str, body: str) -> bool:
    """Tell whether a name is that of the government's leading group for this work.

    Examples
    --------
    >>> is_own_group("县政府信息公开领导小组", "临江县"), is_own_group("县政务公开办", "临江县")
    (True, False)
    """
    return bool(bodies().leading_groups.pattern.search(name)) and is_own_room(name, body)


def is_room_above(name: str, body: str, level: str) -> bool:
    """Tell whether a name is that of the office for this work of a government above the body.

    Examples
    --------
    >>> is_room_above("市政务公开办", "临江县", "county")
    True
    >>> is_room_above("县政务公开办", "临江县", "county")
    False
    >>> is_room_above("县政务公开办", "清溪县统计局", "department")
    True
    """
    owner = _owner_of_room(name)
    above = _LEVELS_ABOVE.get(level, "")
    return bool(owner) and owner in above and not is_own_room(name, body)


def _owner_of_room(name: str) -> str | None:
    """Return whose office for open government information a name is that of, as it is written."""
    room = bodies().rooms.pattern.search(name)
    return name[: room.start()] if room else None


def is_zone(body: str) -> bool:
    """Tell whether the reporting body is a development zone (开发区), which a 管委会 governs.

    Examples
    --------
    >>> is_zone("滨澜经济开发区"), is_zone("海淀区")
    (True, False)
    """
    return bool(bodies().zones.pattern.search(body))


def is_school(body: str) -> bool:
    """Tell whether the reporting body is a school, whose year begins in autumn.

    Examples
    --------
    >>> is_school("湖南工程学院"), is_school("湖南省教育厅")
    (True, False)
    """
    return bool(bodies().schools.pattern.search(body))


def is_own_subject(said: str, body: str) -> bool:
    """Tell whether a subject is the body's own: what it is named after, or what such bodies open.

    Examples
    --------
    >>> is_own_subject("教育", "清水县教育局"), is_own_subject("学校", "清水县第一中学")
    (True, True)
    >>> is_own_subject("环保", "甘肃省环境保护厅"), is_own_subject("环保", "甘肃省教育厅")
    (True, False)
    >>> is_own_subject("院务公开", "资川县人民医院"), is_own_subject("院务公开", "清水县教育局")
    (True, False)
    """
    kinds = (kind for kind, words in bodies().own_subjects.items() if said in words)
    own = any(getattr(bodies(), kind).pattern.search(body) for kind in kinds)
    return own or _is_trade(said.removesuffix("信息"), body)


def _is_trade(said: str, body: str) -> bool:
    """Tell whether a subject stands in a name, in short at its characters' places (环保)."""
    left = iter(body[-_TRADE:])
    return said in body or (len(said) == _IN_SHORT and all(char in left for char in said))


def is_own_level(name: str, body: str) -> bool:
    """Tell whether a name is but the level of the body and its kind (省局 of a province's 药监局).

    Examples
    --------
    >>> is_own_level("省局", "江苏省地方税务局"), is_own_level("省局", "徐州市国土资源局")
    (True, False)
    >>> is_own_level("市局", "盐城市公安局"), is_own_level("区局", "江宁区市场监督管理局")
    (True, True)
    """
    place = _place(body)
    own = bool(place) and place.group().endswith(name[0])
    return own and len(name) == 2 and body.removesuffix("员会").endswith(name[1])


def is_own_site(name: str, body: str) -> bool:
    """Tell whether a website or account is that of the office that reports: its channel as such.

    Examples
    --------
    >>> is_own_site("局门户网站", "襄阳市教育局"), is_own_site("委网站", "潍坊市卫生健康委员会")
    (True, True)
    >>> is_own_site("“岳阳地税”网站", "岳阳市地方税务局")
    True
    >>> is_own_site("“贵州环保”政务微博", "贵州省环境保护厅")
    True
    >>> is_own_site("“平安南靖”微信公众号", "南靖县公安局")
    True
    >>> is_own_site("“南靖发布”微博", "南靖县公安局"), is_own_site("“南靖交警”微博", "南靖县公安局")
    (False, False)
    >>> is_own_site("微信公众号“望江路之窗”", "望江路街道办事处")
    True
    >>> is_own_site("“贵州教育发布”微信", "贵州省教育厅")
    True
    >>> is_own_site("“襄阳发布”微博", "襄阳市"), is_own_site("新浪微博", "襄阳市")
    (False, True)
    >>> is_own_site("市政府门户网站", "襄阳市教育局"), is_own_site("市门户网站", "襄阳市")
    (False, False)
    """
    if _SERVICE.fullmatch(name):
        return True
    if _NAMED_BEHIND.match(name) or _ACCOUNT.match(name):
        return not bodies().governments.pattern.search(body) and not _is_of_others(name, body)
    owner = _SITE.sub("", name).strip("“”")
    if is_of_own_government(owner, body):
        return True
    if owner == "区":
        return is_zone(body)  # 开发区门户网站, of which 区门户网站 is the name
    if owner[-1:] in ("局", "厅", "委") and (len(owner) == 1 or is_own_level(owner, body)):
        return body.removesuffix("员会").endswith(owner[-1])
    named = len(owner) > 2 and is_own_name(owner, body)
    return owner != name and (named or _is_made_up_of(owner, body))


def is_site_above(name: str, body: str) -> bool:
    """Tell whether a website is named after a level above the office that reports.

    Examples
    --------
    >>> is_site_above("省厅网站", "临江市水利局"), is_site_above("市政府网站", "临江市水利局")
    (True, False)
    >>> is_site_above("市政府网站", "临江市江州区教育局")
    True
    """
    place = _place(body)
    if place is None or name.startswith(_OF_THE_STATE):
        return name.startswith(_OF_THE_STATE)
    ranks = {level: rank for rank, levels in enumerate(_RANKS) for level in levels}
    own = ranks.get(place.group()[-1])
    return own is not None and ranks.get(name[0], own) < own and place.group()[-1] != name[0]


def is_of_own_government(owner: str, body: str) -> bool:
    """Tell whether a government's name is of the one that a general office reports for.

    Examples
    --------
    >>> is_of_own_government("市政府", "磐石市人民政府办公室")
    True
    >>> is_of_own_government("市政府", "磐石市教育局"), is_of_own_government("市政府", "磐石市")
    (False, False)
    """
    place = owner.removesuffix("政府").removesuffix("人民")
    government = bodies().general_offices.pattern.sub("", body)
    return bool(place) and government != body and government.endswith(place)


@cache
def own_site(body: str) -> re.Pattern | None:
    """Return what finds an office's website or account that is named after its place and its trade.

    Examples
    --------
    >>> own_site("南宁市教育局").search("我局通过南宁教育信息网公开信息3867条").group()
    '南宁教育信息网'
    >>> own_site("临江市国土资源局").search("通过临江国土资源网公开867条").group()
    '临江国土资源网'
    >>> own_site("铜山市城市管理局").search("通过铜山城管微信公众号发布276条")["wechat"]
    '微信公众号'
    >>> own_site("宜陵市教育局").search("通过宜陵教育考试网发布信息26条") is None
    True
    """
    place = _place(body)
    if place is None or not bodies().offices.pattern.search(body):
        return None
    name = re.split(f"[{_LEVEL}]", place.group().rstrip(_LEVEL))[-1]
    trade = body[place.end() :].removesuffix("委员会")
    if not name or len(trade) < _SHORTEST:
        return None
    own = f"{name}[{_LEVEL}]?[{trade[:-1]}]{{2,8}}"
    return re.compile(f"{own}(?:(?P<website>(?:信息|政务)?网站?)|(?:政务|官方)?{_ACCOUNTS})")


def is_own_page(owner: str, body: str) -> bool:
    """Tell whether a page on another's website is that of the office that reports.

    Examples
    --------
    >>> is_own_page("财政局", "秦安县财政局"), is_own_page("本局", "秦安县财政局")
    (True, True)
    >>> is_own_page("农业农村", "榕浦市农业农村局"), is_own_page("教育局", "秦安县财政局")
    (True, False)
    """
    return bool(bodies().own_words.pattern.fullmatch(owner)) or owner in body


def _place(body: str) -> re.Match | None:
    """Return the place that a name begins with: 市场监督管理局 is of no 市."""
    return _place_shape().match(body)


@cache
def _place_shape() -> re.Pattern:
    trades = bodies().trades.pattern.pattern
    return re.compile(f".*(?!{trades})[{_LEVEL}](?=[^{_LEVEL}]|{trades})")


def _is_made_up_of(owner: str, body: str) -> bool:
    """Tell whether a name is made up of an office's (“岳阳地税” of 岳阳市地方税务局)."""
    left = iter(body)
    is_office = body.endswith(("局", "厅", "委员会", "办公室"))
    return is_office and len(owner) > 3 and all(char in left for char in owner)


def _is_of_others(name: str, body: str) -> bool:
    """Tell whether an account's name says that it is another's (“南靖发布”, “南靖交警”).

    “贵州教育发布” of 贵州省教育厅 names its trade, too, and “塔山镇发布” the whole body.
    """
    said = _NAMED.search(name)
    left = [word for word in scopes().accounts_of_others if word in name]
    if left:
        owner = said[1].removesuffix(left[0]) if said else ""
        place = _place(body) if bodies().offices.pattern.search(body) else None
        trade = place and set(owner) - set(place.group()) and set(owner) <= set(body)
        trade = trade and not _is_of_place_above(owner, place.group())
        return not (trade or (len(owner) >= _SHORTEST and body.endswith(owner)))
    return any(trade in name and not set(trade) <= set(body) for trade in scopes().trades)


def _is_of_place_above(owner: str, place: str) -> bool:
    """Tell whether a name has but the higher of two places (“临江教育” of 临江市江州区教育局)."""
    places = re.split(f"(?<=[{_LEVEL}])(?=..)", place)
    higher, own = places[0][:-1], places[-1][:-1]
    return len(places) > 1 and higher in owner and own not in owner


def _is_short_for(name: str, body: str) -> bool:
    place = _place(body)
    if name[0] in _LEVEL and not (place and place.group().endswith(name[0])):
        return False
    ends_alike = name[-1] == body[-1] or (
        name[-1] in "委办" and body.endswith(("委员会", "办公室"))
    )
    left = iter(body)
    return len(name) > 2 and ends_alike and all(char in left for char in name)
