"""Words as their neighbours have them read (上下文中的词): media of 市级 say nothing of scope."""

import re
from dataclasses import dataclass, replace
from functools import cache

from analysis.codebook.scopes import scopes
from analysis.facts.lexing import Token
from analysis.facts.own_names import is_own_level, is_own_page, own_site
from analysis.facts.quantities import Quantity

_JOINED_BEFORE = re.compile(r"(?:[及和与]|以及)(?:各|\d+个)?$")  # 县行政服务中心和12个乡镇中心
_JOINING = 5  # characters of 以及各, 和125个
_JOINED_BEHIND = re.compile("(?:[及和与]|以及|、(?=各))各?")
_NOTHING = {"function": ("word",)}
_WHOM = re.compile("(?<![类务班期次、])培训(?:[^,;。、和及与\\d]{1,8}(?:[、和及与]|以及)){,3}$")
_ATTENDING = re.compile("[^,;。\\d]{,8}[\\d.万余多]+(?:余|多)?(?:名|人次|人)(?:参加|参训)")
_OWN_SITE = re.compile("[局厅委](?:机关)?(?:门户)?网站")
_TRAINED = re.compile("培训[^,;。]*")
_CHECKED = re.compile(r"[^,;。\d]{,16}(?:考核|考评|督查|检查|抽查|测评|评估)")
_ADDRESSED = re.compile("面向(?:[^,;。]{1,8}[、和及与])*$")  # 面向市直部门和县区举办培训班2期
_LAST_YEARS = re.compile(r"(?:20\d{2}年度?|\()$")
_COMMA = re.compile("[,;:]")
_PLACE_NAME = re.compile("[一-龥]{1,6}$")  # before 市局
_OF_PLACES = "县区镇乡街旗"  # what names of places end in
_NAME = 3  # characters of a place's name, at least: 宁河区
_UNIT = 2  # characters at the beginning of a scope word in which its unit stands: 全市, 市直部门


@dataclass(eq=False)
class Stretch:
    """A stretch of a report in which words are read.

    Attributes
    ----------
    text : str
        The whole view's text, which all offsets refer to.
    start, end : int
        From its first character to its last, included.
    level : str
        Of the reporting body, which decides what scope words mean.
    body : str
        Who reports: the words of its name are known, and no other subject.
    quantities : list of Quantity
        Numbers, percentages included, in order.
    """

    text: str
    start: int
    end: int
    level: str
    body: str
    quantities: list[Quantity]

    def is_interrupted(self, start: int, end: int) -> bool:
        """Tell whether a number or a comma stands between two places."""
        numbers = any(start <= q.start < end for q in self.quantities)
        return numbers or bool(_COMMA.search(self.text, start, end))


def with_scopes_in_place(words: list[Token], at: Stretch) -> list[Token]:
    """Return words with those for scopes, and other names, read as their neighbours have them."""
    words = [_with_its_place(t, words, at) if "scope" in t.notions else t for t in words]
    words = [t for t in words if t]
    if at.level in ("department", "township"):
        words = _with_own_pages(words, at)
    beside = zip([None, *words], words, [*words[1:], None], strict=False)
    return [
        _in_place(last, _joined(t, words, at), following, at)
        if "scope" in t.notions or t.name
        else t
        for last, t, following in beside
    ]


def _with_own_pages(words: list[Token], at: Stretch) -> list[Token]:
    """Return words with the body's own page on another's website as its website.

    县政府网站财政局栏目 and 区政府网站政府信息公开专栏 are what the office has for a site.
    """
    for site in [t for t in words if t.has("channel", "website")]:
        page = scopes().pages.pattern.match(at.text, site.end, at.end)
        column = at.level == "township" and page and page.group().startswith("“")
        if page and (column or is_own_page(page["owner"], at.body)):
            own = Token(site.start, page.end(), {"channel": ("website",)})
            apart = [t for t in words if t.end <= site.start or t.start >= page.end()]
            words = sorted([*apart, own], key=lambda t: t.start)
    return words


def with_own_site(words: list[Token], at: Stretch) -> list[Token]:
    """Return words with an office's own website, named after place and trade, as its website.

    我局通过南宁教育信息网公开信息3867条, in the report of 南宁市教育局.
    """
    pattern = own_site(at.body) if at.level == "department" else None
    pattern = None if _OWN_SITE.search(at.text) else pattern  # beside 局门户网站
    for site in pattern.finditer(at.text, at.start, at.end) if pattern else ():
        apart = [t for t in words if t.end <= site.start() or t.start >= site.end()]
        own = Token(*site.span(), {"channel": (site.lastgroup,)})
        words = sorted([*apart, own], key=lambda t: t.start)
    return words


def with_what_is_left(words: list[Token], at: Stretch) -> list[Token]:
    """Return words with 结转 behind what was concluded as into the next year.

    办结54件,结转4件; not of 办结54件,其中结转4件, which had come from the last one, nor of anything
    else that was concluded: 收到行政复议4件,办结3件,结转1件.
    """
    done = others = False
    read = []
    for token in words:
        if token.has("topic"):
            others = not token.has("topic", "request", "information")
        if token.has("relation", "part", "past") or token.has("act", "receive"):
            done = False
            others = others or _takes_in_others(token, words, at)
        elif token.has("act", "conclude", "reply") or token.has("timing"):
            done = not others
        left = done and token.has("relation", "carried_on") and _is_left(token, words, at)
        read.append(replace(token, notions={"carried": ("out",)}) if left else token)
    return read


def _is_left(token: Token, words: list[Token], at: Stretch) -> bool:
    """Tell whether a number of what is left follows, of no year before (办结25件,2021年结转3件)."""
    counted = next((q for q in at.quantities if q.before == token.end), None)
    if counted is None or _LAST_YEARS.search(at.text, at.start, token.start):
        return False
    behind = next((t for t in words if t.start > counted.start), None)
    listed = at.text.startswith("、", counted.behind)
    new = (
        listed and behind is not None and behind.has("act", "receive")
    )  # 结转3件、新收22件均已办结
    return not new


def _takes_in_others(token: Token, words: list[Token], at: Stretch) -> bool:
    """Tell whether unknown words say what came in (受理取水许可52件,办结50件,结转2件)."""
    number = next((q.before for q in at.quantities if q.before >= token.end), token.end)
    known = sum(t.end - t.start for t in words if token.end <= t.start and t.end <= number)
    said = at.text[token.end : number]
    return token.has("act", "receive") and len(said) > known and not _COMMA.search(said)


def _joined(token: Token, words: list[Token], at: Stretch) -> Token:
    """Return a scope word joined to other bodies as one for all.

    州直机关和13个县市, 总局机关和各直属检验检疫局.
    """
    if not token.has("scope", "municipal", "county"):
        return token
    before = _JOINED_BEFORE.search(at.text, max(at.start, token.start - _JOINING), token.start)
    behind = _JOINED_BEHIND.match(at.text, token.end)
    places = [before.start() - 1] if before else []
    places += [behind.end()] if behind else []
    own = at.text[token.start : token.end]
    if not any(_is_other_body(place, words, own, at) for place in places):
        return token
    return replace(token, notions={**token.notions, "scope": ("all",)})


def _is_other_body(place: int, words: list[Token], own: str, at: Stretch) -> bool:
    """Tell whether what is joined to a scope word is no scope word, nor its own office."""
    there = next((t for t in words if t.start <= place < t.end), None)
    if there:
        is_own = own in there.name or there.name[:1] == own[0]  # 省政府新闻办和省直部门
        return (bool(there.name) and not is_own) or there.has("channel", "medium")
    counts = any(q.before <= place < q.behind for q in at.quantities)
    return counts or is_han(at.text[place : place + 1] or " ")


def _in_place(last: Token | None, token: Token, following: Token | None, at: Stretch) -> Token:
    """Return a word without what it does not say where it stands, between two others.

    到行政服务中心窗口递交: a place and no other subject. 乡镇“一把手”, 占市级部门的四成,
    市政务办举办全市培训班2期, 市级媒体, 县政府出台的文件: whose leaders, of what a share, for
    whom, whose media and documents, not whose figure. 在局机关一楼: where.
    """
    dropped = {"scope"} if _is_no_scope(last, token, following, at) else set()
    before = at.text[max(at.start, token.start - 1) : token.start]
    dropped |= {"foreign"} if token.name and before in ("在", "到", "于", "至", "向") else set()
    if dropped.isdisjoint(token.notions):
        return _seen_from_here(token, at)
    left = {f: v for f, v in token.notions.items() if f not in dropped}
    return replace(token, notions=left or _NOTHING)


def _is_no_scope(last: Token | None, token: Token, following: Token | None, at: Stretch) -> bool:
    """Tell whether a word for a scope says something else of what stands beside it."""
    before = at.text[max(at.start, token.start - 1) : token.start]
    behind = token.end + at.text.startswith("“", token.end)
    leads = following and following.start == behind and _is_led(last, following, at)
    placed = at.level == "department" and before in ("在", "到")
    return bool(
        leads
        or placed
        or before == "占"
        or _is_of_a_site(token, following, at)
        or _is_whom(token, before, at)
        or _is_held_for(last, token, following, at)
        or _is_the_whole(token, at)
        or _is_of_nobody(token, at)
        or _is_the_government(token, at)
        or at.text.startswith("”", token.end)  # “青溪县人民政府”政务新媒体
    )


def _is_the_government(token: Token, at: Stretch) -> bool:
    """Tell whether the body's own name stands before (宁河区政府…,共公开信息210条, of 宁河区)."""
    if at.level not in ("prefecture", "county", "township") or not at.body:
        return False
    if any(at.text.find(sign, at.start, at.end) >= 0 for sign in scopes().signs_of_parts):
        return False  # 全县新收152件,其中云山县人民政府52件,县直部门80件
    said = at.text[at.start : token.end]
    place = said.removesuffix("政府").removesuffix("人民")
    return place != said and place.endswith(at.body[-_NAME:])


def _is_of_nobody(token: Token, at: Stretch) -> bool:
    """Tell whether a column is named so, a document's title, or members of a group."""
    named = at.text.startswith(tuple(scopes().of_nobody), token.end)
    return named or _members().match(at.text, token.end) is not None


@cache
def _members() -> re.Pattern:
    return re.compile(rf"[^,;。\d]{{,8}}?(?:{'|'.join(scopes().members)})")


def _is_of_a_site(token: Token, following: Token | None, at: Stretch) -> bool:
    """Tell whether an office's website is named after its own level (我局机关网站公开876条)."""
    site = following and following.start == token.end and following.has("channel", "website")
    return bool(site) and at.text.endswith("机关", 0, token.end) and not _tells_levels(at)


def _is_whom(token: Token, before: str, at: Stretch) -> bool:
    """Tell whether it says who is trained, attends, is addressed or examined.

    培训乡镇及县直单位信息员410人次; 举办培训1次,各股室36人参加; 面向机关处室; 对各县区考核.
    """
    if at.text.rfind("培训", at.start, token.start) >= 0 and _WHOM.search(
        at.text, at.start, token.start
    ):
        return True
    examined = before == "对" and _CHECKED.match(at.text, token.end)
    addressed = _ADDRESSED.search(at.text, at.start, token.start)
    return bool(examined or addressed or _ATTENDING.match(at.text, token.end))


def _is_held_for(last: Token | None, token: Token, following: Token | None, at: Stretch) -> bool:
    """Tell whether something was held for whom a word names, or has a name with it.

    举办全市培训班2期; 组织各学校开展培训2次, in an office's report; 举行省政府新闻发布会118场.
    """
    if not (last and last.end == token.start and last.has("act", "hold")):
        return False
    office = at.level in ("department", "township")
    made_hold = office and at.text.startswith("开展", token.end)
    named = following is not None and _is_named_event(last, token, following, at)
    for_all = token.has("scope", "all") or (office and token.has("scope", "above"))
    return for_all or made_hold or named


def _is_named_event(last: Token, token: Token, following: Token, at: Stretch) -> bool:
    """Tell whether a body held what is called so (举行省政府新闻发布会118场), and took no part."""
    held = not at.text.startswith(("参加", "出席"), last.start)
    held = held and not at.text.endswith(("其中", "其中,"), 0, last.start)
    own = _seen_from_here(token, at) is token and at.text.endswith("政府", 0, token.end)
    return held and own and following.has("topic", "press_conference")


def _is_the_whole(token: Token, at: Stretch) -> bool:
    """Tell whether 省局 is the body, in a paragraph that tells of no level below it."""
    if at.level != "department" or token.end - token.start != _UNIT:
        return False
    if at.body.endswith(at.text[token.start : token.end]):
        return True  # 分局收到复议2件, of 宜城分局
    return is_own_level(at.text[token.start : token.end], at.body) and not _tells_levels(at)


def _tells_levels(at: Stretch) -> bool:
    """Tell whether a paragraph tells of levels below an office, and not only of whom it trains."""
    told = _TRAINED.sub("", at.text)
    return any(word in told for word in scopes().signs_of_levels)


def _is_led(last: Token | None, token: Token, at: Stretch) -> bool:
    """Tell whether a word takes the scope before it: leaders, media, what is issued.

    So does any medium that comes first in a list of means (通过乡镇公开栏、县广播站公布).
    """
    issued = token.has("act", "issue") and at.text.startswith("的", token.end)
    first = last is not None and last.has("relation", "by")
    first = first or at.level in ("department", "township")  # 局机关公开栏22条
    medium = token.has("channel", "medium") and (
        first or "媒体" in at.text[token.start : token.end]
    )
    return "role" in token.notions or medium or issued


def _seen_from_here(token: Token, at: Stretch) -> Token:
    """Return a word for a city as one for what is above, where a county or district reports."""
    is_county = at.level == "county" and not at.body.endswith("市")
    of_a_city = "市" in at.text[token.start : token.start + _UNIT]
    if not (is_county and at.body and of_a_city and token.has("scope", "all", "municipal")):
        return token
    return replace(token, notions={**token.notions, "scope": ("above",)})


def _with_its_place(token: Token, words: list[Token], at: Stretch) -> Token | None:
    """Return a word, the office that it ends the name of, or nothing for an unknown place."""
    if not _ends_name(token, words, at):
        return token
    if at.text[token.start : token.end] not in scopes().short_offices:
        return None
    last = max((t.end for t in words if t.end <= token.start), default=at.start)
    place = _PLACE_NAME.search(at.text, last, token.start)
    name = at.text[place.start() : token.end]
    return Token(place.start(), token.end, {"name": ("office",)}, name)


def _ends_name(token: Token, words: list[Token], at: Stretch) -> bool:
    """Tell whether a scope word behind an unknown one ends a name: 屏山街道, 武安市局."""
    of_a_place = at.text[token.start] in _OF_PLACES and token.has("scope", "county")
    if not (of_a_place or at.text[token.start : token.end] in scopes().short_offices):
        return False
    before = at.text[token.start - 1 : token.start] if token.start > at.start else ""
    known = {t.end for t in words} | {q.behind for q in at.quantities}
    return token.start not in known and before != "个" and is_han(before or " ")


def is_han(char: str) -> bool:
    """Tell whether a character is a Chinese one."""
    return "一" <= char <= "龥"
