"""Numbers before headings (一、 （一） 1. （1） …) and the depth they stand for."""

import re
from typing import NamedTuple

from analysis.documents.dates import ARABIC, HAN, number

# In the usual order from the outermost to the innermost.
STYLES = {
    "part": rf"第\s*({HAN}|{ARABIC})\s*(?:部分|章|节|篇)[、.．:：]?",
    "han": rf"({HAN})\s*[、.．,，]",
    "han_bracket": rf"[（(〔［\[【]\s*({HAN})\s*[)）〕］\]】](?:\s*、)?",
    "arabic": rf"({ARABIC})\s*、",
    "arabic_point": rf"({ARABIC})\s*[.．](?![0-9０-９])",
    "arabic_bracket": rf"[（(]?\s*({ARABIC})\s*[)）](?:\s*、)?",
    "circled": "([①-⑳])",
}
FORM = re.compile("|".join(f"(?P<{style}>{form})" for style, form in STYLES.items()))
RANK = {style: rank for rank, style in enumerate(STYLES)}
LIST_ITEM = re.compile(rf"({HAN})是")


class Number(NamedTuple):
    """The number before a heading: how it is written, which it is, how long it is."""

    style: str
    value: int
    length: int

    @property
    def rank(self) -> int:
        """Depth of the style in the usual order."""
        return RANK[self.style]


def number_of(words: str) -> Number | None:
    """Return the number that `words` begin with.

    Examples
    --------
    >>> number_of("(一)主动公开政府信息数量。")
    Number(style='han_bracket', value=1, length=3)
    >>> number_of("1.5万条") is None
    True
    """
    match = FORM.match(words)
    if match is None:
        return None
    return Number(match.lastgroup, _value(match[match.lastindex + 1]), match.end())


def list_item(words: str) -> int:
    """Return the number of a list item (二是…), 0 where the words begin none.

    Examples
    --------
    >>> list_item("六是搭建“民意征集”与“网上调查”栏目"), list_item("二、重点领域")
    (6, 0)
    """
    match = LIST_ITEM.match(words)
    return number(match[1]) if match else 0


def _value(written: str) -> int:
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return number(written)
