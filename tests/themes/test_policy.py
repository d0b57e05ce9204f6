"""Figures of policy areas against labels made by reading (tests/gold/policy-*.csv)."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.themes import policy

TESTS = Path(__file__).parents[1]
SAME = ["area", "unit", "value", "lower", "upper", "reading"]


def figures(made):
    return policy.figures(made.numerals, made.reports, made.passages, made.texts)


def labels(gold):
    files = sorted(gold.glob("policy-*.csv"))
    return pd.concat(pd.read_csv(f, dtype={"debatable": str}, na_filter=False) for f in files)


def scores(found, gold, reading):
    """Count right, wrong and missed rows of a reading; debatable labels are no matter."""
    joined = found.merge(
        gold, on=["report_id", "start", "end"], how="outer", suffixes=("", "_"), indicator=True
    )
    joined = joined[joined["debatable"] != "1"]
    right = (joined["_merge"] == "both") & (joined["reading"] == reading)
    for one in SAME:
        right &= joined[one] == joined[f"{one}_"]
    wrong = (joined["reading"] == reading) & ~right
    missed = (joined["reading_"] == reading) & ~right
    return int(right.sum()), int(wrong.sum()), int(missed.sum())


@pytest.mark.parametrize(
    ("reading", "right", "wrong", "missed"),
    [("items", 30, 0, 0), ("cumulative", 8, 0, 0), ("other", 54, 2, 4)],
)
def test_five_published_reports(five, reading, right, wrong, missed):
    gold = labels(TESTS / "gold")
    assert scores(figures(five), gold, reading) == (right, wrong, missed)


@pytest.mark.parametrize(
    ("reading", "right", "wrong", "missed"), [("items", 28, 0, 0), ("other", 61, 1, 5)]
)
def test_fourteen_written_reports(fourteen, reading, right, wrong, missed):
    gold = labels(TESTS / "written" / "gold")
    assert scores(figures(fourteen), gold, reading) == (right, wrong, missed)


def test_two_figures_of_one_area_are_two_rows_with_their_own_words(five):
    ours = figures(five).query("report_id == '新乡市-2016' and area == 'housing'")
    assert list(ours["value"]) == [16, 24]
    for one in ours.itertuples():
        said = five.texts[one.report_id][one.start : one.end]
        assert said in one.evidence and float(said) == one.value


def test_an_approximate_figure_keeps_its_interval(five):
    (one,) = figures(five).query("area == 'food_and_drugs' and value == 210").itertuples()
    assert (one.lower, one.upper, one.unit) == (210, 220, "条")


def test_only_items_of_the_year_are_compared(five):
    found = figures(five)
    assert set(policy.stated(found)["reading"]) == {"items"}
    assert "cumulative" in set(found["reading"])


def test_the_order_of_rows_makes_no_difference(five):
    mixed = [getattr(five, one).sample(frac=1, random_state=3) for one in
             ("numerals", "reports", "passages")]  # fmt: skip
    found = policy.figures(*mixed, dict(reversed(five.texts.items())))
    pd.testing.assert_frame_equal(found, figures(five))


def test_reports_without_figures_give_an_empty_table(five):
    none = five.numerals.iloc[:0]
    found = policy.figures(none, five.reports, five.passages, five.texts)
    assert list(found.columns) == policy.COLUMNS and found.empty
