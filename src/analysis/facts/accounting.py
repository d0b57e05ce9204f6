"""A kind for every numeral of a report (数字的交代), so that none is passed over in silence."""

import re
from dataclasses import dataclass, field

from analysis.facts.quantities import ARABIC
from analysis.facts.sentences import Clause, Sentence
from analysis.facts.view import View
from analysis.records import Numeral

_DIGITS = re.compile(rf"(?:{ARABIC})[%‰]?")


@dataclass
class Account:
    """What is known of the numbers of one view: what those linked mean, by their first digit."""

    view: View
    sentences: list[Sentence]
    linked: dict[int, list[str]] = field(default_factory=dict)

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
        if not sentence.quantities and not _DIGITS.search(
            sentence.text, sentence.start, sentence.end
        ):
            continue
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
    return Numeral(first, last, text[first:last], kind, meaning)


def _kind(account: Account, sentence: Sentence, start: int) -> tuple[str, str]:
    if start in account.linked:
        return "indicator", " ".join(account.linked[start])
    marked = next((d for d in sentence.marked if d.start <= start < d.end), None)
    if marked:
        return marked.kind, ""
    quantity = next((q for q in sentence.quantities if q.start <= start < q.end), None)
    return ("quantity", _meaning(sentence, quantity)) if quantity else ("quantity", "")


def _meaning(sentence: Sentence, quantity) -> str:
    """Return the noun phrase and unit of a quantity: the words since the number before it."""
    clause: Clause = next(c for c in sentence.clauses if c.start <= quantity.start < c.end)
    earlier = [q.behind for q in clause.quantities if q.behind <= quantity.before]
    later = [q.before for q in clause.quantities if q.before >= quantity.behind]
    phrase = sentence.text[max(earlier, default=clause.start) : quantity.before].strip("、和及与“”")
    if not phrase:
        phrase = sentence.text[quantity.behind : min(later, default=clause.end)].strip("、和及与“”")
    return f"{phrase} {quantity.classifier}".strip()
