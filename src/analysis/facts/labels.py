"""Labels of a form in the spellings of offices (表头和行标): how alike two of them are."""

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from analysis.codebook.cells import cells
from analysis.facts.view import view

_NUMBER = re.compile(
    r"(?:其中:?|[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}[、.,)](?!\d)|[①-⑳])"
)
_NOTE = re.compile(r"\([^()]*\)?")
_SILENT = re.compile(r"[\s“”‘’《》〈〉\"'、,.:;/·的*—-]")


@lru_cache(maxsize=4096)
def plain(words: str) -> str:
    """Return a label without numbering, notes in parentheses, punctuation and 的.

    Examples
    --------
    >>> plain("其中：1．涉及国家秘密"), plain("（二）部分公开（区分处理的，只计这一情形）")
    ('涉及国家秘密', '部分公开')
    >>> plain("本年增 / 减")
    '本年增减'
    """
    folded = view(words, 0, len(words)).text.replace(" ", "")
    while number := _NUMBER.match(folded):
        folded = folded[number.end() :]
    return _SILENT.sub("", _NOTE.sub("", folded)) or _SILENT.sub("", folded)


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """Return how alike two plain labels are, from 0 to 1; 0 where one denies and the other not.

    Examples
    --------
    >>> likeness("同意公开答复数", "不同意公开答复数")
    0.0
    >>> round(likeness("收到申请数量", "收到申请数"), 2)
    0.91
    """
    if one == other:
        return 1.0
    if _denials(one) != _denials(other):
        return 0.0
    return ratio(one, other) / 100


def _denials(label: str) -> list[str]:
    return [char for char in label if char in cells().telling]
