"""What charts show exists, and every row of the later forms is shown."""

from analysis.codebook.charts import charts
from analysis.codebook.forms import asked_in, forms
from analysis.codebook.identities import identities, rows
from analysis.codebook.indicators import indicators
from analysis.codebook.measures import measures

LATER = (2019, 2020, 2021, 2022)


def test_every_id_of_a_chart_is_known():
    shown = charts()
    ids = {item for items in (*shown.counts.values(), *shown.compared.values()) for item in items}
    ids |= {item for panels in shown.trends.values() for items in panels for item in items}
    ids |= {name for names in shown.flows.values() for name in names} | set(shown.grounds)
    known = (set(indicators()), set(measures()), set(identities().groups), set(identities().sums))
    assert ids - set().union(*known) == set()


def test_every_row_of_the_later_forms_is_on_a_chart_of_their_page():
    shown = charts()
    flows = [name for chart in ("request_flow", "appeals_by_group") for name in shown.flows[chart]]
    sums = [identities().sums[name] for name in flows if name in identities().sums]
    named = [name for one in sums for name in (one.total, *one.parts)]
    groups = [name for name in flows if name in identities().groups]
    counts = [*shown.counts["documents"], *shown.counts["activity"]]
    asked = frozenset().union(*map(asked_in, LATER))
    assert asked - {*rows(named), *rows(groups), *counts} == set()
    assert {row for row in asked if row.startswith("outcome.")} - {*rows(shown.grounds)} == {
        "outcome.total"
    }


def test_every_form_has_its_notebooks():
    assert set(charts().endings) == set(forms())
