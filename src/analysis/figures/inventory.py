"""All that the tables hold about some bodies and years, with what was not read and not settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from analysis import paths, tables
from analysis.figures import selection
from analysis.figures.selection import Selection

TABLES = (*selection.TABLES, "values", "numerals", "passages", "corrections", "verdicts")


@dataclass(frozen=True)
class Inventory(Selection):
    """Rows of the processed tables for some bodies and years, every text of a body and year kept.

    Attributes
    ----------
    files : DataFrame
        All rows of ``reports``: whose a file is that could not be read is not known.
    values, numerals, passages, corrections, verdicts : DataFrame
        With the columns of the output contract.
    texts : mapping of str to str
        Clean texts by report.
    """

    files: pd.DataFrame
    values: pd.DataFrame
    numerals: pd.DataFrame
    passages: pd.DataFrame
    corrections: pd.DataFrame
    verdicts: pd.DataFrame
    texts: Mapping[str, str]


def select(
    folder: str | Path, bodies: Sequence[str], years: Sequence[int], language: str
) -> Inventory:
    """Read the tables of `folder` and keep what is about `bodies` in `years`.

    Raises
    ------
    NotebookError
        When a body has no report for any of the years.
    """
    texts = tables.texts(paths.ROOT / (folder or paths.PROCESSED))
    return narrow(selection.read(folder, TABLES), bodies, years, language, texts)


def narrow(
    frames: Mapping[str, pd.DataFrame],
    bodies: Sequence[str],
    years: Sequence[int],
    language: str,
    texts: Mapping[str, str] = MappingProxyType({}),
) -> Inventory:
    """Keep the rows of `frames` about `bodies` in `years`; an empty list is all that there are."""
    known = tables.reports_only(frames["reports"])
    bodies, years = bodies or sorted(set(known["body"])), years or sorted(set(known["year"]))
    reports = selection.about(frames["reports"], bodies, years)
    ours = selection.rows_of(frames, reports, [one for one in TABLES[1:] if one != "verdicts"])
    on_ours = frames["verdicts"]["finding_id"].isin(ours["findings"]["finding_id"])
    return Inventory(
        reports=selection.named(reports, bodies, language),
        language=language,
        files=frames["reports"],
        verdicts=frames["verdicts"][on_ours],
        texts=texts,
        **ours,
    )
