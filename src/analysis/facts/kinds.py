"""Runs of digits that are no quantity: dates, document numbers, contacts … (数字的种类)."""

import re
from typing import NamedTuple

from analysis.codebook.kinds import kind_of, kind_pattern

_AROUND = 10  # no wording of the codebook reaches further from its digits
# Runs so near that their words touch. A set of plain digits stands first: it is looked for fastest.
_DIGITS = re.compile(rf"[0-9](?:[^0-9]{{0,{2 * _AROUND}}}[0-9])*")


class Marked(NamedTuple):
    """Words of a view that hold digits of one kind."""

    start: int
    end: int
    kind: str


def find_kinds(text: str) -> list[Marked]:
    """Return the dates, document numbers, contacts, ordinals and names of a view's text, in order.

    Examples
    --------
    >>> text = "2016年,制定了《方案》(新政办〔2016〕56号),受理申请120件"
    >>> [(text[m.start:m.end], m.kind) for m in find_kinds(text)]
    [('2016年', 'date'), ('〔2016〕56号', 'document_number')]
    """
    return [
        Marked(match.start(), match.end(), kind_of(match))
        for start, end in _around_digits(text)
        for match in kind_pattern().finditer(text, start, end)
    ]


def _around_digits(text: str) -> list[tuple[int, int]]:
    """Return the stretches of text that hold digits and what stands around them."""
    stretches: list[tuple[int, int]] = []
    for runs in _DIGITS.finditer(text):
        start = runs.start()
        while start and text[start - 1].isascii():  # an address on the net may be long
            start -= 1
        start, end = max(0, start - _AROUND), runs.end() + _AROUND
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches
