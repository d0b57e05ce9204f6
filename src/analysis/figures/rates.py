"""Shares and rates as marks (比率): what a report allows for a measure, silence included.

Columns as in `analysis.figures.marks`, and with them ``n``, the figure of the denominator. A share
that a report prints stands in where none can be computed, and its text says so.
"""

from collections.abc import Sequence

import pandas as pd

from analysis.codebook.forms import asked_in
from analysis.codebook.identities import identities
from analysis.codebook.indicators import indicators
from analysis.codebook.measures import measures
from analysis.codebook.words import word
from analysis.figures.amounts import small, status, written
from analysis.figures.marks import ENDS, named, whole
from analysis.figures.selection import Selection

KEYS = ["report_id", "indicator"]


def shown(selection: Selection, items: Sequence[str], kind: str = "") -> pd.DataFrame:
    """Return one row per report and item, an indicator or a measure, for the whole body."""
    rated = [item for item in items if item in measures()]
    counted = [item for item in items if item not in rated]
    frames = [whole(selection, counted)] if counted else []
    return pd.concat([*frames, rates(selection, rated, kind)], ignore_index=True)


def rates(selection: Selection, items: Sequence[str], kind: str = "") -> pd.DataFrame:
    """Return one row per report and measure, of the denominator that `kind` names.

    `kind` is empty for measures of one denominator. Silent rows are ``other_denominator`` where
    only another one is stated, ``part_only`` where figures are those of a part of the body.
    """
    ours = selection.measures.query("measure in @items and status != 'not_stated'")
    ours = ours.rename(columns={"measure": "indicator", "status": "basis"})
    whole_body, printed = ours["scope"] == "all", ours["basis"] == "as_printed"
    meant = (ours["denominator_kind"] == kind) | (not kind)
    speaking = ours[["lower", "upper"]].notna().any(axis=1)
    computed = ours[whole_body & ~printed & meant & speaking]
    chosen = pd.concat([computed, _hull(ours[whole_body & printed])]).drop_duplicates(KEYS)
    every = selection.reports[["report_id", "name"]].merge(
        pd.DataFrame({"indicator": list(items)}, dtype="str"), how="cross"
    )
    rows = every.merge(chosen[[*KEYS, *ENDS, "n", "basis"]], how="left", on=KEYS)
    rows = rows.astype(dict.fromkeys([*ENDS, "n"], float))  # where nothing is known, too
    others = {"other_denominator": ours[whole_body & ~meant], "part_only": ours[~whole_body]}
    marks = [_mark(row, others, selection.language) for row in rows.itertuples()]
    told = pd.DataFrame(marks, columns=["status", "unit", "text"], index=rows.index)
    return rows.drop(columns="basis").join(told)


def _hull(printed: pd.DataFrame) -> pd.DataFrame:
    """Return one row per report and measure that holds all shares that it prints."""
    found = printed.groupby(KEYS, as_index=False).agg(
        value=("value", "first"), lower=("lower", "min"), upper=("upper", "max")
    )
    one = found["lower"] == found["upper"]
    return found.assign(value=found["value"].where(one), n=float("nan"), basis="as_printed")


def _mark(row: tuple, others: dict[str, pd.DataFrame], language: str) -> dict[str, str]:
    """Return status, unit and text of one measure of one report."""
    unit, ends = measures()[row.indicator].unit, (row.value, row.lower, row.upper)
    known = status(*ends)
    if known == "not_stated":
        silence = next((why for why, of in others.items() if _among(row, of)), "not_stated")
        return {"status": silence, "unit": unit, "text": word(silence, language)}
    text = written(*ends, unit, language) + small(row.n, language)
    if row.basis == "as_printed":
        text = word("amount.as_printed", language, number=text)
    return {"status": known, "unit": unit, "text": text}


def _among(row: tuple, of: pd.DataFrame) -> bool:
    return ((of["report_id"] == row.report_id) & (of["indicator"] == row.indicator)).any()


def asks(item: str, year: int) -> bool:
    """Tell whether the form of a year asks for an indicator, or for all that a measure divides.

    Examples
    --------
    >>> asks("request.new", 2018), asks("lawsuits_per_new_request", 2019)
    (False, True)
    """
    return bool(measures()[item].asked(year)) if item in measures() else item in asked_in(year)


def since(item: str) -> int | None:
    """Return the year since which an item means what it does now, if it changed.

    Examples
    --------
    >>> since("reconsideration.total"), since("request.received")
    (2019, None)
    """
    return (measures() | indicators())[item].comparable_from


def unit(item: str) -> str:
    """Return the unit of an indicator or a measure."""
    return (measures() | indicators())[item].unit


def made_from(item: str) -> set[str]:
    """Return the indicators that a figure or a rate is made from, joint ones included.

    Examples
    --------
    >>> sorted(made_from("lawsuits_per_request"))
    ['litigation.total', 'request.received']
    """
    if item not in measures():
        return {item}
    one = measures()[item]
    ids = {*one.numerator, *(part for of in one.denominators for part in of.ids)}
    return ids | {name for name, of in identities().joint.items() if ids & {*of}}


def label(item: str, language: str) -> str:
    """Return the words for an indicator or a measure.

    Examples
    --------
    >>> label("litigation.corrected", "zh"), label("lawsuits_per_request", "zh")
    ('行政诉讼 · 纠错', '每百件申请的行政诉讼')
    """
    if item in measures():
        return getattr(measures()[item].label, language)
    return named(item, language)
