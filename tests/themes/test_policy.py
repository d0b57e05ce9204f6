"""Figures of policy areas against labels made by reading (tests/gold/policy-*.csv)."""

from pathlib import Path

import pandas as pd
import pytest
import yaml

from analysis import paths, pipeline, tables
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


@pytest.fixture(scope="module")
def passages(tmp_path_factory):
    """The passages of areas.yaml, each built as a report, and the labels of their figures."""
    folder = tmp_path_factory.mktemp("passages")
    (folder / "raw").mkdir()
    given = yaml.safe_load((Path(__file__).parent / "areas.yaml").read_text(encoding="utf-8"))
    for number, one in enumerate(given):
        body = f"样本{number}县"
        text = (
            f"{body}2017年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n{one['text']}\n"
        )
        (folder / "raw" / f"{number}.txt").write_text(text, encoding="utf-8")
    sources = [f"{n}.txt,样本{n}县-2017,样本{n}县,county,2017" for n in range(len(given))]
    head = "file,report_id,body,level,year"
    (folder / "raw" / "sources.csv").write_text("\n".join([head, *sources]), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "CACHE", folder / "cache")
        pipeline.build(folder / "raw", folder / "out", jobs=1)
    labels = {f"样本{n}县-2017": one["figures"] for n, one in enumerate(given)}
    return folder / "out", labels


def test_passages_of_other_offices(passages):
    folder, labels = passages
    found = policy.figures(
        tables.read(folder, "numerals"),
        tables.reports_only(tables.read(folder, "reports")),
        tables.read(folder, "passages"),
        tables.texts(folder),
    )
    texts = tables.texts(folder)
    items = policy.stated(found)
    got = {(r.report_id, float(texts[r.report_id][r.start : r.end]), r.area) for r in items.itertuples()}  # fmt: skip
    wanted = {(name, float(n), area) for name, ours in labels.items() for n, area, how in ours if how == "items"}  # fmt: skip
    assert got <= wanted and len(wanted - got) == 1
