"""A figure changed by one, at every place of the tables since 2019: a breach that names it.

Each sum of the form of 2014 is seen to fail in `tests/checks/test_findings.py`.
"""

from collections import defaultdict

import pytest

from analysis import paths, tables
from analysis.checks import findings
from analysis.codebook.forms import form_of
from analysis.codebook.identities import rows, sums_of

FOLDER = paths.ROOT / "data/example/processed"
OBSERVATIONS = tables.read(FOLDER, "observations")
REPORTS = tables.read(FOLDER, "reports")
# Not in any sum of its form, or a part of one that may exceed its total or leave some of it open.
FREE = defaultdict(
    set, form_2014={"channel_mix", "press_conferences_by_leaders", "online_interviews_by_leaders"}
)


def bound(year):
    """The indicators of which a change by one breaks a sum of the form of a year."""
    sums = {n: s for n, s in sums_of(year).items() if n not in FREE[form_of(year)]}
    return {row for s in sums.values() for row in rows([s.total, *s.parts])}


def ours(report_id):
    table = OBSERVATIONS.query("report_id == @report_id and scope == 'all'")
    return table.reset_index(drop=True), REPORTS.query("report_id == @report_id")


@pytest.mark.parametrize("report_id", ["示例市（虚构）-2020", "示例市（虚构）-2022"])
def test_every_changed_figure_is_found(report_id):
    table, listed = ours(report_id)
    assert "breach" not in set(findings(table, listed)["state"])
    year = int(listed["year"].iloc[0])
    complete = findings(table, listed).query("state == 'consistent'")
    checked = {key for keys in complete["observations"] for key in keys.split()}
    found = 0
    for place, row in table.iterrows():
        key = f"{report_id}:{row['start']}-{row['end']}"
        if row["indicator"] in bound(year) and key in checked:
            changed = table.copy()
            changed.loc[place, ["value", "lower", "upper"]] = row["value"] + 1
            breaches = findings(changed, listed).query("state == 'breach'")
            assert any(key in keys.split() for keys in breaches["observations"]), row.to_dict()
            found += 1
    assert found >= 150


def test_of_years_one_by_one_each_break_is_found():
    """Carried out, carried in, and items of the year before, in every pair of years."""
    table = OBSERVATIONS.query("source == 'table' and scope == 'all'").reset_index(drop=True)
    complete = findings(table, REPORTS)
    pairs = complete[
        complete["rule"].str.startswith("years.") & (complete["state"] == "consistent")
    ]
    assert set(pairs["rule"]) >= {"years.requests", "years.licences", "years.rules"}
    for one in pairs.drop_duplicates("rule").itertuples():
        key = one.observations.split()[0]
        span = (
            table["report_id"] + ":" + table["start"].astype(str) + "-" + table["end"].astype(str)
        )
        changed = table.copy()
        changed.loc[span == key, ["value", "lower", "upper"]] += 1
        again = findings(changed, REPORTS).set_index("finding_id")["state"]
        assert again[one.finding_id] == "breach"
