"""The dictionary has the columns that the project's users rely on, in their order."""

import pytest

from analysis.codebook.dictionary import dictionary
from analysis.codebook.indicators import indicators

COLUMNS = {
    "reports": "file status reason report_id body province level adcode year title issuer published "
    "form format sha256 characters",
    "passages": "report_id start end kind level label",
    "observations": "report_id body year indicator applicant scope scope_name value lower upper "
    "qualifier unit source evidence start end section",
    "numerals": "report_id start end text kind meaning",
    "findings": "finding_id report_id rule state indicators applicant scope stated expected "
    "difference cases likely_cause ground detail",
    "measures": "body year scope measure value lower upper unit numerator denominator "
    "denominator_kind n status observations note",
}


@pytest.mark.parametrize("name", COLUMNS)
def test_published_columns_come_first_and_in_order(name):
    columns = COLUMNS[name].split()
    assert list(dictionary()[name].columns)[: len(columns)] == columns


def test_every_number_has_a_unit_or_is_a_plain_year_or_level():
    without = {
        f"{table}.{name}"
        for table, content in dictionary().items()
        for name, column in content.columns.items()
        if column.type != "string" and not column.unit
    }
    assert without == {
        "reports.year",
        "passages.level",
        "observations.year",
        "printed_shares.year",
        "measures.year",
        "measures.comparable_from",
        "values.year",
    }


def test_indicators_are_those_of_the_codebook():
    assert dictionary()["observations"].columns["indicator"].values == tuple(indicators())


def test_a_row_is_known_again_without_its_place():
    identity = {name: table.identity for name, table in dictionary().items()}
    assert identity["observations"] == (
        "report_id", "indicator", "applicant", "scope", "scope_name",
    )  # fmt: skip
    assert identity["numerals"] == ("report_id", "text")
    assert identity["findings"] == ("finding_id",)
