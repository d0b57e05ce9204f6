"""Sentences of reports with their section and place (断句)."""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.themes.corpus import paragraphs

COLUMNS = ["report_id", "body", "year", "section", "start", "end", "sentence"]
_SENTENCE = re.compile(r"[^。！？；!?;]+[。！？；!?;]*[”』」]?")


def sentences(
    reports: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """Return every sentence of the running text of reports.

    A line end inside a paragraph is a break at a fixed width and ends no sentence.

    Parameters
    ----------
    reports, passages : DataFrame
        Tables ``reports`` (attachments are left out) and ``passages``.
    texts : mapping of str to str
        Clean texts by ``report_id``.

    Returns
    -------
    DataFrame
        Columns ``report_id``, ``body``, ``year``, ``section`` (the headings above, joined by
        `` / ``), ``start``, ``end`` (in the clean text) and ``sentence`` (as published), in order
        of report and place.
    """
    rows = [
        (
            one.report_id,
            one.body,
            one.year,
            one.section,
            start,
            end,
            texts[one.report_id][start:end],
        )
        for one in paragraphs(reports, passages, texts).itertuples()
        for start, end in cut(texts[one.report_id], one.start, one.end)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of ``text[start:end]`` begins and ends, white space left out.

    Examples
    --------
    >>> text = "一是学习、掌握还不够好;二是主动性不够强;三是形式还欠丰富。"
    >>> [text[a:b] for a, b in cut(text, 0, len(text))]
    ['一是学习、掌握还不够好;', '二是主动性不够强;', '三是形式还欠丰富。']
    """
    for match in _SENTENCE.finditer(text, start, end):
        said = match[0]
        if said.strip():
            first = match.start() + len(said) - len(said.lstrip())
            yield first, first + len(said.strip())
