"""The words that a number is read with, and what the report has said before them."""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import NamedTuple

from analysis.codebook.frames import Frame
from analysis.codebook.quantities import quantities as wording
from analysis.facts.lexing import Token, said, says
from analysis.facts.quantities import Quantity
from analysis.facts.scoping import ALL, Scope
from analysis.facts.sentences import Clause, Sentence
from analysis.once import once

_REVIEWED = re.compile("复议机关[^,;。()]{,8}$")  # 行政复议5件、行政诉讼2件,复议机关维持4件
_HAN = re.compile("[一-龥]")
_JOINT = re.compile("[、和及与]")
_SUMS = ("共", "合计", "共计", "总计", "共有", "合计为", "共计为")
_SHORT = 2  # 申请 alone may be any application
LAWSUITS = ("litigation", "litigation_direct", "litigation_after_reconsideration")
OF_OUTCOMES = 2019  # the first year of the form that adds up outcomes
APPEALS = ("reconsideration", *LAWSUITS)

Reading = tuple[str, dict[str, str]]  # topic and facets


class Link(NamedTuple):
    """A number, what it counts and whose it is."""

    quantity: Quantity
    topic: str
    facets: dict[str, str]
    indicator: str
    scope: Scope

    @property
    def applicant(self) -> str:
        """Whose requests it counts, where the words tell one kind of applicant apart."""
        return self.facets.get("applicant", "")

    @property
    def figure(self) -> tuple[str, str, Scope]:
        """What it is the figure of."""
        return self.indicator, self.applicant, self.scope


@dataclass
class Setting:
    """What was said before a sentence that it may carry on.

    Attributes
    ----------
    year : int
        The year reported on.
    body : str
        Who reports.
    headings : list of Token
        Known words of the headings above.
    heading : str
        The one right above.
    section : list of Sentence
        The sentences of the section so far, those of the paragraph included.
    paragraph : list of Sentence
        All sentences of the paragraph.
    block : list of Sentence
        Those of the paragraphs before, too, where it is an item of a list (…如下: …; …;).
    opening : Sentence or None
        The last sentence of the section that ended a paragraph with what follows it (…情况如下:).
    prior : Link or None
        The last number linked in the paragraph.
    linked : list of Link
        What was linked in the last sentence with numbers.
    scope : Scope
        The scope that held at the end of the last sentence with numbers.
    only_scope : Scope or None
        The scope of all its numbers that were linked, None where they had several; where a
        paragraph begins, that of the section so far.
    of_another_time : bool
        Whether the last number that was read is not the year's.
    grew : bool
        Whether that number but says how much more or less it was.
    elsewhen : tuple or None
        What that number was read as, and its classifier.
    interrupted : bool
        Whether the numbers of the last sentence were of another subject.
    stated : dict
        What was linked in the section so far, by value and classifier.
    unsettled : dict
        For the numbers of the paragraph that were not linked, the indicators that they may answer.
    """

    year: int
    body: str = ""
    headings: list[Token] = field(default_factory=list)
    heading: str = ""
    section: list[Sentence] = field(default_factory=list)
    paragraph: list[Sentence] = field(default_factory=list)
    block: list[Sentence] = field(default_factory=list)
    opening: Sentence | None = None
    prior: Link | None = None
    linked: list[Link] = field(default_factory=list)
    scope: Scope = ALL
    only_scope: Scope | None = None
    of_another_time: bool = False
    grew: bool = False
    elsewhen: tuple[Reading, str] | None = None
    interrupted: bool = False
    stated: dict[tuple, Link] = field(default_factory=dict)
    unsettled: dict[int, list[str]] = field(default_factory=dict)

    def in_paragraph(self, paragraph: list[Sentence]) -> "Setting":
        """Return the setting of the next paragraph of the same section."""
        section = [*self.section, *paragraph]
        goes_on = bool(self.paragraph) and self.paragraph[-1].text.endswith((":", ";"))
        block = [*self.block, *paragraph] if goes_on else paragraph
        announces = bool(self.paragraph) and self.paragraph[-1].text.endswith("如下:")
        opening = self.paragraph[-1] if announces else self.opening
        return Setting(
            self.year, self.body, self.headings, self.heading, section, paragraph, block,
            opening, scope=self.scope, only_scope=self._scope_of_section(), stated=self.stated,
        )  # fmt: skip

    def _scope_of_section(self) -> Scope | None:
        """Return the level whose figures alone the section gave so far.

        市局机关收到申请37件. In the next paragraph: 从答复情况看,同意公开12件.
        """
        scopes = {one.scope for one in self.stated.values()}
        one = scopes.pop() if len(scopes) == 1 else None
        return one if one and one.kind != "unit" else None

    def speaks_of(self, notion: str) -> bool:
        """Tell whether the headings or the paragraph hold a word for ``facet.value``."""
        return notion in self._said

    def counted(self, topic: str) -> bool:
        """Tell whether the section gave a figure of a topic."""
        return any(one.topic == topic for one in self.stated.values())

    @once
    def _said(self) -> set[str]:
        above = [t.notions for t in self.headings]
        here = [said(text, self.block[0].level) for text in {one.text for one in self.block}]
        return {
            f"{f}.{v}" for notions in (*above, *chain(*here)) for f in notions for v in notions[f]
        }

    def heard(self, notion: str, sentence: Sentence, place: int) -> bool:
        """Tell whether a word for ``facet.value`` was said in the section up to a place."""
        if notion in {f"{f}.{v}" for t in self.headings for f in t.notions for v in t.values(f)}:
            return True
        earlier = {one.text: one for one in self.section if one.text is not sentence.text}
        texts = [*earlier, sentence.text[:place]]
        facet, value = notion.split(".")
        return any(value in n.get(facet, ()) for text in texts for n in said(text, sentence.level))

    def appeal(self, sentence: Sentence, end: int) -> str | None:
        """Return which of reconsideration and litigation the section spoke of last (维持3件)."""
        if _REVIEWED.search(sentence.text, sentence.start, end):
            return "reconsideration"
        heard = [one for one in self.section if one.text is not sentence.text or one.end <= end]
        spoken = [t for one in heard if one is not sentence for t in one.tokens]
        spoken += sentence.before(end)
        for token in reversed([*self.headings, *spoken]):
            for topic in reversed(token.values("topic")):
                if topic in APPEALS:
                    return topic
        return None


@dataclass(eq=False)
class Field:
    """The words that a number is read with.

    Attributes
    ----------
    sentence, clause, quantity
        Where the number stands.
    begin : int
        Where its own words begin: behind the number before, or with the clause; with the clause
        before where its own clause says nothing: 合肥市(6058件), 其次是市建设局,24件.
    own : list of Token
        Known words from there to the number.
    head : Token or None
        The known word that follows its classifier: 120件政府信息公开申请, 46人为兼职.
    after : list of Token
        Known words behind the number, up to the next one or the end of the clause.
    lead : list of Token
        Known words of the clauses before, back to the last number or semicolon.
    """

    sentence: Sentence
    clause: Clause
    quantity: Quantity
    begin: int
    own: list[Token]
    head: Token | None
    after: list[Token]
    lead: list[Token]

    @once
    def near(self) -> list[Token]:
        """Return the own words and the noun behind the number."""
        return [*self.own, self.head] if self.head else self.own

    @property
    def names_topic(self) -> bool:
        """Whether a word of some length says what is counted, or one beside the work's name."""
        named = [t for t in self.near if "topic" in t.notions]
        long = any(t.end - t.start > _SHORT for t in named)
        return long or (bool(named) and says(self.near, "work", "ogi"))

    @property
    def subject(self) -> Token | None:
        """The first telling word since a semicolon (微信公众号粉丝2.3万人,发布信息1200条)."""
        clauses = self.sentence.clauses[: self.sentence.clauses.index(self.clause) + 1]
        begin = max((c.start for c in clauses if ";" in c.opened_by), default=self.sentence.start)
        words = (t for t in self.sentence.tokens if begin <= t.start < self.quantity.start)
        return next((t for t in words if not is_mute(t)), None)

    @property
    def foreign(self) -> bool:
        """Whether the words name a subject other than open government information."""
        return says(self.near, "foreign")

    @once
    def elliptic(self) -> bool:
        """Whether every own word is understood, so that what is left out may be carried on."""
        return not self.sentence.unknown(self.begin, self.quantity.before) and not self.foreign

    @once
    def mute(self) -> bool:
        """Tell whether the own words say nothing at all: 3件属于国家秘密."""
        return all(map(is_mute, self.own)) and self.elliptic

    @property
    def says_only_who(self) -> bool:
        """Whether the own words say no more than whose it is: 局办公室明确1名专职."""
        said = [t for t in self.own if not is_mute(t)]
        return self.elliptic and all(t.has("name") or t.has("scope") for t in said)

    @property
    def adds_up(self) -> bool:
        """Whether the own words say no more than that it is a sum: 共8件, 合计155元."""
        return self.elliptic and all(is_mute(t) or t.has("relation", "sum") for t in self.own)

    @property
    def is_sum(self) -> bool:
        """Whether the own words end in one that adds up: 共59个, 两项合计860件."""
        written = self.sentence.text[self.begin : self.quantity.before]
        return written.endswith(_SUMS) and not self.followed_by_unknown

    @property
    def is_bare(self) -> bool:
        """Whether nothing is said of the number but by headings above (a line of 12 5 0 17)."""
        return not (self.quantity.classifier or self.near or self.lead)

    @property
    def counts_unknown(self) -> bool:
        """Whether a noun that nobody knows follows the classifier: 129件批文."""
        end = _past_particles(self.sentence.text, self.quantity.behind)
        within = end < self.clause.end
        if within and self.quantity.classifier == "个" and not (self.head and _names(self.head)):
            return bool(_HAN.match(self.sentence.text, self.quantity.behind))  # 15个工作日
        return within and self.head is None and bool(self.sentence.unknown(end, end + 1))

    @property
    def followed_by_unknown(self) -> bool:
        """Whether the words behind the number are not all understood."""
        later = [q.before for q in self.clause.quantities if q.before >= self.quantity.behind]
        return bool(
            self.sentence.unknown(self.quantity.behind, min(later, default=self.clause.end))
        )


def field_of(sentence: Sentence, clause: Clause, quantity: Quantity) -> Field:
    """Return the field of a number that stands in a clause."""
    earlier = [q.behind for q in clause.quantities if q.behind <= quantity.before]
    begin = max(earlier, default=clause.start)
    if begin == quantity.before and len(earlier) > 1:
        begin = earlier[-2]  # 推送信息412期1196条
    elif begin == quantity.before and earlier:
        begin = clause.start
    if not earlier and clause.opened_by == ")":
        begin = _begin_of_interrupted(sentence, clause)
    later = (q.before for q in clause.quantities if q.before >= quantity.behind)
    end = min(later, default=clause.end)
    after = [t for t in clause.tokens if quantity.behind <= t.start < end]
    head = _head(sentence.text, quantity, after)
    named = earlier or clause.opened_by == ")" or (head and _names(head))
    if not named and _says_nothing(sentence, clause, quantity):
        begin = _begin_of_clause_before(sentence, clause)
    if earlier and head and _JOINT.match(sentence.text, quantity.before - 1):
        begin = quantity.before  # 明确1名专职、6名兼职人员: the name of each follows it
    own = sentence.spoken(begin, quantity.before)
    lead = [] if earlier else [t for t in _lead(sentence, clause) if t.end <= begin]
    if end < clause.end and _runs_on(own, after):
        head, after = None, []
    return Field(sentence, clause, quantity, begin, own, head, after, lead)


def _runs_on(own: list[Token], after: list[Token]) -> bool:
    """Tell whether names go before their numbers with no sign between (信函308件网络251件)."""
    told = {facet for t in own if _names(t) for facet in t.notions}
    return any(_names(t) and not told.isdisjoint(t.notions) for t in after[:1])


def _names(token: Token) -> bool:
    """Tell whether a word behind a number says what it counts (52件予以公开, 3件属于国家秘密)."""
    return not token.notions.keys() <= {"function", "shield", "relation", "act", "scope", "foreign"}


def is_mute(token: Token) -> bool:
    """Tell whether a word says nothing about what is counted or whose it is."""
    if "function" in token.notions and len(token.notions) == 1:
        return True
    return "relation" in token.notions and token.has("relation", "copula", "part")


def _says_nothing(sentence: Sentence, clause: Clause, quantity: Quantity) -> bool:
    before = [t for t in clause.tokens if t.end <= quantity.before]
    says_no_more = all(is_mute(t) or t.has("relation", "each", "sum") for t in before)
    return says_no_more and not sentence.unknown(clause.start, quantity.before)


def _begin_of_clause_before(sentence: Sentence, clause: Clause) -> int:
    """Return where the words begin that a clause without words of its own completes."""
    place = sentence.clauses.index(clause)
    if place == 0 or clause.opened_by[-1:] not in (",", ":", "("):
        return clause.start
    before = sentence.clauses[place - 1]
    if clause.opened_by.endswith("("):
        return max((q.behind for q in before.quantities), default=before.start)
    return clause.start if before.counts else before.start  # 网上申请的占46.42%,计2004件


def _begin_of_interrupted(sentence: Sentence, clause: Clause) -> int:
    """Return where the words begin that a parenthesis broke off (解读稿件(含图解26篇)刊发118篇)."""
    place = sentence.clauses.index(clause)
    while place and "(" not in sentence.clauses[place].opened_by:
        place -= 1
    before = sentence.clauses[max(place - 1, 0)]
    return max((q.behind for q in before.quantities), default=before.start)


def _head(text: str, quantity: Quantity, after: list[Token]) -> Token | None:
    """Return the word that follows a classifier, or the one that 为 or 属于 leads to."""
    place = _past_particles(text, quantity.behind)
    for token in after[:3]:
        if token.start != place:
            return None
        if not (token.has("relation", "copula", "each") or text[token.start : token.end] in "均都"):
            return token
        place = _past_particles(text, token.end)
    return None


def _past_particles(text: str, place: int) -> int:
    while place < len(text) and text[place] in "的“”":
        place += 1
    return place


def _lead(sentence: Sentence, clause: Clause) -> list[Token]:
    """Return the words of the clauses before, back to the last number or semicolon."""
    lead: list[Token] = []
    before = sentence.clauses[: sentence.clauses.index(clause) + 1]
    for clause_after, other in zip(before[::-1], before[-2::-1], strict=False):
        if ";" in clause_after.opened_by or other.quantities:
            break
        lead = other.tokens + lead
    return lead


def unit_class(quantity: Quantity, frame: Frame) -> str | None:
    """Return the class of classifiers by which a frame counts the number, None where by none.

    A number without a classifier has the class ``""``, which every frame takes but one of money:
    15.6万 may be in 元.
    """
    if not quantity.classifier:
        return None if "money" in frame.units else ""
    return next((name for name in _classes(quantity.classifier) if name in frame.units), None)


@cache
def _classes(classifier: str) -> list[str]:
    """Return the classes that a classifier of the codebook is in."""
    return [name for name, known in wording().classifiers.items() if classifier in known]


def fits(quantity: Quantity, frame: Frame) -> bool:
    """Tell whether the number's classifier may count what the frame is about."""
    return unit_class(quantity, frame) is not None
