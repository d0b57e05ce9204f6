"""Reasons (未读原因): why a file is not taken in, in the words of either language."""

import re
from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.indicators import Label
from analysis.codebook.loading import load

BRACES = re.compile(r"\{(\w+)\}")


class Reasons(BaseModel):
    """The file ``reasons.yaml``: whole reasons, and words that are set into them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reasons: Mapping[str, Label]
    parts: Mapping[str, Label]


@cache
def reasons() -> Reasons:
    """Return the words of every reason."""
    return load("reasons", Reasons)


def reason(key: str, **values: object) -> str:
    """Write a reason as it stands in ``reports.csv``.

    Examples
    --------
    >>> reason("duplicate", file="新乡2016.txt")
    'The same text as 新乡2016.txt.'
    """
    return reasons().reasons[key].en.format(**values)


def found(key: str, **values: object) -> str:
    """Write what is set into a reason.

    Examples
    --------
    >>> found("fonts", unknown=90, words=100)
    'its fonts do not tell 90 of 100 characters'
    """
    return reasons().parts[key].en.format(**values)


def explained(text: str, language: str) -> str:
    """Say a reason of ``reports.csv`` in `language` (``zh`` or ``en``); other words stay.

    Examples
    --------
    >>> explained("The PDF is damaged: the content of page 3 cannot be unpacked. "
    ...           "Fetch it again from its source.", "zh")
    'PDF 已损坏：第 3 页的内容无法解压。请从来源重新下载。'
    >>> explained(reason("other_format", found="a PDF", meant="a web page"), "zh")[:20]
    '文件的实际内容是PDF，不是网页。请把扩'
    """
    for pattern, label in _patterns():
        if match := pattern.fullmatch(text):
            values = {name: explained(value, language) for name, value in match.groupdict().items()}
            return getattr(label, language).format(**values)
    return text


@cache
def _patterns() -> list[tuple[re.Pattern, Label]]:
    """Return, for every reason and part, what its English words look like once filled in."""
    labels = [*reasons().reasons.values(), *reasons().parts.values()]
    return [(re.compile(_as_pattern(label.en), re.DOTALL), label) for label in labels]


def _as_pattern(words: str) -> str:
    names = BRACES.split(words)  # words, a name, words, a name, words
    return "".join(f"(?P<{one}>.*?)" if at % 2 else re.escape(one) for at, one in enumerate(names))
