"""A kind for every numeral of a report (数字的交代), so that none is passed over in silence."""

import re
from dataclasses import dataclass, field

from analysis.codebook.areas import areas_in
from analysis.facts.quantities import ARABIC, Quantity
from analysis.facts.sentences import Sentence
from analysis.facts.view import View
from analysis.records import Numeral

_STOP = re.compile("[,;:()。!?]")
_DIGITS = re.compile(rf"(?:{ARABIC})[%‰]?")


@dataclass
class Account:
    """What is known of the numbers of one view: what those linked mean, by their first digit."""

    view: View
    sentences: list[Sentence]
    linked: dict[int, list[str]] = field(default_factory=dict)
    candidates: dict[int, list[str]] = field(default_factory=dict)

    def note(self, start: int, meaning: str) -> None:
        """Keep what the number that begins at `start` means."""
        self.linked.setdefault(start, []).append(meaning)


def numerals(account: Account, text: str) -> list[Numeral]:
    """Return a row for every run of digits of a view, and for each Chinese numeral that was linked.

    Parameters
    ----------
    account : Account
    text : str
        The clean text that the view was made from.
    """
    found = []
    for sentence in account.sentences:
        spans = [
            (m.start(), m.end())
            for m in _DIGITS.finditer(sentence.text, sentence.start, sentence.end)
        ]
        spans += [
            (q.start, q.end)
            for q in sentence.quantities
            if q.start in account.linked and not sentence.text[q.start].isdigit()
        ]
        found += [_numeral(account, sentence, text, *span) for span in sorted(spans)]
    return found


def _numeral(account: Account, sentence: Sentence, text: str, start: int, end: int) -> Numeral:
    first, last = account.view.span(start, end)
    written = first, last, text[first:last]
    if start in account.linked:
        return Numeral(*written, "indicator", " ".join(account.linked[start]))
    for marked in sentence.marked:
        if marked.start <= start < marked.end:
            return Numeral(*written, marked.kind, "")
    for quantity in sentence.quantities:
        if quantity.start <= start < quantity.end:
            may_be = " ".join(account.candidates.get(start, ()))
            return _quantity(sentence, quantity, written, may_be)
    return Numeral(*written, "quantity", "")


def _quantity(sentence: Sentence, quantity: Quantity, written: tuple, may_be: str) -> Numeral:
    """Return a number of something else, with the policy area that its clause names first."""
    first, last = _bounds(sentence, quantity)
    meaning = _meaning(sentence, quantity, first, last)
    if not meaning:
        return Numeral(*written, "quantity", "")
    area = next(iter(areas_in(sentence.text[first:last])), "")
    return Numeral(*written, "quantity", meaning, area, may_be)


def _bounds(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """Return where the words around a number begin and end: at the stops next to it."""
    stops = [m.end() for m in _STOP.finditer(sentence.text, sentence.start, quantity.before)]
    behind = _STOP.search(sentence.text, quantity.behind, sentence.end)
    return stops[-1] if stops else sentence.start, behind.start() if behind else sentence.end


def _meaning(sentence: Sentence, quantity: Quantity, first: int, last: int) -> str:
    """Return the noun phrase and unit of a quantity: the words since the number before it."""
    beside = [q for q in sentence.quantities if first <= q.start < last]
    begin = max((q.behind for q in beside if q.behind <= quantity.before), default=first)
    phrase = sentence.text[begin : quantity.before].strip("、和及与“”")
    if not phrase:
        end = min((q.before for q in beside if q.before >= quantity.behind), default=last)
        phrase = sentence.text[quantity.behind : end].strip("、和及与“”")
    return f"{phrase} {quantity.classifier}".strip()
