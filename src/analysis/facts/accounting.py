"""A kind for every numeral of a report (数字的交代), so that none is passed over in silence."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.facts.areas import Announced, announced, area_of, in_force, is_of_a_theme, named
from analysis.facts.cutting import sentences
from analysis.facts.fields import Link
from analysis.facts.quantities import ARABIC, Quantity
from analysis.facts.sections import Placed, Section
from analysis.facts.sentences import Sentence
from analysis.facts.source import Source
from analysis.facts.view import View, without_space
from analysis.once import once
from analysis.records import Numeral

_STOP = re.compile("[,;:()。!?]")
_DIGITS = re.compile(rf"(?:{ARABIC})[%‰]?")


@dataclass
class Account:
    """What is known of the numbers of a passage.

    Attributes
    ----------
    source : Source
        The report that it is of.
    placed : Placed
        Where it stands.
    view : View
    sentences : list of Sentence
        Those of the view.
    linked : dict
        What numbers were linked to, by their first digit.
    candidates : dict
        For those that were not, the indicators that they may answer.
    again : list of tuple
        Sentences and figures of the year that plans and problems go back to.
    """

    source: Source
    placed: Placed
    view: View
    sentences: list[Sentence]
    linked: dict[int, list[Link]] = field(default_factory=dict)
    candidates: dict[int, list[str]] = field(default_factory=dict)
    again: list[tuple[Sentence, Link]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What kind of passage it is."""
        return self.placed.passage.kind

    @property
    def section(self) -> Section:
        """The headings above it."""
        return self.placed.section

    @once
    def announced(self) -> list[Announced]:
        """Return what its heading and clauses announce."""
        return announced(self.view.text, self.section.heading)

    @once
    def stops(self) -> list[int]:
        """Return where signs stand that part its words, and where it begins and ends."""
        text = self.view.text
        return [-1, *(stop.start() for stop in _STOP.finditer(text)), len(text)]

    def note(self, one: Link) -> None:
        """Keep what a number was linked to."""
        self.linked.setdefault(one.quantity.start, []).append(one)

    def evidence(self, sentence: Sentence) -> str:
        """Return a sentence as published."""
        start, end = self.view.span(sentence.start, sentence.end)
        return self.source.text[start:end]


def account_of(placed: Placed, source: Source) -> Account:
    """Return the account of a passage of a report."""
    start, end = placed.passage.start, placed.passage.end
    seen = without_space(source.folded[start:end], start)
    return Account(source, placed, seen, sentences(seen.text, source.level, source.body))


def of_an_area(account: Account, sentence: Sentence, one: Link) -> bool:
    """Tell whether a number read as the whole counts what a subject announced before it has.

    Where one is announced, 发布信息45条 are items of it; 政府信息 is said of the whole. All that an
    office tells is of its own trade.
    """
    if one.indicator != "disclosure.total" and not one.indicator.startswith("channel."):
        return False
    begin, _ = _bounds(account, sentence, one.quantity)
    is_bare = "政府信息" not in sentence.text[begin : one.quantity.before]
    place, body = one.quantity.before, account.source.body
    announced = set(in_force(account.announced, place))
    own = account.source.level == "department" and announced <= {*named(body)}
    return is_bare and not own and is_of_a_theme(account.announced, place)


def numerals(account: Account) -> list[Numeral]:
    """Return a row for every run of digits of a passage, and for each Chinese numeral linked."""
    found = []
    for sentence in account.sentences:
        digits = _DIGITS.finditer(sentence.text, sentence.start, sentence.end)
        spans = [run.span() for run in digits]
        if account.linked:
            spans = sorted([*spans, *_linked_words(account, sentence)])
        found += [_numeral(account, sentence, *span) for span in spans]
    return found


def _linked_words(account: Account, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where the Chinese numerals stand that were linked."""
    for quantity in sentence.quantities:
        if quantity.start in account.linked and not sentence.text[quantity.start].isdigit():
            yield quantity.start, quantity.end


def _numeral(account: Account, sentence: Sentence, start: int, end: int) -> Numeral:
    first, last = account.view.span(start, end)
    written = first, last, account.source.text[first:last]
    if start in account.linked:
        return Numeral(*written, "indicator", " ".join(map(_meaning, account.linked[start])))
    for marked in sentence.marked:
        if marked.start <= start < marked.end:
            return Numeral(*written, marked.kind, "")
    for quantity in sentence.quantities:
        if quantity.start <= start < quantity.end:
            may_be = " ".join(account.candidates.get(start, ()))
            return _quantity(account, sentence, quantity, written, may_be)
    return Numeral(*written, "quantity", "")


def _meaning(one: Link) -> str:
    return f"{one.indicator}@{one.scope.name or one.scope.kind}"


def _quantity(
    account: Account, sentence: Sentence, quantity: Quantity, written: tuple, may_be: str
) -> Numeral:
    """Return a number of something else, with the policy area that it is of."""
    begin, end = _bounds(account, sentence, quantity)
    before = sentence.text[begin : quantity.before]
    behind = sentence.text[quantity.behind : end]
    phrase = before.strip("、和及与“”") or behind.strip("、和及与“”")
    meaning = f"{phrase} {quantity.classifier}".strip()
    if not meaning:
        return Numeral(*written, "quantity", "")
    earlier = sentence.text[sentence.start : begin]
    area = area_of(before, behind, earlier, in_force(account.announced, quantity.before))
    return Numeral(*written, "quantity", meaning, area, may_be)


def _bounds(account: Account, sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """Return where the words next to a number begin and end: at stops and other numbers."""
    stops = account.stops
    first = max(sentence.start, stops[bisect_left(stops, quantity.before) - 1] + 1)
    last = min(sentence.end, stops[bisect_left(stops, quantity.behind)])
    place = sentence.quantities.index(quantity)
    before, behind = sentence.quantities[:place][-1:], sentence.quantities[place + 1 :][:1]
    begin = max((q.behind for q in before if q.start >= first), default=first)
    end = min((q.before for q in behind if q.start < last), default=last)
    return begin, end
