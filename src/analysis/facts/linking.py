"""Which number answers which phrase (数字与指标的对应).

A number is read with its *field*: the words of its clause since the number before, the word that
follows its classifier, and what the sentence has said so far. The field names a topic (what is
counted) and facets (through which channel, with which outcome …); the frames of the codebook turn
them into an indicator. A link is refused where a word that nobody knows stands between the topic
and the number or narrows a count of everything, where the figure is another year's, a growth, a
plan, or about another subject: a wrong value is worse than a missing one.
"""

import re
from collections.abc import Iterator

from analysis.codebook.frames import frames
from analysis.facts.answers import answer
from analysis.facts.candidates import candidates
from analysis.facts.facets import UnclearError, own_facets
from analysis.facts.fields import APPEALS, Field, Link, Setting, field_of, fits
from analysis.facts.lexing import Token, says, values
from analysis.facts.lists import is_each, is_respective, link_each, link_respective
from analysis.facts.naming import (
    is_above,
    named_subject,
    named_unit,
    scope_of_whole,
    subject_at_head,
    subject_is_platform,
)
from analysis.facts.quantities import Quantity
from analysis.facts.scoping import ALL, Scope, ScopeTrail, stated_scope
from analysis.facts.sentences import Clause, Sentence
from analysis.facts.times import is_of_another_time, says_this_year
from analysis.facts.topics import reading
from analysis.facts.wholes import added_up, whole_of, without_parts
from analysis.facts.wholly import said_of_all

_ACCOUNTS = ("weibo", "wechat")
_PLATFORMS = ("website", *_ACCOUNTS)  # one gazette is all there is of its kind
_NEAR = 6  # characters before a number in which its own verb stands
_LONGEST = 12  # digits of a count; more are figures that ran together
_SHORT = 2  # 申请 alone may be any application
_COMPLETE = {"outcome", "ground"}  # 无法提供32件,其中本机关不掌握相关政府信息25件
_PARTS = {"result", "outcome", "ground", "timing"}
_JOINED = re.compile("[和及与]|以及")  # 县政府门户网站及各部门子网站 are no single platform
_GOES_ON = re.compile(r"[ .]\d|、\d{3}(?!\d)")  # 12 345条, 12.345条, 12、345条
_JOINT = re.compile(r"[、,和及与]|以及")


def link(sentence: Sentence, setting: Setting) -> list[Link]:
    """Link the numbers of a sentence.

    Parameters
    ----------
    sentence : Sentence
    setting : Setting
        What was said before; what the next sentence may carry on is left in it.

    Returns
    -------
    list of Link
        In order of the numbers; a number said of several names (各1件) has several.
    """
    counts = {q.start for q in sentence.quantities if _may_count(sentence, q)}
    groups = list(_groups(sentence, counts)) if counts else []
    if not groups or sentence.is_cut or _goes_on_with_another_time(sentence, setting):
        return []
    walk = _Walk(sentence, setting)
    for group in groups:
        walk.link(group)
    walk.finish()
    found = walk.found
    setting.of_another_time = walk.of_another_time and not found
    kept = without_parts(sentence, found, setting.year)
    for one in found:
        if one not in kept:
            setting.unsettled[one.quantity.start] = [one.indicator]
    return [*kept, *said_of_all(sentence, kept, setting.year)]


def _goes_on_with_another_time(sentence: Sentence, setting: Setting) -> bool:
    """Tell whether a sentence gives the parts of another year's figure (其中网上申请30件)."""
    if not setting.of_another_time:
        return False
    this_year = f"{setting.year}年" in sentence.text[sentence.start : sentence.end]
    if this_year or says(sentence.tokens, "relation", "this_year"):
        return False
    return _opens_as_part(sentence) or not says(sentence.tokens, "topic")


def inherited_scope(sentence: Sentence, setting: Setting) -> Scope:
    """Return the scope that holds when a sentence begins: of the headings, or carried on (其中)."""
    if _opens_as_part(sentence):
        return setting.scope
    if setting.only_scope and _names_only_parts(sentence):
        return setting.only_scope
    stated = set(values(setting.headings, "scope"))
    return Scope(stated.pop()) if len(stated) == 1 else ALL


def _opens_as_part(sentence: Sentence) -> bool:
    return says(sentence.clauses[0].tokens, "relation", "part")


def _names_only_parts(sentence: Sentence) -> bool:
    """Tell whether a sentence gives results and the like, and does not say of what."""
    if any("topic" in t.notions and t.end - t.start > _SHORT for t in sentence.tokens):
        return False
    return any(not _PARTS.isdisjoint(t.notions) for t in sentence.tokens)


def _groups(sentence: Sentence, counts: set[int]) -> Iterator[list[Quantity]]:
    """Yield the counts one by one, those of a list (25件、23件和13件) together."""
    group: list[Quantity] = []
    for quantity in (q for q in sentence.counted if q.start in counts):
        if group and not _JOINT.fullmatch(sentence.text, group[-1].behind, quantity.before):
            yield group
            group = []
        group.append(quantity)
    if group:
        yield group


def _may_count(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number may count something: no share, and no unknown unit behind it (公顷)."""
    follows = sentence.text[quantity.behind : quantity.behind + 1]
    ends = follows in ("的", "和", "及", "与") or not "一" <= follows <= "龥"
    has_unit = quantity.classifier or ends
    misprint = not quantity.classifier and _GOES_ON.match(sentence.text, quantity.behind)
    readable = quantity.end - quantity.start <= _LONGEST and not misprint
    return has_unit and readable and not quantity.is_percentage


def _names_topic(words: Field) -> bool:
    """Tell whether a word of some length says what is counted."""
    return any("topic" in t.notions and t.end - t.start > _SHORT for t in words.near)


def _account(words: Field, channels: list[Token]) -> str:
    """Return the platform that a sentence is about, where a number is said of it.

    “天津发布”微博粉丝达412万,发布微博1.13万条. Of another service without a name of its own, it is
    the name alone: “@成都发布”微博粉丝达598万,推送微信2910条.
    """
    subject = words.subject
    if subject is None or not subject.has("channel", *_PLATFORMS):
        return ""
    if _JOINED.match(words.sentence.text, subject.end):
        return ""
    about = set(values(channels, "channel")).intersection(_ACCOUNTS)
    if not channels or (about and subject.has("channel", *about)):
        return subject.name
    bare = about and all(token.end - token.start <= _SHORT for token in channels)
    between = words.sentence.within(subject.end, words.quantity.before)
    others = says(between, "scope") or "“" in words.sentence.text[subject.end : words.begin]
    other = bare and not others and subject.has("channel", *_ACCOUNTS)
    return subject.name[: subject.name.find("”") + 1] if other else ""


class _Walk:
    """Goes through the clauses of one sentence, keeping the scope and the last number linked."""

    def __init__(self, sentence: Sentence, setting: Setting):
        self.sentence, self.setting = sentence, setting
        self.trail = ScopeTrail(inherited_scope(sentence, setting))
        self.found: list[Link] = []
        self.nested: list[Link] = []
        self.last_passed: Quantity | None = None
        self.dismissed: Quantity | None = None
        self.of_another_time = False
        self.narrowed = False
        self.elsewhen: tuple[str, dict[str, str]] | None = None
        self.of_every_kind: tuple[str, dict[str, str]] | None = None
        self.entered = 0
        self.answered = sentence.start
        carries_on = _opens_as_part(sentence)
        self.prior = setting.prior if carries_on else None
        self.before = setting.linked if carries_on else []

    def link(self, group: list[Quantity]) -> None:
        """Link a single number, or the numbers of a list to the names before it."""
        first = self._field(group[0])
        if is_respective(first, group):
            self._remember(
                [*link_respective(first, group, self.trail.scope, self.prior, self.setting)]
            )
        elif is_each(first):
            self._remember([*link_each(first, self.trail.scope, self.prior, self.setting)])
        else:
            self._single(first)
            for other in group[1:]:
                self._single(self._field(other))

    def finish(self) -> None:
        """Enter what is left of the sentence and hand on what the next one may carry on."""
        for clause in self.sentence.clauses[self.entered :]:
            self._hear(clause, clause.end)
        self.setting.prior = self._whole()
        self.setting.linked = self.found
        self.setting.interrupted = not self.found
        self.setting.scope = self.trail.sentence
        scopes = {one.scope for one in self.found}
        self.setting.only_scope = scopes.pop() if len(scopes) == 1 else None

    def _whole(self) -> Link | None:
        """Return what a next sentence goes on with: the total rather than the last of its parts.

        接到申请23件,当面递交11件、网上提交9件。其中县直部门18件: of the 23.
        """
        first = self.prior and next(
            (one for one in self.found if one not in self.nested), self.prior
        )
        same = [one for one in self.found if first and one.topic == first.topic]
        totals = [one for one in same if one.facets.keys() <= {"act"} and one.scope.kind != "unit"]
        return totals[-1] if totals else self.prior

    def _field(self, quantity: Quantity) -> Field:
        return field_of(self.sentence, self._enter(quantity), quantity)

    def _single(self, words: Field) -> None:
        self.prior = self._counted_alike(words) or self.prior
        if words.is_sum and stated_scope(words.own) is None:
            self.trail.end_list()
        found = self._answer(words)
        if found is None:
            self.setting.unsettled[words.quantity.start] = candidates(words, self.setting)
            self.setting.interrupted = True
        self._note_subject(words, found)
        self._recall(words, found)
        self.last_passed = None if found else words.quantity
        if self._is_aside(words, found):
            self.trail.part = None
            self.answered = words.quantity.behind
        self._remember([found] if found else [])

    def _counted_alike(self, words: Field) -> Link | None:
        """Return what a first number goes on with where the sentence before has several topics.

        召开会议70次,举办培训班52期。其中,州政府办公厅举办2期: of the trainings.
        """
        if self.found:
            return None
        alike = [one for one in self.before if one.quantity.classifier == words.quantity.classifier]
        return alike[0] if len({one.topic for one in alike}) == 1 else None

    def _is_aside(self, words: Field, found: Link | None) -> bool:
        """Tell whether a part was named for one number only: 其中以市政府为被告的6件,维持16件."""
        part = self.trail.part
        if found:
            return says(words.own, "relation", "party")
        counts_same = self.prior and fits(words.quantity, frames()[self.prior.topic])
        return bool(part and counts_same and stated_scope(words.own) == part)

    def _answer(self, words: Field) -> Link | None:
        if words.is_bare:
            return None
        unit = named_unit(words)
        try:
            read = reading(words, unit is not None, self.prior, self.setting)
        except UnclearError:
            return None
        if self.narrowed and not _names_topic(words):
            return None  # 公共租赁住房申请1842件,补正材料27件
        if read is None and words.adds_up and (parts := added_up(words, self.found)):
            return answer(words, *whole_of(parts), self.setting)
        read = read or self._singled_out(words)
        read = read and self._in_its_channel(words, *read)
        if read is None or words.counts_unknown:
            return None
        if self._is_of_unknown(words):
            self.dismissed = words.quantity
            return None
        found = answer(words, *read, unit or self._scope(words, *read), self.setting)
        self.of_another_time = not found and is_of_another_time(words, self.setting.year)
        self.elsewhen = read if self.of_another_time else None
        self.of_every_kind = read if not found and read[0] in APPEALS else None
        return found

    def _singled_out(self, words: Field) -> tuple[str, dict[str, str]] | None:
        """Return what a number that was refused is of, where this one is the part that counts.

        开通以来累计发布21560条,其中今年新增4317条; 复议45件,其中政府信息公开类5件.
        """
        if self.elsewhen and says_this_year(words, self.setting.year):
            return self.elsewhen
        return self.of_every_kind if says(words.own, "work", "ogi") else None

    def _in_its_channel(
        self, words: Field, topic: str, facets: dict[str, str]
    ) -> tuple[str, dict[str, str]] | None:
        """Return what a part of a channel's figure states: a figure of that channel, too.

        Where no bodies are named it is none of the form: 网站发布3652条,其中目录信息更新1392条.
        """
        whole = self.prior if self.trail.in_part else None
        aside = whole is None or whole.topic != topic or "channel" in facets
        if aside or "channel" not in whole.facets:
            return topic, facets
        channel = {"channel": whole.facets["channel"]}
        return (topic, channel | facets) if stated_scope(words.own) else None

    def _recall(self, words: Field, found: Link | None) -> None:
        """Go on with a figure that is named again (584.36万条信息中,省直部门31.08万条)."""
        named = words.head is not None and words.head.has("topic")
        if found is None and not named:
            return
        amount = (words.quantity.amount.value, words.quantity.classifier)
        again = self.setting.stated.get(amount)
        if found:
            self.setting.stated[amount] = found
        elif again and words.head.has("topic", again.topic):
            self.prior = again

    def _note_subject(self, words: Field, found: Link | None) -> None:
        """Keep in mind whether the last noun that a number counted was of another subject."""
        aside = self.sentence.is_in_parenthesis(words.quantity.start)
        if aside or says(words.own, "party"):
            return  # 行政诉讼9宗(含经复议后起诉的4宗),其中驳回6宗; 公民申请756件;同意公开523件
        nouns = set(values(words.near, "topic"))
        read = {one.topic for one in self.found}
        if any(t not in read if frames()[t].attended else frames()[t].own_sentence for t in nouns):
            self.narrowed = found is None and not is_of_another_time(words, self.setting.year)

    def _is_of_unknown(self, words: Field) -> bool:
        """Tell whether it belongs to a number not linked: as its part, or as the rest beside it.

        户籍申请300件,其中网上申请200件、当面申请100件; 政策法规类386条、其他信息2319条.
        """
        whole = self.last_passed
        if whole is None or whole.classifier != words.quantity.classifier:
            return False
        inside = self.sentence.is_in_parenthesis
        if inside(whole.start) and not inside(words.quantity.start):
            return False  # 9宗(含经复议后起诉的4宗),其中驳回6宗
        if says(words.own, "relation", "rest") and not self.of_another_time:
            return True
        sibling = whole is self.dismissed and not own_facets(words)
        tells_enough = not own_facets(words).isdisjoint(_COMPLETE)
        nested = (says(words.own, "relation", "part") and not tells_enough) or sibling
        if nested and says_this_year(words, self.setting.year):
            return False  # 累计1.86万条,其中2009年新增5274条
        before = self.sentence.spoken(whole.before - _NEAR, whole.before)
        concluded = says(before, "result")
        if concluded and says(words.own, "result"):
            return False  # 已审结149宗,其中维持117宗
        share = self.sentence.text.rfind("占", self.sentence.start, whole.before) > 0
        return (nested or share) and self.prior is None and not _names_topic(words)

    def _scope(self, words: Field, topic: str, facets: dict[str, str]) -> Scope:
        """Return whose figure it is: the office that is the subject, a platform, or as it holds."""
        subject = named_subject(words, self.setting.body)
        if subject and not self.trail.in_part and self.trail.is_own_office(subject, topic):
            subject = None
        if subject and is_above(subject, self.sentence.level) and "channel" not in facets:
            subject = Scope("above")  # 市政府新闻办举办市政府新闻发布会52场,我局参加4场
        if subject and self.trail.part is None and "channel" not in facets:
            if subject_is_platform(words):
                self.trail.turn_to(subject)
            else:
                self.trail.sentence = subject
                self.trail.told.add(subject)
        if self._exceeds_part(words, topic):
            self.trail.end_part()
        held = scope_of_whole(words) or self.trail.scope_of(topic)
        if words.mute and (behind := stated_scope(words.after)):
            return behind  # 其余9宗均由各镇(街道)受理
        if subject or stated_scope(words.own) or facets.get("channel") in (None, "many"):
            return subject or held
        return self._platform(words) or held

    def _exceeds_part(self, words: Field, topic: str) -> bool:
        """Tell whether a number is too large for the part told before (其中市本级12件,维持18件)."""
        part = self.trail.part
        if part is None or stated_scope(words.own) or not own_facets(words):
            return False
        wholes = [one for one in self.found if (one.topic, one.scope) == (topic, part)]
        wholes = [one for one in wholes if one.facets.keys() <= {"act"}]
        return bool(wholes) and wholes[-1].quantity.amount.value < words.quantity.amount.value

    def _platform(self, words: Field) -> Scope | None:
        """Return the platform that published: named here, or before a part of it (其中).

        A township has no site of its own: what it puts on the county's is its own figure.
        """
        channels = [token for token in words.own if token.has("channel")]
        if self.sentence.level == "township" and not says(channels, "channel", *_ACCOUNTS):
            return None
        one = next((t for t in channels if t.name and t.has("channel", *_PLATFORMS)), None)
        joined = one and _JOINED.match(self.sentence.text, one.end)
        named = _account(words, channels) if one is None else "" if joined else one.name
        if named and self.trail.part is None and stated_scope(words.clause.tokens) is None:
            return Scope("unit", named)
        carried = self.trail.in_part and self.prior and self.prior.scope.kind == "unit"
        return self.prior.scope if carried and not named else None

    def _remember(self, found: list[Link]) -> None:
        """Keep the last number that others may carry on, a unit's only where it is the first."""
        self.found += found
        self.nested += found if self.trail.in_part else []
        self.trail.told |= set() if self.trail.in_part else {one.scope for one in found}
        if found:
            self.answered = found[-1].quantity.behind
        inside = self.sentence.is_in_parenthesis
        is_aside = found and self.prior and inside(found[-1].quantity.start)
        if is_aside and not inside(self.prior.quantity.start):
            return  # 诉讼42件(直接起诉26件,复议后起诉16件),结果维持30件: of the 42
        whole = [one for one in found if one.scope.kind != "unit"]
        is_new = found and (self.prior is None or self.prior.topic != found[-1].topic)
        if whole or is_new:
            self.prior = (whole or found)[-1]

    def _enter(self, quantity: Quantity) -> Clause:
        """Hear the words up to a number, and return the clause that it stands in."""
        clauses = self.sentence.clauses
        place = self.entered
        while clauses[place].end <= quantity.start:
            place += 1
        for clause in clauses[self.entered : place]:
            self._hear(clause, clause.end)
            self._turn(clause)
        self.entered = place
        self._hear(clauses[place], quantity.before)
        self._turn(clauses[place])
        return clauses[place]

    def _hear(self, clause: Clause, end: int) -> None:
        """Hear the words of a clause up to an offset, since the last number linked in it."""
        since = self.answered
        words = [
            token
            for token in clause.tokens
            if ("scope" in token.notions or "relation" in token.notions)
            and since <= token.start < end
        ]
        begins = since <= clause.start
        if begins and ";" in clause.opened_by:
            self.prior = self._whole()
            goes_on = says(clause.tokens[:1], "relation", "part")
            self.elsewhen = self.elsewhen if goes_on else None
            self.narrowed = self.narrowed and self.prior is None
        self.trail.hear(words, clause.opened_by if begins else "")

    def _turn(self, clause: Clause) -> None:
        """Turn to the office that a clause begins with, if no number of it is linked yet."""
        if self.answered <= clause.start:
            self.trail.turn_to(subject_at_head(self.sentence, clause, self.setting.body))
