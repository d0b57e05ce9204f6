"""Paragraphs of reports with their headings (语料): the ground of all that counts words."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd

from analysis import paths, tables
from analysis.codebook.signatures import signature_of
from analysis.codebook.topics import topics
from analysis.errors import NotebookError
from analysis.facts.view import view

COLUMNS = ["report_id", "body", "year", "start", "end", "section", "paragraph", "words",
           "characters"]  # fmt: skip
SHORT = 40  # a longer line closes no report, whatever it begins with


def read(folder: str | Path, reports: pd.DataFrame) -> pd.DataFrame:
    """Read the paragraphs of reports from processed tables (see `paragraphs`).

    A `folder` is relative to the project, wherever a notebook runs; empty for ``data/processed``.

    Raises
    ------
    NotebookError
        When there is no paragraph.
    """
    found = paragraphs(reports, *sources(folder))
    if found.empty:
        raise NotebookError("These reports have no running text. Choose others in reports.csv.")
    return found


def place(folder: str | Path) -> Path:
    """Return the folder of processed tables that a notebook names (see `read`)."""
    return paths.ROOT / (folder or paths.PROCESSED)


def sources(folder: str | Path) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the table ``passages`` and the clean texts of a folder of processed tables."""
    return tables.read(place(folder), "passages"), tables.texts(place(folder))


def paragraphs(
    reports: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """Return every paragraph of running text; whatever else stands in a report has none.

    Left out are titles, headings, tables, page furniture, and the lines that close a report
    (issuer, date, list of attachments, lines of a contact, 特此报告). A line in brackets
    (【收费及减免情况】) is a heading.

    Parameters
    ----------
    reports, passages : DataFrame
        Tables ``reports`` (attachments are left out) and ``passages``.
    texts : mapping of str to str
        Clean texts by ``report_id``.

    Returns
    -------
    DataFrame
        One row per paragraph, in order of report and place, whatever the order given:
        ``report_id``, ``body``, ``year``; ``start``, ``end`` (in the clean text); ``section``
        (the headings above, outermost first, joined by `` / ``); ``paragraph`` (as published);
        ``words`` (the same without white space, signs folded as for reading); ``characters``
        (how many these are).
    """
    known = reports.sort_values("report_id").set_index("report_id")[["body", "year"]]
    ours = passages[passages["report_id"].isin(known.index)].sort_values(["report_id", "start"])
    rows = [
        (name, known.at[name, "body"], int(known.at[name, "year"]), *one)
        for name, parts in ours.groupby("report_id", sort=True)
        for one in _of_report(texts[name], parts)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _of_report(text: str, parts: pd.DataFrame) -> Iterator[tuple[int, int, str, str, str, int]]:
    above: list[tuple[int, str]] = []
    for part in parts.itertuples():
        if part.kind == "heading":
            above = [one for one in above if one[0] < part.level] + [(part.level, part.label)]
        elif part.kind == "paragraph":
            above = [one for one in above if not part.level or one[0] < part.level]
            words = view(text, part.start, part.end).text
            if bracketed := topics().bracketed.pattern.fullmatch(words):
                above = [(1, bracketed["words"])]
            elif not closes(words):
                section = " / ".join(label for _, label in above)
                published = text[part.start : part.end]
                yield part.start, part.end, section, published, words, len(words)


def closes(words: str) -> bool:
    """Tell whether a paragraph is one of the lines that close a report.

    Examples
    --------
    >>> closes("乐陵市电子政务办公室"), closes("联系电话:0534-6268203")
    (True, True)
    >>> closes("2017年,全市未发生因政府信息公开引发的行政复议和行政诉讼案件。")
    False
    """
    return not words or (len(words) <= SHORT and signature_of(words) != "")
