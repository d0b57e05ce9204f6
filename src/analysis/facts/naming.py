"""Offices and places that a figure is said of by name (点名的部门和地方)."""

import re
from collections.abc import Iterable
from functools import cache

from analysis.codebook.divisions import divisions
from analysis.codebook.quantities import quantities
from analysis.codebook.scopes import scopes
from analysis.facts.fields import Field, is_mute
from analysis.facts.lexing import Token, says, tokens
from analysis.facts.own_names import is_own_group, is_own_name, is_own_site, is_room_above
from analysis.facts.scoping import ALL, Scope, names, stated_scope
from analysis.facts.sentences import Clause, Sentence

_GOES_ON = re.compile("[、和及与等的(]")  # a list of offices, or what belongs to one
_JOINING = ("会同", "联合", "配合", "协同")  # 会同省政府新闻办召开发布会
_PLACED = ("在", "于", "到", "向", "对", "按照", "依照", "根据", "依据", *_JOINING)
_WITH = ("与", "和", "同")
_TOGETHER = re.compile("[^,;。]{2,20}(?:联合|共同)")
_TOGETHER_WITH = re.compile("[与和同][^,;。]{2,20}(?:联合|共同)")
_JOINED = re.compile("[、和及与]|以及")
_MAY_OPEN = {"name", "relation", "channel"}  # what a clause may begin with that is about one body
_GOVERNMENT = re.compile("(?:国务院|[省市县区州旗]|自治区)(?:人民)?政府")
_OF_LEVELS = re.compile("[省市县区州旗镇乡]+")  # 县市235个 is of no place by name
_AHEAD = 2  # characters of 按照, 会同
_LEAD_IN = 4  # words before a name that only lead to it: 分别涉及红旗区2件


def named_subject(words: Field, body: str) -> Scope | None:
    """Return the office or platform that the own words begin with (市政府办公室受理23件).

    The reporting body itself is the whole: 省教育厅 in the report of 湖北省教育厅.
    """
    first = next(filter(_tells, words.own), None)
    if first is None or words.sentence.unknown(words.begin, first.start):
        return None
    if is_placed(words.sentence, first.start):
        return None
    if first.has("name") and words.sentence.text.startswith("、", first.end):
        return Scope("several")  # 省政府新闻办、市政府新闻办举办发布会5场
    if first.has("name") and _TOGETHER_WITH.match(words.sentence.text, first.end):
        return subject_of(words.own, body)  # 市教育局与市财政局联合举办培训班2期
    if _JOINED.match(words.sentence.text, first.end):
        return None  # 县政府门户网站及各部门子网站公开4930条
    if words.sentence.text.startswith(_JOINING, first.end):
        return None  # 区政府办公室会同区监察局共举办培训班4期
    return subject_of(words.own, body)


def is_placed(sentence: Sentence, place: int) -> bool:
    """Tell whether the words around a name make it no subject.

    在乡便民服务中心设查阅点1个, 与市消委联合召开新闻通气会1次, 按照省物价局核定标准收取1860元,
    会同省发展改革委举行新闻发布会两次.
    """
    before = sentence.text[max(sentence.start, place - _AHEAD) : place]
    together = _TOGETHER.match(sentence.text, place)
    return before.endswith(_PLACED) or (before.endswith(_WITH) and together is not None)


def subject_is_platform(words: Field) -> bool:
    """Tell whether it is a website or an account (厅门户网站开展在线访谈3期)."""
    first = next(filter(_tells, words.own), None)
    return first is not None and first.has("channel")


def _tells(token: Token) -> bool:
    """Tell whether a word may name somebody, or comes before the name that does."""
    return not is_mute(token) and not token.has("relation", "condition")


def subject_of(words: Iterable[Token], body: str) -> Scope | None:
    """Return the office or platform whose name is the first telling word."""
    first = next(filter(_tells, words), None)
    if first is None or not first.name or first.name.startswith(_JOINING):
        return None
    is_own = any(own(first.name, body) for own in (is_own_name, is_own_site, is_own_group))
    return ALL if is_own else Scope("unit", first.name)


def is_above(subject: Scope, level: str, body: str) -> bool:
    """Tell whether an office of a government above the body is named."""
    of_it = level in ("department", "township") and bool(_GOVERNMENT.match(subject.name))
    return of_it or is_room_above(subject.name, body, level)


def subject_at_head(sentence: Sentence, clause: Clause, body: str) -> Scope | None:
    """Return the office or place that a clause begins with: 县教体局走在前列,全年公开信息312条.

    Several at once are nobody's whole: what follows has the scope ``several``.
    """
    opening = clause.tokens[0] if clause.tokens else None
    if opening and opening.start == clause.start and _MAY_OPEN.isdisjoint(opening.notions):
        return None
    first = next(filter(_tells, clause.tokens), None)
    leads = opening and opening.has("relation", "condition")  # 如市公安局…
    if first and first.has("name") and (first.start == clause.start or leads):
        goes_on = _GOES_ON.match(sentence.text, first.end)
        goes_on = goes_on or sentence.text.startswith(_JOINING, first.end)
        return None if goes_on else subject_of([first], body)
    return _place_at_head(sentence, clause, body)


def _place_at_head(sentence: Sentence, clause: Clause, body: str) -> Scope | None:
    """Return the place or places that a clause begins with: 龙游县推出…, 其中襄城区受理12件."""
    opening = clause.tokens[0] if clause.tokens else None
    is_part = opening and opening.start == clause.start and opening.has("relation", "part")
    begin = opening.end if is_part else clause.start
    match = _places().match(sentence.text, begin, clause.end)
    if match is None:
        return _branch_at_head(sentence, clause)
    known = [t for t in clause.tokens if t.start < match.end() and t.end > match.start("first")]
    if any(t.notions.keys() != {"function"} for t in known):
        return None
    if not sentence.unknown(*match.span("first")):
        return None
    followed = any(t.start == match.end() for t in clause.tokens)
    if not followed and not divisions().ever_named(match["first"]):
        return None  # 配合县里做好宣传
    if match["others"]:
        return Scope("several")
    return ALL if is_own_name(match["first"], body) else Scope("unit", match["first"])


def _branch_at_head(sentence: Sentence, clause: Clause) -> Scope | None:
    """Return the branch office that a clause begins with (交警支队召开新闻通气会7次)."""
    match = scopes().branches.pattern.match(sentence.text, clause.start, clause.end)
    if match is None or not sentence.unknown(*match.span()):
        return None
    followed = any(
        t.start == match.end() and (t.has("act") or t.has("channel")) for t in clause.tokens
    )
    return Scope("unit", match.group()) if followed else None


@cache
def _places() -> re.Pattern:
    place = scopes().places.pattern.pattern
    return re.compile(
        rf"(?:如|例如|比如|像)?(?P<first>(?:{place})+)(?P<others>(?:[、和及与](?:{place}))*)"
        r"(?![、和及与等的(]|政府|人民政府|场监)"
    )


@cache
def _ending() -> re.Pattern:
    offices, places = scopes().offices.ends_in.pattern, scopes().places.ends_in.pattern
    return re.compile(f"(?:{offices}|{places})$")


def is_named_place(words: Field, end: int, body: str) -> bool:
    """Tell whether the name of a place is all that is unknown up to `end` (襄城区全年主动公开…)."""
    subject = subject_at_head(words.sentence, words.clause, body)
    text, name = words.sentence.text, subject.name if subject else ""
    place = text.find(name, words.begin, end) if name else -1
    return place >= 0 and words.sentence.unknown(words.begin, end) == words.sentence.unknown(
        place, place + len(name)
    )


def scope_of_whole(words: Field) -> Scope | None:
    """Return whose whole a number is that a share is told of (占市直受理总量612宗的64.7%)."""
    sentence, end = words.sentence, words.quantity.before
    place = sentence.text.rfind("占", words.begin, end)
    if place < 0 or not sentence.text.startswith("的", words.quantity.behind):
        return None
    return stated_scope(tokens(sentence.text, sentence.level, place, end))


def named_unit(words: Field) -> Scope | None:
    """Return the office or place if the own words are nothing but its name (辉县市15件).

    参加省政府新闻办新闻发布会1次,市政府新闻办2次: in a department's report one above it.
    """
    written = words.sentence.text[words.begin : words.quantity.before].strip("、,和及与“”有为共()")
    ranks = says(words.own, "rank")  # 市级部门公开数量排前三位的是市财政局2145条
    may_be_name = _ending().search(written) and (ranks or not stated_scope(words.own))
    found = names(written) if may_be_name else []
    if len(found) != 1 or _OF_LEVELS.fullmatch(found[0]):
        return None
    lead_in = written.rpartition(found[0])[0]
    only_leads = len(lead_in) <= _LEAD_IN or lead_in.endswith(("为", "是", ":"))
    only_leads = only_leads or (ranks and lead_in.endswith(("有", "的")))
    if only_leads and is_own_name(found[0], words.sentence.body):
        return ALL  # 市司法局有两名兼职人员, of that office
    unit = Scope("unit", found[0]) if only_leads else None
    return (
        Scope("above")
        if unit and is_above(unit, words.sentence.level, words.sentence.body)
        else unit
    )


def _counts_a_channel(words: Field) -> bool:
    """Tell whether websites or accounts were counted (103个政务微博公开1.8万余条)."""
    return bool(words.own) and words.own[0].start == words.begin and words.own[0].has("channel")


def has_counted_subject(words: Field) -> bool:
    """Tell whether a number of bodies is the subject: 有9个单位全年公开信息不足20条.

    我市77个责任主体 are all there are: a scope word before the number says so.
    """
    bodies = [*quantities().classifiers["bodies"], *quantities().classifiers["people"]]
    before = [q for q in words.clause.counts if q.behind == words.begin]
    earlier = [q for q in before if q.classifier in bodies]
    verb = next((t for t in words.own if t.has("act")), None)
    if not earlier or verb is None or verb.start == words.begin:
        return False
    before = [t for t in words.clause.tokens if t.end <= earlier[0].before]
    if says(before, "relation", "by") or _counts_a_channel(words):
        return False
    unknown = words.sentence.unknown(words.begin, verb.start)
    return bool(unknown) or stated_scope(before) is None
