"""The words of a passage without what layout added to them.

Rules are matched on a *view*: white space dropped, full-width digits, letters and punctuation
folded to one form, each character still knowing its place in the clean text. So a rule needs no
variant for ，and ,, for ２０ and 20, or for a line break in the middle of a word.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = dict(zip('「」『』＂"﹝﹞［］–－―〈〉', "“”“”““〔〕[]———《》", strict=True))
_FOLD = _WIDE | _SIGNS
_FOLDED = re.compile("[" + "".join(map(re.escape, _FOLD)) + "]")


class View(NamedTuple):
    """A folded text whose characters know where they came from.

    Attributes
    ----------
    text : str
        The folded characters.
    places : sequence of int
        For each of them its offset in the clean text.
    """

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the clean text of ``text[start:end]``, which is not empty."""
        return self.places[start], self.places[end - 1] + 1


def view(text: str, start: int, end: int) -> View:
    """Fold ``text[start:end]``.

    Examples
    --------
    >>> view("网上 “民意征集”共２３期，", 0, 15).text
    '网上“民意征集”共23期,'
    >>> view("受理12\\n0件", 0, 7).text
    '受理120件'
    """
    return without_space(fold(text[start:end]), start)


def fold(text: str) -> str:
    """Return a text with one form of each sign, every character in its place."""
    for sign in set(_FOLDED.findall(text)):
        text = text.replace(sign, _FOLD[sign])
    return text


def without_space(folded: str, start: int) -> View:
    """Return the view of a stretch of folded text that begins at an offset of the clean text."""
    if folded.split(None, 1) == [folded]:
        return View(folded, range(start, start + len(folded)))
    kept = [i for i, char in enumerate(folded) if not char.isspace() or _parts_words(folded, i)]
    return View("".join(folded[i] for i in kept), [start + i for i in kept])


def _parts_words(folded: str, i: int) -> bool:
    """Tell whether the white space at `i` keeps two numbers or Latin words apart on one line."""
    before, after = folded[i - 1 : i], folded[i + 1 : i + 2]
    return folded[i] in " \t" and _latin(before) and _latin(after)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
