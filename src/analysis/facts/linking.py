"""Which number answers which phrase: the only judgement in the reading of prose.

A number is read with its *field*: the words of its clause since the number before, the word that
follows its classifier, and what the sentence has said so far. The field names a topic (what is
counted) and facets (through which channel, with which outcome …); the frames of the codebook turn
them into an indicator. A link is refused where a word that nobody knows stands between the topic
and the number or narrows a count of everything, where the figure is another year's, a growth, a
plan, or about another subject: a wrong value is worse than a missing one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from analysis.codebook.frames import Frame, frames
from analysis.codebook.quantities import quantities as wording
from analysis.facts.lexing import Token
from analysis.facts.quantities import Quantity
from analysis.facts.scoping import ALL, Scope, ScopeTrail, named_subject, names, stated_scope
from analysis.facts.sentences import Clause, Sentence

_JOINT = re.compile(r"[、,和及与]|以及")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_DAY = re.compile(r"(?<![至止—到底])(?:\d{4}年)?\d{1,2}月\d{1,2}日(?![至起止—到])")
_APPEALS = ("reconsideration", "litigation")


@dataclass(frozen=True, slots=True)
class Link:
    """A number, what it counts and whose it is."""

    quantity: Quantity
    topic: str
    facets: dict[str, str]
    indicator: str
    scope: Scope


@dataclass
class Setting:
    """What was said before a sentence that it may carry on.

    Attributes
    ----------
    year : int
        The year reported on.
    headings : list of Token
        Known words of the headings above.
    paragraph : list of Token
        Known words of the paragraph.
    """

    year: int
    headings: list[Token] = field(default_factory=list)
    paragraph: list[Token] = field(default_factory=list)
    prior: Link | None = None
    appeal: str = ""
    scope: Scope = ALL

    def speaks_of(self, notion: str) -> bool:
        facet, value = notion.split(".")
        return any(t.has(facet, value) for t in (*self.headings, *self.paragraph))


@dataclass(frozen=True)
class Field:
    """The words that a number is read with.

    Attributes
    ----------
    own : list of Token
        Known words of the clause since the number before.
    head : Token or None
        The known word that follows the classifier: 120件政府信息公开申请.
    lead : list of Token
        Known words of the clauses before, back to the last number or semicolon.
    begin : int
        Where the own words begin.
    """

    sentence: Sentence
    clause: Clause
    quantity: Quantity
    begin: int
    own: list[Token]
    head: Token | None
    lead: list[Token]

    @property
    def elliptic(self) -> bool:
        """Whether every word of the own field is understood, so that it may be completed."""
        return not self.sentence.unknown(self.begin, self.quantity.before) and not self.foreign

    @property
    def foreign(self) -> bool:
        return any(t.has("foreign") for t in self.own) or bool(self.head and self.head.has("foreign"))

    @property
    def followed_by_unknown_noun(self) -> bool:
        end = _past_particles(self.sentence.text, self.quantity.behind)
        return self.head is None and end < self.clause.end and bool(self.sentence.unknown(end, end + 1))


def link(sentence: Sentence, setting: Setting) -> list[Link]:
    """Link the numbers of a sentence, and leave in `setting` what the next sentence may carry on."""
    trail = ScopeTrail(_inherited_scope(sentence, setting))
    starts_with_part = any(t.has("relation", "part") for t in sentence.clauses[0].tokens)
    prior = setting.prior if starts_with_part else None
    found: list[Link] = []
    clauses = iter(sentence.clauses)
    entered: Clause | None = None
    for group in _groups(sentence):
        clause = _clause_of(sentence, group[0])
        while entered is not clause:
            entered = next(clauses)
            trail.enter(entered)
            _note_appeal(entered.tokens, setting)
        links = list(_link_group(sentence, clause, group, trail, prior, setting))
        found += links
        whole = [one for one in links if one.scope.kind != "unit"] or links
        prior = whole[-1] if whole else prior
    for clause in clauses:
        trail.enter(clause)
    setting.prior, setting.scope = prior or setting.prior, trail.sentence
    return found


def _inherited_scope(sentence: Sentence, setting: Setting) -> Scope:
    """Return the scope that headings set, or the sentence before where this one carries it on (其中)."""
    first = sentence.clauses[0].tokens
    if any(t.has("relation", "part") or t.has("result") for t in first) or setting.appeal and not any(
        t.has("topic") for t in sentence.tokens
    ):
        return setting.scope
    stated = {kind for token in setting.headings for kind in token.values("scope")}
    return Scope(stated.pop()) if len(stated) == 1 else ALL


def _note_appeal(words: list[Token], setting: Setting) -> None:
    """Remember whether reconsideration or litigation was spoken of last, for results (维持3件)."""
    for token in words:
        for topic in token.values("topic"):
            if topic in _APPEALS:
                setting.appeal = topic


def _groups(sentence: Sentence) -> Iterator[list[Quantity]]:
    """Yield the counts one by one, those of a list (25件、23件和13件) together."""
    group: list[Quantity] = []
    for quantity in sentence.quantities:
        if quantity.is_percentage:
            continue
        joined = group and _JOINT.fullmatch(sentence.text, group[-1].behind, quantity.before)
        if group and not joined:
            yield group
            group = []
        group.append(quantity)
    if group:
        yield group


def _clause_of(sentence: Sentence, quantity: Quantity) -> Clause:
    return next(c for c in sentence.clauses if c.start <= quantity.start < c.end)


def _link_group(sentence, clause, group, trail, prior, setting) -> Iterator[Link]:
    """Link a single number, or the numbers of a list to the names before it (分别为)."""
    first = _field(sentence, clause, group[0])
    shared = [t for t in (*first.lead, *first.own) if t.has("relation", "respective")]
    if len(group) > 1 and shared:
        yield from _link_list(first, group, trail, prior, setting)
    elif first.own and first.own[-1].has("relation", "each"):
        yield from _link_each(first, trail, prior, setting)
    else:
        for quantity in group:
            here = _clause_of(sentence, quantity)
            if here is not clause:
                trail.enter(here)
            one = _link_one(_field(sentence, here, quantity), trail, prior, setting)
            if one:
                yield one
                prior = one if one.scope.kind != "unit" else prior


def _field(sentence: Sentence, clause: Clause, quantity: Quantity) -> Field:
    earlier = [q.behind for q in clause.quantities if q.behind <= quantity.before]
    begin = max(earlier, default=clause.start)
    own = [t for t in clause.tokens if t.start >= begin and t.end <= quantity.before]
    after = _past_particles(sentence.text, quantity.behind)
    head = next((t for t in clause.tokens if t.start == after), None)
    return Field(sentence, clause, quantity, begin, own, head, _lead(sentence, clause, earlier))


def _past_particles(text: str, place: int) -> int:
    while place < len(text) and text[place] in "的“”":
        place += 1
    return place


def _lead(sentence: Sentence, clause: Clause, earlier: list[int]) -> list[Token]:
    """Return the words of the clauses before, back to the last number or semicolon."""
    lead: list[Token] = []
    if earlier or clause.opened_by == ";":
        return lead
    before = sentence.clauses[: sentence.clauses.index(clause)]
    for other in reversed(before):
        if other.quantities:
            break
        lead = other.tokens + lead
        if other.opened_by == ";":
            break
    return lead


# --- one number --------------------------------------------------------------------------------------------


def _link_one(words: Field, trail: ScopeTrail, prior: Link | None, setting: Setting) -> Link | None:
    """Link one number with its field, or refuse."""
    if _is_of_another_time(words, setting.year) or words.followed_by_unknown_noun:
        return None
    unit = _named_unit(words)
    reading = _reading(words, unit, prior, setting)
    if reading is None:
        return None
    topic, facets = reading
    return _completed(words, topic, facets, unit or _scope(words, trail), setting)


def _completed(words: Field, topic: str, facets: dict[str, str], scope: Scope, setting: Setting) -> Link | None:
    """Return the link for a topic and its facets if a row of the frame fits and nothing forbids it."""
    frame = frames()[topic]
    row = frame.row(facets, _unit_class(words.quantity, frame))
    if row is None or _is_refused(words, topic, frame, setting):
        return None
    return Link(words.quantity, topic, facets, row.indicator, scope)


def _reading(words: Field, unit: Scope | None, prior: Link | None, setting: Setting):
    """Return topic and facets: as stated in the own words, else as carried on; None where unknown."""
    topic = _stated_topic(words) or _implied_topic(words, prior, setting)
    if topic is None:
        return _carried(words, unit, prior, setting)
    facets = _facets(words, topic)
    if facets is None:
        return None
    nested = any(t.has("relation", "part") for t in words.clause.tokens)
    if prior and prior.topic == topic and nested:
        facets = prior.facets | facets
    return topic, facets


def _stated_topic(words: Field) -> str | None:
    """Return the topic of the nearest noun that the classifier may count."""
    if words.head and words.head.has("topic"):
        return _fitting_topic(words.head, words.quantity)
    for token in reversed(words.own):
        if token.has("foreign"):
            return None
        topic = _fitting_topic(token, words.quantity)
        if topic and _means_something_else(words, topic):
            return None
        if topic:
            known = not words.sentence.unknown(token.end, words.quantity.before)
            return topic if known and not _is_narrowed(words, token, topic) else None
    return None


def _means_something_else(words: Field, topic: str) -> bool:
    """Tell whether a facet beside the noun gives it another meaning (不予公开的政府信息0件)."""
    others = [t for t in words.own if not t.has("act")]
    return any(t.has(facet) for t in others for facet in frames()[topic].not_with)


def _fitting_topic(token: Token, quantity: Quantity) -> str | None:
    """Return the last topic of a word whose frame the number's classifier fits."""
    fits = [t for t in token.values("topic") if _fits(quantity, frames()[t])]
    return fits[-1] if fits else None


def _fits(quantity: Quantity, frame: Frame) -> bool:
    return _unit_class(quantity, frame) is not None


def _unit_class(quantity: Quantity, frame: Frame) -> str | None:
    """Return the class of the classifier that the frame counts by; None where it counts by none."""
    if not quantity.classifier:
        return ""
    classes = [name for name, all_of in wording().classifiers.items() if quantity.classifier in all_of]
    return next((name for name in classes if name in frame.units), None)


def _is_narrowed(words: Field, token: Token, topic: str) -> bool:
    """Tell whether a word that nobody knows, or another subject, narrows a general noun (交易信息)."""
    if not (frames()[topic].strict or token.end - token.start <= 2):
        return False
    before = [t for t in words.own if t.end <= token.start]
    if before and before[-1].end == token.start and (
        before[-1].has("foreign") or before[-1].has("relation", "suchlike")
    ):
        return True
    if not words.sentence.unknown(max(token.start - 1, words.begin), token.start):
        return False
    return topic == "information" or not any(t.has("work", "ogi") for t in before)


def _implied_topic(words: Field, prior: Link | None, setting: Setting) -> str | None:
    """Return the topic that a facet alone implies: 属“同意公开”的62件, 维持3件, 政务微信1800条."""
    last = next((t for t in reversed(words.own) if _is_telling(t)), None)
    if last is None or words.foreign or words.sentence.unknown(last.end, words.quantity.before):
        return None
    if last.has("result"):
        return setting.appeal or None
    for topic, frame in frames().items():
        implied = any(last.has(facet) for facet in frame.implied_by)
        if implied and setting.speaks_of(f"topic.{topic}") and _fits(words.quantity, frame):
            return topic
    if last.has("channel") and prior and prior.topic in ("information", "response"):
        return prior.topic
    return None


def _is_telling(token: Token) -> bool:
    facets = {facet for frame in frames().values() for facet in frame.implied_by}
    return token.has("result") or token.has("channel") or any(token.has(f) for f in facets)


def _carried(words: Field, unit: Scope | None, prior: Link | None, setting: Setting):
    """Return what an elliptic clause carries on (市级机关受理90件; 各县区有9个), None where unclear."""
    if not (unit or words.elliptic):
        return None
    own = _own_facets(words)
    candidates = [_lead_topic(words), prior.topic if prior else None, _heading_topic(words, setting)]
    for topic in filter(None, candidates):
        frame = frames()[topic]
        if not _fits(words.quantity, frame):
            continue
        facets = _facets(words, topic)
        if facets is None or not set(own) <= set(facets) | {"act", "role", "channel"}:
            return None
        carried = prior.facets if prior and prior.topic == topic else {}
        return topic, carried | facets if not own else (facets or carried)
    return None


def _own_facets(words: Field) -> set[str]:
    deep = ("outcome", "ground", "result", "timing", "route", "employment", "channel")
    return {f for t in words.own for f in deep if t.has(f)}


def _lead_topic(words: Field) -> str | None:
    """Return the topic of the clauses before; a foreign word on the way ends the search."""
    for token in reversed(words.lead):
        if token.has("foreign"):
            return None
        topic = _fitting_topic(token, words.quantity)
        if topic:
            return topic
    return None


def _heading_topic(words: Field, setting: Setting) -> str | None:
    """Return the topic of the headings above if they name just one that fits and no verb says else."""
    if any(t.has("act", "publish", "issue", "reply", "conclude") for t in words.own):
        return None
    topics = {_fitting_topic(t, words.quantity) for t in setting.headings if t.has("topic")} - {None}
    return topics.pop() if len(topics) == 1 else None


# --- facets -------------------------------------------------------------------------------------------------


def _facets(words: Field, topic: str) -> dict[str, str] | None:
    """Return the facets of a number for its topic; None where they contradict each other."""
    frame = frames()[topic]
    near = [*words.own, *([words.head] if words.head else [])]
    found: dict[str, str] = {}
    for facet in frame.facets:
        accepted = {row.when[facet] for row in frame.rows if facet in row.when}
        value = _facet(facet, accepted, near)
        if value == "":
            return None
        if value:
            found[facet] = value
    return found | _supplement(words, frame, found)


def _facet(facet: str, accepted: set[str], near: list[Token]) -> str | None:
    """Return the value of one facet, None where it is not stated, empty where it is contradictory."""
    stated = [v for t in near for v in t.values(facet)]
    if facet == "channel":
        return _channel(set(stated), accepted)
    values = [v for v in stated if v in accepted]
    if facet == "route" and len(set(values)) > 1:
        return None  # 通过网络、信函方式收到依申请公开8件 counts all of them
    if facet in ("act", "role"):
        return values[-1] if values else None
    if not stated:
        return None
    return values[0] if len(set(stated)) == 1 and values else ""


def _channel(values: set[str], accepted: set[str]) -> str | None:
    """Return the one channel that several words name together, empty where they name no row."""
    if values - {"many"} == {"other"}:
        return "other"
    if values >= {"weibo", "wechat"} and not values - {"weibo", "wechat", "new_media", "many"}:
        return "new_media"
    if values == {"new_media", "weibo"} or values == {"new_media", "wechat"}:
        return "new_media"
    if len(values) > 1:
        return "many" if "many" in values and "many" in accepted else ""
    only = next(iter(values), None)
    if only in ("weibo", "wechat") and only not in accepted:
        return "new_media"
    return only if only in accepted else None


def _supplement(words: Field, frame: Frame, found: dict[str, str]) -> dict[str, str]:
    """Return facets that the words before state for this number.

    网络申请是主要申请形式,申请量为64件: the noun phrase takes the route of the clause before it.
    利用电视、广播等方式公开信息,全年共发布21582条: the means named before hold for the verb.
    """
    added: dict[str, str] = {}
    has_act = any(t.has("act", "receive", "conclude", "reply", "publish", "issue") for t in words.own)
    by_means = any(t.has("relation", "by") for t in words.lead)
    for facet in frame.facets:
        if facet in found or facet == "act":
            continue
        if (facet == "channel" and by_means) or (facet in ("route", "outcome", "ground") and not has_act and not found):
            accepted = {row.when[facet] for row in frame.rows if facet in row.when}
            value = _facet(facet, accepted, words.lead)
            added |= {facet: value} if value else {}
    if "act" in frame.facets and "act" not in found:
        value = _verb_before(words, frame)
        added |= {"act": value} if value else {}
    return added


def _verb_before(words: Field, frame: Frame) -> str | None:
    """Return the nearest verb before in the sentence that the frame knows (公开文件129件,规范性文件109件)."""
    accepted = {row.when["act"] for row in frame.rows if "act" in row.when}
    before = [t for t in words.sentence.tokens if t.end <= words.begin]
    verbs = [v for t in before for v in t.values("act") if v in accepted]
    return verbs[-1] if verbs else None


# --- refusals ------------------------------------------------------------------------------------------------


def _is_of_another_time(words: Field, year: int) -> bool:
    """Tell whether a number is another year's, a growth, a plan, or counted since an earlier start."""
    near = words.own
    if any(t.has("relation", "growth", "past", "plan", "compared", "rate") for t in near):
        return True
    if any(t.has("relation", "past", "plan") for t in words.lead):
        return True
    stated = [m for m in _YEAR.finditer(words.sentence.text, words.sentence.start, words.quantity.start)]
    stated = [m for m in stated if not _is_compared(words, m)]
    since = [t for t in words.sentence.tokens if t.has("relation", "cumulative") and t.end <= words.quantity.start]
    if since and not any(int(m[1]) == year and m.end() == since[-1].start for m in stated):
        return True
    return bool(stated) and int(stated[-1][1]) != year


def _is_compared(words: Field, mention: re.Match) -> bool:
    """Tell whether a year is only compared with, in another clause (比2015年增加20件,办结118件)."""
    text = words.sentence.text
    in_title = text.rfind("《", 0, mention.start()) > text.rfind("》", 0, mention.start())
    compared = text[mention.start() - 1 : mention.start()] in ("比", "较", "与", "同")
    return in_title or (compared and mention.start() < words.clause.start)


def _is_refused(words: Field, topic: str, frame: Frame, setting: Setting) -> bool:
    """Tell whether the frame of a topic forbids the link."""
    if frame.dated and _DAY.search(words.sentence.text, words.sentence.start, words.quantity.start):
        return True
    if topic == "information" and not _publishes(words):
        return True
    if not all(setting.speaks_of(n) for n in frame.needs if n.startswith("work")):
        return True
    return frame.strict and _other_subject(words, setting)


def _publishes(words: Field) -> bool:
    """Tell whether the sentence says so far that something was published."""
    before = [t for t in words.sentence.tokens if t.start < words.quantity.behind]
    return any(t.has("act", "publish") for t in before)


def _other_subject(words: Field, setting: Setting) -> bool:
    """Tell whether a count of everything is in fact one of a subject named before it or above it."""
    if any(t.has("foreign") for t in setting.headings) or words.foreign:
        return True
    if any(t.has("label", "whole") for t in words.own):
        return False
    before = [t for t in words.sentence.tokens if t.end <= words.begin]
    return any(t.has("foreign") for t in before) and not stated_scope(words.clause)


# --- scopes and lists -----------------------------------------------------------------------------------------


def _scope(words: Field, trail: ScopeTrail) -> Scope:
    """Return whose figure it is: an office that is the subject, a platform, or the scope that holds."""
    stated = stated_scope(words.clause, words.quantity.start)
    subject = named_subject(words.sentence, words.clause, words.quantity.before)
    if subject and trail.part is None:
        trail.sentence = subject
    if subject:
        return subject
    portal = next((t.name for t in words.own if t.name), "")
    if portal and stated is None and trail.part is None:
        return Scope("unit", portal)
    return trail.scope


def _named_unit(words: Field) -> Scope | None:
    """Return the office or place if the own words are nothing but its name (辉县市15件)."""
    written = words.sentence.text[words.begin : words.quantity.before].strip("、,和及与“”有为共")
    found = names(written)
    if len(found) != 1 or not written.endswith(found[0]) or any(t.has("topic") for t in words.own):
        return None
    rest = written[: -len(found[0])]
    return Scope("unit", found[0]) if len(rest) <= 4 and not stated_scope(words.clause) else None


def _link_list(first: Field, group: list[Quantity], trail, prior, setting) -> Iterator[Link]:
    """Link the numbers of a list to as many names before it, in order; none where the counts differ."""
    assignments = _listed_facets(first, len(group)) or _listed_names(first, len(group))
    for quantity, given in zip(group, assignments or [], strict=False):
        words = replace(first, quantity=quantity)
        if isinstance(given, Scope):
            reading = _list_reading(first, prior)
            scope = given
        else:
            reading = _list_reading(first, prior, given)
            scope = trail.scope
        if reading and not _is_of_another_time(first, setting.year):
            one = _completed(words, *reading, scope, setting)
            if one:
                yield one


def _listed_facets(first: Field, count: int) -> list | None:
    """Return `count` different values of one facet in the order named: 微博、微信分别发布."""
    for words in (first.own, [*first.lead, *first.own]):
        for facet in ("channel", "route", "outcome", "ground", "result", "timing", "employment", "scope", "topic"):
            values = [v for t in words for v in t.values(facet)]
            if len(values) == count == len(set(values)):
                return [Scope(v) if facet == "scope" else (facet, v) for v in values]
    return None


def _listed_names(first: Field, count: int) -> list[Scope] | None:
    """Return the offices or places named before the list: 是辉县市、原阳县和红旗区,分别为."""
    text = first.sentence.text
    marker = next(t for t in (*first.lead, *first.own) if t.has("relation", "respective"))
    for begin, end in ((first.sentence.start, marker.start), (marker.end, first.quantity.before)):
        found = names(text[begin:end].rstrip(","))
        if len(found) >= count:
            return [Scope("unit", name) for name in found[-count:]]
    return None


def _list_reading(first: Field, prior: Link | None, given: tuple[str, str] | None = None):
    """Return topic and facets of one item of a list."""
    facet, value = given or ("", "")
    topics = [t for token in (*first.lead, *first.own) for t in token.values("topic")]
    topics = [t for t in topics if _fits(first.quantity, frames()[t])]
    topic = value if facet == "topic" else next(iter(topics[::-1]), prior.topic if prior else None)
    if topic is None:
        return None
    if facet in ("route", "outcome", "ground", "timing"):
        topic = "request"
    return topic, ({facet: value} if facet and facet != "topic" else {})


def _link_each(first: Field, trail, prior: Link | None, setting) -> Iterator[Link]:
    """Link one number to each of the names before it: 市工商管理局和市环境保护局各1件."""
    text = first.sentence.text[first.begin : first.quantity.before]
    if prior is None:
        return
    for name in names(text):
        one = _completed(first, prior.topic, prior.facets, Scope("unit", name), setting)
        if one:
            yield one
