"""The first page of the site (首页), and all pages around those of the notebooks."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
from markupsafe import Markup
from nbconvert.filters.markdown import markdown2html

from analysis import paths, tables
from analysis.codebook.citation import citation
from analysis.codebook.dictionary import dictionary
from analysis.codebook.reasons import explained
from analysis.codebook.words import word
from analysis.figures.style import font_file
from analysis.publishing import bodies, downloads, evidence, frame, method
from analysis.publishing.frame import TEMPLATES, Grid, Link, path_of, stem_of_report, to
from analysis.publishing.pages import Page
from analysis.publishing.running import SAFE, failed_link
from analysis.publishing.standing import page_of

GROUPS = {
    "comparison": "site.comparisons",
    "requests": "site.requests",
    "themes": "site.themes",
    "data_quality": "site.quality",
    "trends": "site.trends",
}
LEVELS = ("national", "province", "prefecture", "county", "township", "department")
NEWEST = 10  # reports named on the first page
FEW = 12  # bodies that are all named there
SECTION = re.compile(r"^## .*\n((?:.*\n)*?)(?=## |\Z)", re.MULTILINE)


def write_around(
    pages: Sequence[Page],
    failed: Mapping[str, str],
    processed: Path,
    site: Path,
    languages: Sequence[str],
) -> None:
    """Write all of the site but the notebooks' pages.

    Parameters
    ----------
    pages : sequence of Page
        The notebooks' pages.
    failed : mapping of str to str
        What went wrong, by the stem of the page.
    processed, site : Path
        Folder of the tables and texts, and of the site.
    languages : sequence of str
        Of ``zh`` and ``en``.
    """
    frames = {name: tables.read(processed, name) for name in dictionary()}
    known = _shown(frames["reports"])
    standing = [page for page in pages if page_of(site, page.stem).exists()]
    _write_style(site)
    evidence.write_reports(frames, known, tables.texts(processed), standing, site, languages)
    bodies.write_bodies(frames, known, standing, site, languages)
    downloads.write_downloads(frames, site, languages)
    method.write_method(site, languages)
    for language in languages:
        ours = [page for page in pages if page.language == language]
        frame.write(
            site, "index", "index", language, **contents(frames, ours, failed, site, language)
        )


def _shown(files: pd.DataFrame) -> pd.DataFrame:
    """Return the reports that have a page: those whose id can name it."""
    reports = tables.reports_only(files).sort_values("report_id")
    return reports[reports["report_id"].str.fullmatch(SAFE.pattern)]


def _write_style(site: Path) -> None:
    """Write the style and the font of all pages."""
    (site / "fonts").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(font_file(), site / "fonts" / font_file().name)
    shutil.copyfile(TEMPLATES / "style.css", site / "style.css")


def contents(
    frames: Mapping[str, pd.DataFrame],
    pages: Sequence[Page],
    failed: Mapping[str, str],
    site: Path,
    language: str,
) -> dict[str, object]:
    """Return what the first page shows in one language.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables by name.
    pages : sequence of Page
        The notebooks' pages in that language, those that failed among them.
    failed : mapping of str to str
        What went wrong, by the stem of the page.
    site : Path
        Where the pages stand that were made, now or before.
    language : str
        ``zh`` or ``en``.
    """
    reports = tables.reports_only(frames["reports"])
    return {
        "title": word("site.title", language),
        "facts": _facts(frames, reports, language),
        "newest": _newest(reports, language),
        "version": citation().version,
        "changes": _changes(),
        "covered": _covered(reports, language),
        "unread": _unread(frames["reports"], language),
        "failed": [
            (_link(page, site), failed[page.stem], failed_link(page, site, "notebooks/"))
            for page in pages
            if page.stem in failed
        ],
        "groups": [(kind, heading, _links(pages, site, kind)) for kind, heading in GROUPS.items()],
        "few": _few(_shown(frames["reports"]), language),
        "bodies": path_of("bodies", language),
    }


def _links(pages: Sequence[Page], site: Path, kind: str) -> list[Link]:
    links = [_link(page, site) for page in pages if page.notebook.startswith(kind)]
    return [link for link in links if link.href]


def _link(page: Page, site: Path) -> Link:
    """Lead to a page, nowhere where it was never made."""
    stands = page_of(site, page.stem).exists()
    return Link(page.title, to(f"notebooks/{page.stem}.html") if stands else "")


def _facts(
    frames: Mapping[str, pd.DataFrame], reports: pd.DataFrame, language: str
) -> list[tuple[str, str]]:
    """Return how much there is of what."""
    states = frames["findings"]["state"].value_counts()
    counts = {
        "reports": len(reports),
        "bodies": reports["body"].nunique(),
        "values": len(frames["observations"]),
        "findings": len(frames["findings"]),
        "breaches": states.get("breach", 0),
        "undecided": (frames["numerals"]["candidates"] != "").sum(),
    }
    return [(word(f"count.{name}", language), f"{count:,}") for name, count in counts.items()]


def _newest(reports: pd.DataFrame, language: str) -> list[tuple[str, Link]]:
    """Return the reports published last, as far as they say when."""
    dated = reports[reports["published"] != ""].sort_values("published", ascending=False)
    return [
        (
            row.published,
            Link(
                word("report.title", language, name=row.body, year=row.year),
                to(path_of(stem_of_report(row.report_id), language)),
            ),
        )
        for row in dated.head(NEWEST).itertuples()
    ]


def _changes() -> Markup:
    """Return what changed in this version; the words are the project's own."""
    first = SECTION.search(paths.CHANGES.read_text(encoding="utf-8"))
    return Markup(markdown2html(first[1]))


def _covered(reports: pd.DataFrame, language: str) -> Grid:
    """Count reports by year and level; what there is none of is left blank."""
    counts = pd.crosstab(reports["year"], reports["level"])
    levels = [level for level in LEVELS if level in counts]
    heads = [word("column.year", language), *(word(f"level.{one}", language) for one in levels)]
    rows = [[year, *(row[one] or "" for one in levels)] for year, row in counts.iterrows()]
    return Grid(word("site.covered", language), heads, rows)


def _few(reports: pd.DataFrame, language: str) -> Grid:
    """Return the list of bodies, without rows where it is long: it has a page of its own."""
    few = reports["body"].nunique() <= FEW
    return bodies.listed(reports if few else reports.iloc[:0], language)


def _unread(files: pd.DataFrame, language: str) -> Grid:
    heads = [word(f"column.{name}", language) for name in ("file", "status", "reason")]
    rows = [
        [row.file, word(f"status.{row.status}", language), explained(row.reason, language)]
        for row in files[files["status"] != "read"].itertuples()
    ]
    return Grid(word("site.unread", language), heads, rows)
