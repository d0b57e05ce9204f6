"""Cells of a national form that came out as lines of text are refused, and nothing is read."""

from itertools import groupby

import pytest

from analysis.documents.parts import Grid, Prose, assemble
from analysis.documents.structure import structured
from analysis.facts import extract
from analysis.facts.spilled import spilled

from ..forms import appeals, disclosures, requests, statistics
from ..given import document, report, stated

BEFORE = ("heading", "三、收到和处理政府信息公开申请情况", 1)
AFTER = ("paragraph", "本年度因政府信息公开收取费用30元。")


def lines_of(grid: Grid, between: str) -> list[str]:
    """The cells of a table as text, blank ones gone."""
    cells = sorted((c for c in grid.cells if c.text), key=lambda c: (c.row, c.column))
    rows = (between.join(c.text for c in row) for _, row in groupby(cells, key=lambda c: c.row))
    return "\n".join(rows).split("\n")


@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize(
    "form, grid",
    [
        ("form_2019", requests("form_2019")[0]),
        ("form_2021", requests("form_2021")[0]),
        ("form_2019", appeals()[0]),  # all forms since 2019 print it alike
        ("form_2021", disclosures("form_2021")[0]),
        ("form_2014", statistics()[0]),
    ],
    ids=["requests 2019", "requests 2021", "appeals", "disclosures", "statistics"],
)
def test_a_form_as_lines_is_refused_and_gives_no_value(form, grid, between):
    words = "\n".join(["三、收到和处理政府信息公开申请情况", *lines_of(grid, between)])
    made = assemble([Prose(words)])
    passages = structured(made.text, made.tables, made.marks).passages
    facts = extract(document(*((p.kind, made.text[p.start : p.end]) for p in passages)), report())
    assert stated(facts) == []
    assert [one.form for one in facts.refusals] == [form]


def test_what_stands_around_the_cells_is_read_under_its_own_heading():
    cells = [("paragraph", line) for line in lines_of(requests("form_2021")[0], "\n")]
    facts = extract(document(BEFORE, *cells, AFTER), report())
    assert stated(facts) == ["fee.collected@all 0.003"]
    assert facts.observations[0].section == "三、收到和处理政府信息公开申请情况"
    assert {n.kind for n in facts.numerals} >= {"quantity", "indicator"}


def test_every_figure_of_the_cells_is_accounted_for():
    made = document(("paragraph", "予以公开"), ("paragraph", "12"), ("paragraph", "部分公开 3 4"))
    assert [n.text for n in extract(made, report()).numerals] == ["12", "3", "4"]


def test_a_label_cut_in_two_does_not_end_the_run():
    words = ["7.属于行政", "执法案卷", "3", "重复申请", "4", "部分公开", "5", "予以公开", "6"]
    made = document(*(("paragraph", line) for line in words))
    assert [made.text[one.start : one.end] for one in spilled(made)] == ["\n".join(words[2:])]


@pytest.mark.parametrize(
    "words",
    [
        ["予以公开", "12", "部分公开", "3", "4"],  # two labels
        ["予以公开", "部分公开", "重复申请", "12"],  # one figure
        ["予以公开的12件。", "部分公开的3件。", "重复申请的4件。"],
    ],
)
def test_few_labels_or_figures_are_text(words):
    assert spilled(document(*(("paragraph", line) for line in words))) == []


def test_figures_without_a_word_are_not_the_headings():
    made = document(BEFORE, ("paragraph", "12 5 0 17"), ("paragraph", "31"))
    assert stated(extract(made, report())) == []


def test_figures_that_ran_together_are_no_count():
    made = document(BEFORE, ("paragraph", "收到申请1411421431441451"))
    assert stated(extract(made, report())) == []
