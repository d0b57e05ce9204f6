"""The part of the published tables that one page is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis import paths, tables
from analysis.errors import NotebookError

TABLES = ("reports", "observations", "measures", "findings")


@dataclass(frozen=True)
class Selection:
    """Rows of the processed tables for some bodies and years, and the language to show them in.

    Attributes
    ----------
    reports, observations, measures, findings : DataFrame
        With the columns of the output contract; `reports` has a ``called``, the body in the
        language shown, and a ``name`` that tells the years apart where there are several.
    language : str
        ``zh`` or ``en``.
    """

    reports: pd.DataFrame
    observations: pd.DataFrame
    measures: pd.DataFrame
    findings: pd.DataFrame
    language: str

    @property
    def years(self) -> str:
        """The reporting years, ``2016`` or ``2016–2017``."""
        ends = sorted({int(year) for year in self.reports["year"]})
        return "–".join(dict.fromkeys([str(ends[0]), str(ends[-1])]))


def read(folder: str | Path, names: Sequence[str] = TABLES) -> dict[str, pd.DataFrame]:
    """Read the tables that pages are made of.

    A `folder` is relative to the project, wherever a notebook runs; empty for ``data/processed``.
    """
    return {name: tables.read(_place(folder), name) for name in names}


def _place(folder: str | Path) -> Path:
    return paths.ROOT / (folder or paths.PROCESSED)


def select(
    folder: str | Path,
    bodies: Sequence[str],
    years: Sequence[int],
    language: str,
    level: str = "",
) -> Selection:
    """Read the tables of `folder` and keep what is about `bodies` of `level` in `years`.

    An empty list of bodies or years, and an empty level, keep all.

    Raises
    ------
    NotebookError
        When a body has no report for any of the years.
    """
    ours = tables.reports_only(read(folder, ["reports"])["reports"])
    ours = ours[(ours["level"] == level) | (not level)]
    bodies = bodies or sorted(ours.loc[ours["year"].isin(years or ours["year"]), "body"].unique())
    years = years or sorted(ours["year"].unique())
    ids = set(about(ours, bodies, years)["report_id"])
    others = {name: tables.read(_place(folder), name, ids) for name in TABLES[1:]}
    return narrow({"reports": ours, **others}, bodies, years, language)


def narrow(
    frames: Mapping[str, pd.DataFrame],
    bodies: Sequence[str],
    years: Sequence[int],
    language: str,
) -> Selection:
    """Keep the rows of `frames` about `bodies` in `years`, bodies in the order given.

    Of several texts of one body and year the first is kept; that there are more is a finding.
    """
    reports = about(frames["reports"], bodies, years).drop_duplicates(["body", "year"])
    ours = rows_of(frames, reports, TABLES[1:])
    return Selection(reports=named(reports, bodies, language), language=language, **ours)


def about(reports: pd.DataFrame, bodies: Sequence[str], years: Sequence[int]) -> pd.DataFrame:
    """Return the reports of `bodies` for `years`, by their ids.

    Raises
    ------
    NotebookError
        When a body has no report for any of the years.
    """
    known = tables.reports_only(reports)
    found = known[known["body"].isin(bodies) & known["year"].isin(years)]
    absent = [body for body in bodies if body not in set(found["body"])]
    if absent or found.empty:
        raise NotebookError(
            f"No report of {', '.join(absent)} for {', '.join(map(str, years))}. "
            "Choose a body and a year that reports.csv lists as read."
        )
    return found.sort_values("report_id")


def rows_of(
    frames: Mapping[str, pd.DataFrame], reports: pd.DataFrame, names: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Return the rows of the tables `names` that come from `reports`."""
    ids = set(reports["report_id"])
    return {name: frames[name][frames[name]["report_id"].isin(ids)] for name in names}


def named(reports: pd.DataFrame, bodies: Sequence[str], language: str) -> pd.DataFrame:
    """Order reports as `bodies` are, and name each in the language, with its year if needed.

    A name that stands for several reports is numbered from its second on.
    """
    places = {body: place for place, body in enumerate(bodies)}
    ordered = reports.assign(year=reports["year"].astype(int)).sort_values(
        ["body", "year", "report_id"], key=lambda c: c.map(places) if c.name == "body" else c
    )
    name = ordered["body"]
    if language == "en":
        name = ordered["english"].where(ordered["english"] != "", name)
    ordered = ordered.assign(called=name)
    if ordered["year"].nunique() > 1:
        name = name + " " + ordered["year"].astype(str)
    nth = name.groupby(name).cumcount() + 1
    name = name.where(nth == 1, name + " (" + nth.astype(str) + ")")
    return ordered.assign(name=name).reset_index(drop=True)
