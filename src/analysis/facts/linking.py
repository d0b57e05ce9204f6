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
from analysis.facts.dismissed import Dismissed
from analysis.facts.facets import UnclearError
from analysis.facts.fields import Field, Link, Setting, field_of, fits
from analysis.facts.lexing import says
from analysis.facts.lists import is_each, is_respective, link_again, link_each, link_respective
from analysis.facts.naming import (
    named_unit,
    subject_at_head,
)
from analysis.facts.quantities import Quantity
from analysis.facts.scoping import ALL, ScopeTrail, stated_scope
from analysis.facts.sentences import Clause, Sentence
from analysis.facts.thread import Thread
from analysis.facts.topics import reading
from analysis.facts.wholes import added_up, sum_of_outcomes, whole_of, without_parts
from analysis.facts.wholly import said_of_all
from analysis.facts.whose import inherited_scope, whose

_LONGEST = 12  # digits of a count; more are figures that ran together
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
    counts -= _denied(sentence)
    groups = list(_groups(sentence, counts)) if counts else []
    if not groups or sentence.is_cut or _goes_on_with_another_time(sentence, setting):
        return []
    walk = _Walk(sentence, setting)
    for group in groups:
        walk.link(group)
    walk.finish()
    found = walk.thread.found
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
    return sentence.opens_as_part or not (setting.grew or says(sentence.tokens, "topic"))


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


def _denied(sentence: Sentence) -> set[int]:
    """Return the numbers that are said not even to be one (未发生一起行政复议, 没有收到1件投诉)."""
    denials = [t for t in sentence.tokens if "none" in t.notions]
    return {q.start for t in denials for q in sentence.quantities if t.start < q.before <= t.end}


class _Walk:
    """Goes through the clauses of one sentence, number by number.

    What it has heard so far is kept in three places: whose figures these are (`trail`), what was
    linked (`thread`) and what was not (`dismissed`).
    """

    def __init__(self, sentence: Sentence, setting: Setting):
        self.sentence, self.setting = sentence, setting
        self.trail = ScopeTrail(inherited_scope(sentence, setting), setting.body)
        self.thread = Thread(sentence, setting)
        self.dismissed = Dismissed(sentence, setting)
        self.entered = 0
        self.apart: Clause | None = None  # the last that was set apart by a semicolon
        self.answered = sentence.start

    def link(self, group: list[Quantity]) -> None:
        """Link a single number, or the numbers of a list to the names before it."""
        first, scope, prior = self._field(group[0]), self.trail.scope, self.thread.prior
        if is_respective(first, group):
            found = [*link_respective(first, group, scope, prior, self.setting)]
            self._remember(found or [*self._again(first, group)])
        elif is_each(first):
            self._remember([*link_each(first, scope, prior, self.setting)])
        else:
            self._single(first)
            for other in group[1:]:
                self._single(self._field(other))

    def _again(self, first: Field, group: list[Quantity]) -> Iterator[Link]:
        """Link a list to what was counted before it: of some bodies, or as open information's.

        复议17件,诉讼6件,其中市直分别为9件和2件; 复议45件、诉讼56件,其中信息公开类分别为9件、4件.
        """
        scope, told = stated_scope(first.own), [(o.topic, o.facets) for o in self.thread.found]
        if scope is None and says(first.own, "work", "ogi"):
            scope, told = self.trail.scope, self.dismissed.appeals
        return link_again(first, group, told if scope else [], scope or ALL, self.setting)

    def finish(self) -> None:
        """Enter what is left of the sentence and hand on what the next one may carry on."""
        for clause in self.sentence.clauses[self.entered :]:
            self._hear(clause, clause.end)
        found, setting = self.thread.found, self.setting
        setting.prior, setting.linked = self.thread.whole(), found
        setting.interrupted = not found
        setting.scope = self.trail.sentence
        setting.of_another_time = self.dismissed.of_another_time and not found
        setting.grew = self.dismissed.grew
        setting.elsewhen = self.dismissed.handed_on() if setting.of_another_time else None
        scopes = {one.scope for one in found if "channel" not in one.facets}
        setting.only_scope = scopes.pop() if len(scopes) == 1 else None

    def _field(self, quantity: Quantity) -> Field:
        return field_of(self.sentence, self._enter(quantity), quantity)

    def _single(self, words: Field) -> None:
        self.thread.pick_up(words)
        if words.is_sum and stated_scope(words.own) is None:
            self.trail.end_list()
        found = self._answer(words)
        if found is None:
            self.setting.unsettled[words.quantity.start] = candidates(words, self.setting)
            self.setting.interrupted = True
        again = self.thread.recall(words, found)
        self.dismissed.note_subject(words, found or again, self.thread.found)
        if self._is_aside(words, found):
            self.trail.part = None
            self.answered = words.quantity.behind
        self._remember([found] if found else [])

    def _is_aside(self, words: Field, found: Link | None) -> bool:
        """Tell whether a part was named for one number only: 其中以市政府为被告的6件,维持16件."""
        part, prior = self.trail.part, self.thread.prior
        if found:
            return says(words.own, "relation", "party")
        if words.sentence.text.startswith("、", words.quantity.behind):
            return False  # 其中市直单位开会28次、办班15次
        counts_same = prior and fits(words.quantity, frames()[prior.topic])
        return bool(part and counts_same and stated_scope(words.own) == part)

    def _answer(self, words: Field) -> Link | None:
        if words.is_bare:
            return None
        unit, prior = named_unit(words), self.thread.prior
        try:
            read = reading(words, unit is not None, prior, self.setting)
        except UnclearError:
            return None
        single = self.dismissed.singled_out(words, read)
        if self.dismissed.narrowed and not (words.names_topic or single):
            return None  # 公共租赁住房申请1842件,补正材料27件
        if read is None and words.adds_up and (found := self._added_up(words)):
            return found
        read = single or read
        read = read and self._in_its_channel(words, *read)
        if read is None or words.counts_unknown:
            return None
        if not single and self.dismissed.takes(words, prior):
            return None
        scope = unit or whose(words, *read, self.trail, self.thread, self.setting.body)
        found = answer(words, *read, scope, self.setting)
        self.dismissed.note(words, read, found)
        return found

    def _added_up(self, words: Field) -> Link | None:
        """Return what a number that only adds up is: of all outcomes, or of what its parts share.

        Where the section told another total the sum is of some: 新收58件,…予以公开30件,合计33件.
        """
        before = self.thread.found
        one = sum_of_outcomes(words, before, self.setting.year)
        if one:
            return answer(words, one.topic, {"act": "conclude"}, one.scope, self.setting)
        parts = added_up(words, before)
        if not parts or any("outcome" in part.facets for part in parts):
            return None
        topic, facets, scope = whole_of(parts)
        totals = (o for o in self.setting.stated.values() if (o.topic, o.scope) == (topic, scope))
        told = any(o.facets.keys() <= {"act"} for o in totals)
        return None if told else answer(words, topic, facets, scope, self.setting)

    def _in_its_channel(
        self, words: Field, topic: str, facets: dict[str, str]
    ) -> tuple[str, dict[str, str]] | None:
        """Return what a part of a channel's figure states: a figure of that channel, too.

        Where no bodies are named it is none of the form: 网站发布3652条,其中目录信息更新1392条.
        """
        whole = self.thread.prior if self.trail.in_part else None
        kinds = whole and topic == whole.topic == "information" and self.dismissed.last
        if kinds and _is_kind(words):
            return None
        aside = whole is None or whole.topic != topic or "channel" in facets
        if aside or "channel" not in whole.facets:
            return topic, facets
        channel = {"channel": whole.facets["channel"]}
        return (topic, channel | facets) if stated_scope(words.own) else None

    def _remember(self, found: list[Link]) -> None:
        self.thread.add(found, self.trail.in_part)
        if not self.trail.in_part:
            self.trail.told.update(one.scope for one in found)
        if found:
            self.answered = found[-1].quantity.behind

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
        if begins and ";" in clause.opened_by and clause is not self.apart:
            self.apart = clause
            self.thread.prior = self.thread.whole()
            goes_on = says(clause.tokens[:1], "relation", "part")
            self.dismissed.go_past_semicolon(self.thread.prior, goes_on)
        self.trail.hear(words, clause.opened_by if begins else "")

    def _turn(self, clause: Clause) -> None:
        """Turn to the office that a clause begins with, if no number of it is linked yet."""
        if self.answered <= clause.start:
            self.trail.turn_to(subject_at_head(self.sentence, clause, self.setting.body))


def _is_kind(words: Field) -> bool:
    """Tell whether a scope word says what items are of (其中动态要闻3128条、乡镇信息2486条)."""
    beside = zip(words.own, words.own[1:], strict=False)
    return any("scope" in a.notions and b.has("topic") and a.end == b.start for a, b in beside)
