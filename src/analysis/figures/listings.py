"""Tables that a page shows as tables: with the words of the language, missing cells left blank."""

import re

import pandas as pd

from analysis.codebook.charts import charts
from analysis.codebook.checks import checks, rule_label
from analysis.codebook.measures import measures
from analysis.codebook.remarks import reworded
from analysis.codebook.words import word
from analysis.figures.amounts import written
from analysis.figures.marks import asked, named, short
from analysis.figures.selection import Selection
from analysis.stated import SCOPES
from analysis.tables import plain

IDENTITY = [
    "body",
    "title",
    "issuer",
    "year",
    "published",
    "province",
    "level",
    "adcode",
    "form",
    "format",
    "characters",
    "file",
]
COMPARED = ["name", "title", "form", "characters"]
FINDING = [
    "state",
    "rule",
    "indicators",
    "scope",
    "stated",
    "expected",
    "difference",
    "ground",
    "detail",
]
STATES = ["breach", "not_assessable", "consistent"]
_SCOPE = re.compile(rf"(?<=[( ])(?:{'|'.join(SCOPES)})(?= )")
CODED = ("status", "level", "form", "state", "unit", "source", "likely_cause", "verdict")


def listing(frame: pd.DataFrame, columns: list[str], language: str) -> pd.DataFrame:
    """Return `columns` under their words, the first as index, numbers rounded to two decimals."""
    table = frame[columns].round(2)
    for column in table.columns.intersection(CODED):
        table[column] = [
            word(f"{column}.{code}", language) if code else "" for code in table[column]
        ]
    for column in table:
        cells = [_short(cell) for cell in table[column]]
        table[column] = pd.Series(cells, index=table.index, dtype=object)
    first, *_ = table.columns = [word(f"column.{column}", language) for column in columns]
    return table.set_index(first).rename_axis(index=None, columns=first)


def _short(cell: object) -> object:
    """Show whole numbers without a decimal point, and nothing where there is none."""
    if pd.isna(cell):
        return ""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def identity(selection: Selection) -> pd.DataFrame:
    """Return what the report says about itself, one fact a row."""
    return listing(selection.reports, IDENTITY, selection.language).T


def left_out(selection: Selection) -> pd.DataFrame:
    """Return the indicators for which there is no figure for the whole body."""
    rows = asked(selection).query("status in ('not_stated', 'part_only')")
    return listing(_labelled(rows, selection.language), ["indicator", "status"], selection.language)


def rates(selection: Selection) -> pd.DataFrame:
    """Return every measure but the shares of channels, with its denominator and what is missing."""
    language = selection.language
    rows = selection.measures[~selection.measures["measure"].isin(charts().shares)]
    scopes = rows["scope"].map(["all", "municipal", "county"].index)
    order = rows["measure"].map(list(measures()).index)
    rows = rows.assign(order=order, place=scopes).sort_values(["order", "place"], kind="stable")
    numbers = zip(rows["value"], rows["lower"], rows["upper"], rows["unit"], strict=True)
    printed = rows["status"] == "as_printed"
    shown = rows.assign(
        measure=[getattr(measures()[name].label, language) for name in rows["measure"]],
        scope=[word(f"scope.{scope}", language) for scope in rows["scope"]],
        text=[written(*number, language) for number in numbers],
        denominator=[shorts(ids, language) for ids in rows["denominator"]],
        note=[reworded(note, language) for note in rows["note"]],
    )
    shown["denominator"] = shown["denominator"].mask(printed, word("whole.as_printed", language))
    return listing(shown, ["measure", "scope", "text", "denominator", "n", "note"], language)


def findings(selection: Selection) -> pd.DataFrame:
    """Return what the checks could not confirm, breaches first, indicators by their short words."""
    language, order = selection.language, ["breach", "not_assessable"]
    rows = selection.findings.query("state in @order").sort_values(
        "state", key=lambda state: state.map(order.index), kind="stable"
    )
    columns = [*FINDING[:3], *_asking(rows), *FINDING[3:]]
    return listing(worded(rows, language), columns, language)


def worded(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """Put words in the place of ids in rows of ``findings``."""
    shown = rows.assign(
        indicators=[shorts(ids, language) for ids in rows["indicators"]],
        rule=[getattr(rule_label(rule), language) for rule in rows["rule"]],
        ground=[reworded(ground, language) for ground in rows["ground"]],
        scope=scopes(rows, language),
        detail=[_scoped(detail, language) for detail in rows["detail"]],
    )
    return _by_applicant(shown, language)


def _scoped(detail: str, language: str) -> str:
    """Put words in the place of the scopes beside which statements are read: 34 ≠ 24 (all 40)."""
    return _SCOPE.sub(lambda found: word(f"scope.{found[0]}", language), detail)


def consistent(selection: Selection) -> pd.DataFrame:
    """Return how many checks of each kind found agreement, and how many values they examined."""
    rows = by_kind(selection.findings.query("state == 'consistent'"), selection.language)
    return listing(rows, ["rule", "consistent", "cases"], selection.language)


def by_kind(findings: pd.DataFrame, language: str) -> pd.DataFrame:
    """Count findings by kind of check, in the order of the codebook, those only that occur.

    Returns
    -------
    DataFrame
        ``kind``, ``rule`` and ``meaning`` (words of the kind), a column of counts for each state,
        and ``cases``, the values examined.
    """
    kinds = findings["rule"].str.split(".").str[0]
    counts = pd.crosstab(kinds, findings["state"]).reindex(columns=STATES, fill_value=0)
    counts["cases"] = findings.groupby(kinds)["cases"].sum()
    known = {kind: rule for kind, rule in checks().rules.items() if kind in counts.index}
    return (
        counts.reindex(list(known))
        .assign(
            rule=[getattr(rule.label, language) for rule in known.values()],
            meaning=[getattr(rule.meaning, language) for rule in known.values()],
        )
        .rename_axis("kind")
        .reset_index()
    )


def shorts(ids: str, language: str) -> str:
    """Return the short words of several indicators."""
    return word("list", language).join(short(one, language) for one in ids.split())


def scopes(rows: pd.DataFrame, language: str) -> list[str]:
    """Say whose figure each row is: the unit's own name, or the words of the scope."""
    scopes = zip(rows["scope"], rows["scope_name"], strict=True)
    return [name or (scope and word(f"scope.{scope}", language)) for scope, name in scopes]


def evidence(selection: Selection) -> pd.DataFrame:
    """Return every number with its words, its section and its place, in the order of the text."""
    rows = selection.observations.sort_values(["start", "indicator"], kind="stable")
    language = selection.language
    numbers = zip(rows["value"], rows["lower"], rows["upper"], rows["unit"], strict=True)
    places = zip(rows["start"], rows["end"], strict=True)
    shown = rows.assign(
        text=[written(*number, language) for number in numbers] + _as_read(rows, language),
        scope=scopes(rows, language),
        place=[f"{int(start)}–{int(end)}" for start, end in places],
    )
    columns = ["indicator", *_asking(rows), "scope", "text", "unit", "evidence", "section", "place"]
    return listing(_by_applicant(_labelled(shown, language), language), columns, language)


def _as_read(rows: pd.DataFrame, language: str) -> pd.Series:
    """Say what was read where another value was decided by hand."""
    return rows["as_read"].map(
        lambda value: word("amount.as_read", language, value=plain(value)) if value == value else ""
    )


def _asking(rows: pd.DataFrame) -> list[str]:
    """Show a column of applicants where the form has them."""
    return ["applicant"] if rows["applicant"].any() else []


def _by_applicant(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """Put words in place of the kinds of applicant."""
    words = [name and word(f"applicant.{name}", language) for name in rows["applicant"]]
    return rows.assign(applicant=words)


def sources(selection: Selection) -> pd.DataFrame:
    """Return the reports compared."""
    return listing(selection.reports, COMPARED, selection.language)


def _labelled(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """Put the official label in place of the id."""
    return rows.assign(indicator=[named(item, language, "label") for item in rows["indicator"]])
