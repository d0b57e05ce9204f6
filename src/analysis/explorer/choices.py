"""What can be chosen (可选项): level, bodies and years narrow each other; figures by group."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from analysis.codebook.charts import charts
from analysis.codebook.indicators import indicators
from analysis.codebook.measures import measures
from analysis.codebook.words import word
from analysis.figures import rates
from analysis.figures.marks import named
from analysis.tables import reports_only

RATES = "rates"  # the group of all measures


@dataclass(frozen=True)
class Choice:
    """What is looked at; an empty level, no bodies and no years are all that there are.

    Attributes
    ----------
    item : str
        Id of an indicator or a measure.
    kind : str
        Of the denominator, for a measure that has several at a time.
    level : str
    bodies : tuple of str
    years : tuple of int
    language : str
        ``zh`` or ``en``.
    """

    item: str
    kind: str = ""
    level: str = ""
    bodies: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    language: str = "zh"


@dataclass(frozen=True)
class Offer:
    """Levels, bodies and years that there is a report for."""

    levels: tuple[str, ...]
    bodies: tuple[str, ...]
    years: tuple[int, ...]


def chosen(reports: pd.DataFrame, choice: Choice) -> pd.DataFrame:
    """Return the reports read that a choice is about."""
    known = reports_only(reports)
    return known[_at(known, choice) & _of(known, choice) & _in(known, choice)]


def _at(reports: pd.DataFrame, choice: Choice) -> pd.Series:
    return (reports["level"] == choice.level) | (not choice.level)


def _of(reports: pd.DataFrame, choice: Choice) -> pd.Series:
    return reports["body"].isin(choice.bodies) | (not choice.bodies)


def _in(reports: pd.DataFrame, choice: Choice) -> pd.Series:
    return reports["year"].isin(choice.years) | (not choice.years)


def offered(reports: pd.DataFrame, choice: Choice) -> Offer:
    """Return of each list what goes with the choices in the other two."""
    known = reports_only(reports)
    at, of, within = (which(known, choice) for which in (_at, _of, _in))
    return Offer(
        levels=tuple(sorted(set(known["level"][of & within]) - {""})),
        bodies=tuple(sorted(set(known["body"][at & within]))),
        years=tuple(sorted({int(year) for year in known["year"][at & of]})),
    )


def kept(choice: Choice, offer: Offer) -> Choice:
    """Drop what is no longer offered."""
    return replace(
        choice,
        level=choice.level if choice.level in offer.levels else "",
        bodies=tuple(body for body in choice.bodies if body in offer.bodies),
        years=tuple(year for year in choice.years if year in offer.years),
    )


def items(frames: Mapping[str, pd.DataFrame]) -> dict[str, list[tuple[str, str]]]:
    """Return, by group, what the forms of the reports ask for and what they state beyond it.

    Each is an id with the kind of denominator, which is empty unless there are several.
    """
    years = {int(year) for year in reports_only(frames["reports"])["year"]}
    found = set(frames["observations"]["indicator"]) | set(frames["measures"]["measure"])
    known = [
        name
        for name in (*indicators(), *measures())
        if name in found or any(rates.asks(name, year) for year in years)
    ]
    columns = {group: column for column, of in charts().coverage.items() for group in of}
    groups: dict[str, list[tuple[str, str]]] = {
        column: [] for column in (*charts().coverage, RATES)
    }
    for name in known:
        group = RATES if name in measures() else columns[indicators()[name].group]
        groups[group] += [(name, kind) for kind in _kinds(name)]
    return {group: of for group, of in groups.items() if of}


def _kinds(name: str) -> list[str]:
    """Return the kinds of denominator of a measure that stand side by side, otherwise one empty."""
    if name not in measures():
        return [""]
    kinds = [one.kind for one in measures()[name].denominators if not one.unless]
    return kinds if len(kinds) > 1 else [""]


def first(frames: Mapping[str, pd.DataFrame], language: str) -> Choice:
    """Return what is shown before anything is chosen: the first figure of all bodies and years."""
    (item, kind), *_ = next(iter(items(frames).values()))
    return Choice(item, kind, language=language)


def label(item: str, kind: str, language: str) -> str:
    """Return the official words for a figure, or those for a rate with its denominator.

    Examples
    --------
    >>> label("share.website", "sum_of_parts", "zh"), label("reply.granted", "", "zh")
    ('政府网站公开占比（占各渠道之和）', '同意公开答复数')
    """
    if item not in measures():
        return named(item, language, "label")
    words = rates.label(item, language)
    whole = word(f"whole.{kind}", language) if kind else ""
    return word("explorer.of_whole", language, what=words, whole=whole) if kind else words
