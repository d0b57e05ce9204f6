"""Sentences of reports with their section and place (断句)."""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

COLUMNS = ["report_id", "body", "year", "section", "start", "end", "sentence"]
_SENTENCE = re.compile(r"[^。！？；!?;]+[。！？；!?;]*[”』」]?")


def sentences(
    reports: pd.DataFrame, passages: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """Return every sentence of the paragraphs of reports; titles, tables and furniture have none.

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
    known = reports.set_index("report_id")[["body", "year"]]
    ours = passages[passages["report_id"].isin(known.index)].sort_values(["report_id", "start"])
    rows = [
        (name, known.at[name, "body"], int(known.at[name, "year"]), *one)
        for name, parts in ours.groupby("report_id", sort=True)
        for one in _of_report(texts[name], parts)
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
            yield (
                match.start() + len(said) - len(said.lstrip()),
                match.end() - (len(said) - len(said.rstrip())),
            )


def _of_report(text: str, parts: pd.DataFrame) -> Iterator[tuple[str, int, int, str]]:
    above: list[tuple[int, str]] = []
    for part in parts.itertuples():
        if part.kind == "heading":
            above = [one for one in above if one[0] < part.level] + [(part.level, part.label)]
        elif part.kind == "paragraph":
            section = " / ".join(label for _, label in above)
            for start, end in cut(text, part.start, part.end):
                yield section, start, end, text[start:end]
