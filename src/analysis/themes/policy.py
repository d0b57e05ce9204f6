"""What each report says it published per policy area (重点领域信息公开数量)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import numpy as np
import pandas as pd

from analysis.codebook.policy import is_elsewhere, policy, reading
from analysis.codebook.quantities import quantities
from analysis.facts.quantities import Quantity, find_quantities
from analysis.facts.view import view
from analysis.themes.sentences import sentences

COLUMNS = ["report_id", "body", "year", "area", "phrase", "unit", "value", "lower", "upper",
           "reading", "section", "start", "end", "evidence"]  # fmt: skip
_TEN_THOUSANDTH = Decimal("0.0001")  # the unit of money in the tables is 万元


def figures(
    numerals: pd.DataFrame,
    reports: pd.DataFrame,
    passages: pd.DataFrame,
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """Return every figure of a policy area outside the forms; none is added to another.

    Two figures for one area are two rows. An area without a row is not stated.

    Parameters
    ----------
    numerals, reports, passages : DataFrame
        Processed tables.
    texts : mapping of str to str
        Clean texts by ``report_id``.

    Returns
    -------
    DataFrame
        One row a figure: ``report_id``, ``body``, ``year``, ``area``, ``phrase`` (what is counted,
        in the report's words), ``unit`` (empty where no classifier is known), ``value``,
        ``lower``, ``upper`` (NaN is an open end), ``reading``, ``section``, ``start``, ``end``,
        ``evidence``. The reading is ``items`` (pieces of information published in the report's
        year), ``cumulative`` (such pieces until some day) or ``other`` (households, money,
        cases …). Shares (%) are left out, and figures in sections on requests, staff or plans.
    """
    of_areas = numerals[(numerals["kind"] == "quantity") & (numerals["area"] != "")]
    counts = of_areas[~of_areas["text"].str.contains("[%‰％]")]
    known = sentences(reports, passages, texts)
    placed = _placed(counts, known[~known["section"].map(is_elsewhere)])
    rows = (_row(one, texts[one.report_id]) for one in placed.itertuples())
    return pd.DataFrame([row for row in rows if row], columns=COLUMNS)


def stated(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that may be compared: items published in the report's year."""
    return figures[figures["reading"] == "items"].reset_index(drop=True)


def _placed(counts: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Join each figure with the sentence that it stands in."""
    columns = ["report_id", "body", "year", "section", "start", "end", "sentence"]
    said = known[columns].rename(columns={"start": "since", "end": "until"})
    said = said.astype({"since": "int64", "until": "int64"}).sort_values("since")
    numbers = counts.astype({"start": "int64", "end": "int64"}).sort_values("start")
    on = {"left_on": "start", "right_on": "since", "by": "report_id"}
    joined = pd.merge_asof(numbers, said, **on).dropna(subset=["until"])
    joined = joined[joined["end"] <= joined["until"]].astype({"since": int, "year": int})
    return joined.sort_values(["report_id", "start"])


def _row(one, text: str) -> dict | None:
    seen = view(text, one.since, int(one.until))
    place = next(i for i, place in enumerate(seen.places) if place >= one.start)
    quantity = _quantity_at(seen.text, place)
    phrase = one.meaning.removesuffix(f" {quantity.classifier}") if quantity else ""
    if quantity is None or policy().proposals.search(phrase):
        return None
    unit = quantity.classifier
    counts = reading(phrase, unit, seen.text[: quantity.before])
    return dict(zip(COLUMNS, (
        one.report_id, one.body, one.year, one.area, phrase, _unit(unit), *_ends(quantity), counts,
        one.section, one.start, one.end, one.sentence,
    ), strict=True))  # fmt: skip


def _quantity_at(text: str, place: int) -> Quantity | None:
    return next((q for q in find_quantities(text) if q.start == place), None)


def _unit(classifier: str) -> str:
    return "万元" if quantities().worth.get(classifier) == _TEN_THOUSANDTH else classifier


def _ends(quantity: Quantity) -> Iterator[float]:
    amount = quantity.amount
    for end in (amount.value, amount.lower, amount.upper):
        yield np.nan if end is None else float(end)
