"""Remarks (说明): the phrases of ``note`` and ``ground``, with the ids that they speak of."""

from collections.abc import Iterable
from functools import cache

from analysis.codebook.forms import applicants
from analysis.codebook.indicators import Label, indicators
from analysis.codebook.loading import load
from analysis.codebook.words import word


@cache
def remarks() -> dict[str, Label]:
    """Return every phrase by its key."""
    return load("remarks", dict[str, Label])


def remark(key: str, names: Iterable[str] = ()) -> str:
    """Write a phrase and what it is about, as it stands in a table.

    Examples
    --------
    >>> remark("missing", ["channel.gazette", "channel.other"])
    'not stated: channel.gazette channel.other'
    >>> remark("zero")
    'the denominator is zero'
    """
    about = " ".join(names)
    return f"{remarks()[key].en}: {about}" if about else remarks()[key].en


def remarked(names: dict[str, Iterable[str]]) -> str:
    """Write the phrases that have something to speak of, joined by ``; ``.

    Examples
    --------
    >>> remarked({"missing": ["channel.gazette"], "conflict": []})
    'not stated: channel.gazette'
    """
    return "; ".join(remark(key, about) for key, about in names.items() if about)


def reworded(note: str, language: str) -> str:
    """Say a stored note in `language` (``zh`` or ``en``), with labels in place of ids.

    Examples
    --------
    >>> reworded("not stated: channel.gazette; the denominator is zero", "zh")
    '未说明：政府公报；分母为零'
    """
    stop = "；" if language == "zh" else "; "
    return stop.join(_clause(clause, language) for clause in note.split("; "))


def _clause(clause: str, language: str) -> str:
    phrase, _, names = clause.partition(": ")
    by_english = {label.en: label for label in remarks().values()}
    about = [_name(one, language) for one in names.split()]
    colon, comma = ("：", "、") if language == "zh" else (": ", ", ")
    words = getattr(by_english[phrase], language) if phrase in by_english else phrase
    return f"{words}{colon}{comma.join(about)}" if about else words


def _name(name: str, language: str) -> str:
    """Put a label in the place of an id, that of another year with the year, or of an applicant."""
    ident, _, year = name.partition("@")
    if ident in indicators():
        label = getattr(indicators()[ident].short, language)
        return f"{label} ({year})" if year else label
    return word(f"applicant.{name}", language) if name in (*applicants(), "total") else name
