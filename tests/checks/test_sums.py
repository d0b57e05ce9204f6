"""Kinds of applicant against their total; the other sums stand in test_findings."""

import pandas as pd
import pytest

from analysis.checks import findings
from analysis.codebook.forms import applicants

from ..frames import observations, reports


def row_of_the_matrix(**by_kind):
    """The finding about one row of the matrix, whose figures are given by kind of applicant."""
    figures = [("request.new", "all", value) for value in by_kind.values()]
    stated = observations("甲市-2021", *figures).assign(applicant=list(by_kind))
    table = findings(stated.assign(source="table"), reports("甲市-2021"))
    (row,) = table.query("rule == 'applicants.request.new'").itertuples()
    return row


KINDS = dict.fromkeys(applicants(), 1)


@pytest.mark.parametrize(("total", "outcome"), [(6, "consistent"), (5, "breach"), (7, "breach")])
def test_six_kinds_of_applicant_make_up_the_total(total, outcome):
    row = row_of_the_matrix(**KINDS, total=total)
    assert (row.state, row.detail[:23]) == (outcome, "1 + 1 + 1 + 1 + 1 + 1 =")
    assert (row.finding_id, row.indicators) == (
        "甲市-2021:applicants.request.new:all:total",
        "request.new",
    )


def test_a_blank_column_is_named_and_the_others_can_already_exceed_the_total():
    blank = {one: 1 for one in applicants() if one != "research"}
    row = row_of_the_matrix(**blank, total=6)
    assert (row.state, row.ground) == ("not_assessable", "not stated: research")
    assert row_of_the_matrix(**blank, total=4).state == "breach"


def test_a_breach_within_cells_is_likely_the_report():
    row = row_of_the_matrix(**KINDS, total=5)
    assert (row.likely_cause, row.ground) == ("report", "all figures stand in cells of a table")


def test_a_total_in_prose_alone_is_no_row_of_the_matrix():
    stated = observations("甲市-2021", ("request.new", "all", 5)).assign(applicant="total")
    table = findings(stated, reports("甲市-2021"))
    assert table[table["rule"].str.startswith("applicants")].empty
    assert isinstance(table, pd.DataFrame)
