"""Sums (勾稽关系): parts of the form, kinds of applicant, levels of government."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from analysis.checks.comparison import Case, case
from analysis.codebook.forms import applicants
from analysis.codebook.identities import identities, rows, sums_of
from analysis.stated import Figures, joined, terms

Stated = Mapping[tuple[str, str, str], Figures]


def sums(stated: Stated, years: Mapping[str, int]) -> Iterator[Case]:
    """Yield every sum of which a report states anything.

    Parameters
    ----------
    stated : mapping
        Figures by report, scope and applicant, then by indicator.
    years : mapping of str to int
        The reporting year by report.
    """
    for place, found in stated.items():
        yield from _of_the_form(place, years[place[0]], found)
        yield from _joint(place, found)
        if place[2] == "total":
            yield from _applicants(place, stated)
        if place[1] == "all":
            yield from _levels(place, stated)


def _of_the_form(place: tuple[str, str, str], year: int, figures: Figures) -> Iterator[Case]:
    merged = joined(figures)
    for name, one in sums_of(year).items():
        whole, parts = rows([one.total]), terms(one.parts, merged)
        if any(term in merged for term in (*whole, *parts)):
            yield case(place, f"sum.{name}", one.relation, whole, parts, merged)


def _joint(place: tuple[str, str, str], figures: Figures) -> Iterator[Case]:
    """Yield each joint figure that is stated beside all of its members."""
    for name, members in identities().joint.items():
        if all(term in figures for term in (name, *members)):
            yield case(place, f"sum.{name}", "equal", (name,), members, figures)


def _applicants(place: tuple[str, str, str], stated: Stated) -> Iterator[Case]:
    """Yield each row of the requests matrix with a figure of one kind of applicant.

    Prose states the total alone, which is no sum to be checked.
    """
    report_id, scope, _ = place
    columns = {one: stated.get((report_id, scope, one), {}) for one in (*applicants(), "total")}
    for indicator in stated[place]:
        by_kind = {one: column[indicator] for one, column in columns.items() if indicator in column}
        if len(by_kind) > 1:
            of_kinds = case(
                place, f"applicants.{indicator}", "equal", ("total",), applicants(), by_kind
            )
            yield replace(of_kinds, indicators=(indicator,))


def _levels(place: tuple[str, str, str], stated: Stated) -> Iterator[Case]:
    """Yield figures of the whole that are stated for the body's own level and those below too.

    One of the two alone says nothing, unless it exceeds the whole.
    """
    report_id, _, applicant = place
    levels = [stated.get((report_id, one, applicant), {}) for one in ("municipal", "county")]
    for indicator, whole in stated[place].items():
        parts, ids = tuple(level.get(indicator) for level in levels), (indicator,)
        exceeding = any(part and part.lower > whole.upper for part in parts)
        if all(parts) or exceeding:
            missing = () if all(parts) else ids
            yield Case(place, f"scope.{indicator}", "equal", ids, whole, parts, ids, missing)
