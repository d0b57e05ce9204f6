"""The list of all bodies (机关), which typing narrows, and a page of each with all about it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.codebook.words import word
from analysis.publishing import frame
from analysis.publishing.frame import Grid, Link, path_of, stem_of_body, stem_of_report, to
from analysis.publishing.pages import Page

HEADS = ("body", "province", "level", "year")
REPORT = ("year", "title", "form", "published", "values", "unresolved", "breach", "not_assessable")
COUNTED = {
    "values": ("observations", "report_id == report_id"),
    "unresolved": ("numerals", "candidates != ''"),
    "breach": ("findings", "state == 'breach'"),
    "not_assessable": ("findings", "state == 'not_assessable'"),
}


def write_bodies(
    frames: Mapping[str, pd.DataFrame],
    reports: pd.DataFrame,
    pages: Sequence[Page],
    site: Path,
    languages: Iterable[str],
) -> None:
    """Write the list of bodies and the page of each.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        ``observations``, ``numerals`` and ``findings``.
    reports : DataFrame
        Rows of ``reports`` that have a page.
    pages : sequence of Page
        The notebooks' pages that stand.
    site : Path
        Folder of the site.
    languages : iterable of str
        Of ``zh`` and ``en``.
    """
    counted = counts(frames, reports)
    for language in languages:
        title = word("site.bodies", language)
        shown = {"title": title, "bodies": listed(reports, language)}
        frame.write(site, "bodies", "bodies", language, **shown)
        for body, rows in _each(counted):
            shown = contents(body, rows, pages, language)
            frame.write(site, "body", stem_of_body(body), language, **shown)


def listed(reports: pd.DataFrame, language: str) -> Grid:
    """Return all bodies by their code, each leading to its page and to those of its reports."""
    rows = [_listed(name, rows, language) for name, rows in _each(reports)]
    heads = [word(f"column.{head}", language) for head in HEADS]
    return Grid(word("site.bodies", language), heads, rows)


def _each(reports: pd.DataFrame) -> Iterable[tuple[str, pd.DataFrame]]:
    """Return the bodies with their reports, in order."""
    return reports.sort_values(["adcode", "body", "year"]).groupby("body", sort=False)


def counts(frames: Mapping[str, pd.DataFrame], reports: pd.DataFrame) -> pd.DataFrame:
    """Return `reports` with how many rows of each kind there are about each, ``0`` for none."""
    found = {
        name: frames[table].query(condition)["report_id"].value_counts()
        for name, (table, condition) in COUNTED.items()
    }
    numbers = {
        name: reports["report_id"].map(count).fillna(0).astype(int) for name, count in found.items()
    }
    return reports.assign(**numbers)


def contents(
    body: str, reports: pd.DataFrame, pages: Iterable[Page], language: str
) -> dict[str, object]:
    """Return what the page of a body shows: its reports, and the pages about it alone."""
    first = reports.iloc[0]
    ours = [page for page in pages if page.of_a_body and page.bodies == (body,)]
    heads = [word(f"column.{head}", language) for head in REPORT]
    rows = [_report(row, language) for row in reports.itertuples()]
    return {
        "title": _named(first, language),
        "facts": _facts(first, language),
        "reports": Grid(word("body.reports", language), heads, rows),
        "pages": [
            Link(page.title, to(f"../notebooks/{page.stem}.html"))
            for page in ours
            if page.language == language
        ],
    }


def _named(report: pd.Series, language: str) -> str:
    """Return the name of a body, in English with its romanisation."""
    known = report["english"] if language == "en" else ""
    return f"{report['body']} {known}".strip()


def _facts(report: pd.Series, language: str) -> list[tuple[str, str]]:
    level = report["level"] and word(f"level.{report['level']}", language)
    facts = {"province": report["province"], "level": level, "adcode": report["adcode"]}
    return [(word(f"column.{name}", language), value) for name, value in facts.items() if value]


def _listed(body: str, reports: pd.DataFrame, language: str) -> list:
    """Return the row of a body in the list of all."""
    first = reports.iloc[0]
    level = first["level"] and word(f"level.{first['level']}", language)
    years = [_page_of(row, "", language) for row in reports.itertuples()]
    name = Link(_named(first, language), to(path_of(stem_of_body(body), language)))
    return [name, first["province"], level, years]


def _report(row: tuple, language: str) -> list:
    form = word(f"form.{row.form}", language)
    numbers = [getattr(row, name) for name in COUNTED]
    return [_page_of(row, "../", language), row.title, form, row.published, *numbers]


def _page_of(row: tuple, up: str, language: str) -> Link:
    return Link(str(row.year), to(up + path_of(stem_of_report(row.report_id), language)))
