"""A kind for every numeral of a report (数字的交代), so that none is passed over in silence."""

import re
from dataclasses import dataclass, field

from analysis.codebook.areas import areas_in
from analysis.facts.quantities import ARABIC
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
    kind, meaning = _kind(account, sentence, start)
    first, last = account.view.span(start, end)
    is_quantity = kind == "quantity" and bool(meaning)
    area = _area(sentence, start, end) if is_quantity else ""
    may_be = " ".join(account.candidates.get(start, ())) if is_quantity else ""
    return Numeral(first, last, text[first:last], kind, meaning, area, may_be)


def _area(sentence: Sentence, start: int, end: int) -> str:
    """Return the policy area named first in the clause of a number."""
    first, last = _bounds(sentence, start, end)
    return next(iter(areas_in(sentence.text[first:last])), "")


def _bounds(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return where the words around a number begin and end: at the stops next to it."""
    before = _STOP.split(sentence.text[sentence.start : start])[-1]
    behind = _STOP.search(sentence.text, end, sentence.end)
    return start - len(before), behind.start() if behind else sentence.end


def _kind(account: Account, sentence: Sentence, start: int) -> tuple[str, str]:
    if start in account.linked:
        return "indicator", " ".join(account.linked[start])
    for marked in sentence.marked:
        if marked.start <= start < marked.end:
            return marked.kind, ""
    for quantity in sentence.quantities:
        if quantity.start <= start < quantity.end:
            return "quantity", _meaning(sentence, quantity)
    return "quantity", ""


def _meaning(sentence: Sentence, quantity) -> str:
    """Return the noun phrase and unit of a quantity: the words since the number before it."""
    first, last = _bounds(sentence, quantity.before, quantity.behind)
    beside = [q for q in sentence.quantities if first <= q.start < last]
    begin = max((q.behind for q in beside if q.behind <= quantity.before), default=first)
    phrase = sentence.text[begin : quantity.before].strip("、和及与“”")
    if not phrase:
        end = min((q.before for q in beside if q.before >= quantity.behind), default=last)
        phrase = sentence.text[quantity.behind : end].strip("、和及与“”")
    return f"{phrase} {quantity.classifier}".strip()
