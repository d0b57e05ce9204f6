"""The page of a report (出处): its text, every value marked in it, and what was made of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from analysis import paths
from analysis.codebook.words import word
from analysis.figures.amounts import written
from analysis.figures.listings import IDENTITY, listing, scopes, shorts, worded
from analysis.figures.marks import named
from analysis.publishing import frame
from analysis.publishing.frame import Grid, Link, path_of, stem_of_body, stem_of_report, to
from analysis.publishing.marking import Note, anchor, marked
from analysis.publishing.pages import Page
from analysis.review import Words
from analysis.tables import plain

TABLES = ("passages", "observations", "printed_shares", "numerals", "findings", "corrections")
VALUE = ["indicator", "applicant", "scope", "text", "unit", "source", "evidence", "section"]
UNDECIDED = ["text", "candidates", "evidence"]
FINDING = ["state", "rule", "indicators", "applicant", "scope", "detail", "ground", "likely_cause"]
FINDING += ["verdict"]
CORRECTION = ["indicator", "applicant", "scope", "as_read", "value", "reason", "who", "when"]
KEY = re.compile(r"(?P<report_id>.+):(?P<start>\d+)-(?P<end>\d+)")

Places = Mapping[str, set[tuple[int, int]]]


class Part(NamedTuple):
    """A part of a text, marked; `kind` is that of its passage, empty between passages."""

    kind: str
    level: int
    words: Markup


def write_reports(
    frames: Mapping[str, pd.DataFrame],
    reports: pd.DataFrame,
    texts: Mapping[str, str],
    pages: Iterable[Page],
    site: Path,
    languages: Iterable[str],
) -> None:
    """Write a page for every report.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        Those of `TABLES`.
    reports : DataFrame
        Rows of ``reports`` that get a page.
    texts : mapping of str to str
        Clean texts by report.
    pages : iterable of Page
        The notebooks' pages that stand.
    site : Path
        Folder of the site.
    languages : iterable of str
        Of ``zh`` and ``en``.
    """
    rows = {name: dict(list(frames[name].groupby("report_id"))) for name in TABLES}
    used = places_used(frames["findings"])
    notebooks = {page.stem: page for page in pages}
    for report in reports.to_dict("records"):
        one = report["report_id"]
        ours = {name: rows[name].get(one, frames[name].iloc[:0]) for name in TABLES}
        for language in languages:
            shown = contents(report, ours, texts[one], used[one], language)
            related = _related(report, notebooks.get(f"{one}-{language}"), language)
            frame.write(site, "report", stem_of_report(one), language, related=related, **shown)


def contents(
    report: Mapping[str, object],
    ours: Mapping[str, pd.DataFrame],
    text: str,
    used: Iterable[tuple[int, int]],
    language: str,
) -> dict[str, object]:
    """Return what the page of a report shows.

    Parameters
    ----------
    report : mapping
        Its row of ``reports``.
    ours : mapping of str to DataFrame
        Its rows of `TABLES`.
    text : str
        Its clean text.
    used : iterable of pairs of int
        Places in it that findings rest on.
    language : str
        ``zh`` or ``en``.
    """
    words = Words(ours["passages"], {report["report_id"]: text})
    values, doubts = values_of(ours, language), doubts_of(ours["numerals"], words, language)
    said = [*_notes(values, language), *_notes(doubts, language)]
    notes = [*said, *(Note(*place, "used") for place in used)]
    agree = ours["findings"]["state"] == "consistent"
    grids = {
        "values": _grid("report.values", values, VALUE, language),
        "unresolved": _grid("report.undecided", doubts, UNDECIDED, language),
        "findings": _findings("report.findings", ours["findings"][~agree], language),
        "consistent": _findings("report.consistent", ours["findings"][agree], language),
        "corrections": _corrections(ours["corrections"], language),
    }
    return {
        "title": word("report.title", language, name=report["body"], year=report["year"]),
        "identity": _identity(report, language),
        "parts": list(parts(text, ours["passages"], notes)),
        "sections": [(one, grid, word(f"none.{one}", language)) for one, grid in grids.items()],
    }


def places_used(findings: pd.DataFrame) -> Places:
    """Return the places that findings rest on, by the report they are in."""
    found: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for keys in findings["observations"]:
        for report_id, start, end in _keys(keys):
            found[report_id].add((start, end))
    return found


def _keys(keys: str) -> Iterator[tuple[str, int, int]]:
    for one in map(KEY.fullmatch, keys.split()):
        yield one["report_id"], int(one["start"]), int(one["end"])


# The text ----------------------------------------------------------------------------------------


def parts(text: str, passages: pd.DataFrame, notes: Iterable[Note]) -> Iterator[Part]:
    """Yield the parts of a text in order; together they hold each of its characters once."""
    notes, at = sorted(notes), 0
    for row in passages.sort_values("start").itertuples():
        yield Part("", 0, marked(text, notes, at, row.start))
        yield Part(row.kind, row.level, marked(text, notes, row.start, row.end))
        at = row.end
    yield Part("", 0, marked(text, notes, at, len(text)))


def _notes(rows: pd.DataFrame, language: str) -> Iterator[Note]:
    """Yield what is written beside each place of each row."""
    for row in rows.itertuples():
        for place in row.places:
            yield Note(*place, row.kind, row.short, row.about, row.row, language)


# What stands below it -----------------------------------------------------------------------------


def values_of(ours: Mapping[str, pd.DataFrame], language: str) -> pd.DataFrame:
    """Return the values and the printed shares of a report, in the order of its text, with words.

    Returns
    -------
    DataFrame
        The columns `VALUE` with words in place of ids, and of each row its ``places``, the
        ``kind``, ``short`` and ``about`` of its notes, and its id ``row``.
    """
    shares = ours["printed_shares"].assign(source="as_printed", applicant="", as_read=float("nan"))
    rows = pd.concat([ours["observations"], shares], ignore_index=True)
    rows = rows.sort_values(["start", "indicator"], kind="stable", ignore_index=True)
    numbers = zip(rows["value"], rows["lower"], rows["upper"], rows["unit"], strict=True)
    shown = rows.assign(
        kind="value",
        row=[f"v{number}" for number in range(1, len(rows) + 1)],
        places=[_places(row) for row in rows.itertuples()],
        short=_named(rows["indicator"], language, "short"),
        narrow=rows["scope"] != "all",
        indicator=_named(rows["indicator"], language, "label"),
        applicant=[one and word(f"applicant.{one}", language) for one in rows["applicant"]],
        scope=scopes(rows, language),
        text=[written(*number, language) for number in numbers],
    )
    shown["text"] += [_as_read(value, language) for value in rows["as_read"]]
    return shown.assign(
        short=[_short(row) for row in shown.itertuples()],
        about=[_about(row, language) for row in shown.itertuples()],
    )


def doubts_of(numerals: pd.DataFrame, words: Words, language: str) -> pd.DataFrame:
    """Return the undecided numbers of a report, with the columns of `UNDECIDED` and their notes."""
    rows = numerals.query("candidates != ''").sort_values("start", ignore_index=True)
    names = [shorts(ids, language) for ids in rows["candidates"]]
    about = [word("report.may_be", language, names=name) for name in names]
    return rows.assign(
        kind="undecided",
        row=[f"u{number}" for number in range(1, len(rows) + 1)],
        places=[[(row.start, row.end)] for row in rows.itertuples()],
        short=about,
        about=about,
        candidates=names,
        evidence=[words.at(row.report_id, row.start, row.end) for row in rows.itertuples()],
    )


def _named(indicators: pd.Series, language: str, words: str) -> pd.Series:
    """Put words in the place of ids, looking each up once."""
    return indicators.map({one: named(one, language, words) for one in indicators.unique()})


def _places(row: tuple) -> list[tuple[int, int]]:
    """Return the place of a value and the others where it is stated again."""
    again = (map(int, one.split("-")) for one in row.also_at.split())
    return [(row.start, row.end), *map(tuple, again)]


def _as_read(value: float, language: str) -> str:
    return "" if pd.isna(value) else word("amount.as_read", language, value=plain(value))


def _short(row: tuple) -> str:
    """Name the indicator, whose figure it is if not the whole, and its interval if it has one."""
    exact = row.lower == row.upper and pd.isna(row.as_read)
    return " · ".join([row.short, *[row.scope] * row.narrow, *[row.text] * (not exact)])


def _about(row: tuple, language: str) -> str:
    whose = word("list", language).join(filter(None, (row.applicant, row.scope)))
    source, unit = word(f"source.{row.source}", language), word(f"unit.{row.unit}", language)
    values = {"indicator": row.indicator, "whose": whose, "text": row.text}
    return word("report.value", language, **values, unit=unit, source=source)


def _related(report: Mapping[str, object], page: Page | None, language: str) -> Iterator[Link]:
    """Yield where else the report is shown; its notebook's page may have failed."""
    if page:
        yield Link(page.title, to(f"../notebooks/{page.stem}.html"))
    body = word("report.body", language, name=report["body"])
    yield Link(body, to(f"../{path_of(stem_of_body(report['body']), language)}"))
    text = f"{paths.DATASET.name}/{paths.TEXTS}/{report['report_id']}.txt"
    yield Link(word("report.file", language), to(f"../{text}"))


def _identity(report: Mapping[str, object], language: str) -> list[list]:
    facts = listing(pd.DataFrame([report]), [*IDENTITY, "sha256"], language).T
    return facts.reset_index().to_numpy(object).tolist()


def _grid(key: str, rows: pd.DataFrame, columns: list[str], language: str) -> Grid:
    """Return rows as a table whose last column leads to their places in the text."""
    links = [[_link(start, end) for start, end in places] for places in rows["places"]]
    shown = listing(rows, _filled(rows, columns), language)
    shown[word("column.place", language)] = links
    return frame.grid(word(key, language), shown, list(rows["row"]))


def _filled(rows: pd.DataFrame, columns: list[str]) -> list[str]:
    """Leave out the column of applicants where no row has one."""
    return [one for one in columns if one != "applicant" or rows[one].any()]


def _link(start: int, end: int, path: str = "") -> Link:
    return Link(f"{start}–{end}", to(path, anchor(start, end)))


def _findings(key: str, rows: pd.DataFrame, language: str) -> Grid:
    """Return findings as a table whose last column leads to the numbers that they rest on."""
    links = [
        [_number(report_id, *keys, language) for keys in _keys(row.observations)]
        for row in rows.itertuples()
        for report_id in [row.report_id]
    ]
    shown = listing(worded(rows, language), _filled(rows, FINDING), language)
    shown[word("column.place", language)] = pd.Series(links, index=shown.index, dtype=object)
    return frame.grid(word(key, language), shown)


def _number(ours: str, report_id: str, start: int, end: int, language: str) -> Link:
    """Lead to a number of the report itself, or of another."""
    if report_id == ours:
        return _link(start, end)
    words, href = _link(start, end, f"../{path_of(stem_of_report(report_id), language)}")
    return Link(f"{report_id} {words}", href)


def _corrections(rows: pd.DataFrame, language: str) -> Grid:
    """Return what was decided by hand as a table; a value withdrawn is blank."""
    shown = rows.assign(
        indicator=_named(rows["indicator"], language, "label"),
        applicant=[one and word(f"applicant.{one}", language) for one in rows["applicant"]],
        scope=scopes(rows, language),
    )
    table = listing(shown, _filled(rows, CORRECTION), language)
    return frame.grid(word("report.corrections", language), table)
