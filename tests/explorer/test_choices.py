"""Level, bodies and years narrow each other, and nothing that is gone stays chosen."""

import pandas as pd
import pytest

from analysis.explorer import choices, views
from analysis.explorer.choices import Choice, Offer

REPORTS = pd.DataFrame(
    [
        ("甲市", "prefecture", 2018, "read"),
        ("甲市", "prefecture", 2019, "read"),
        ("乙县", "county", 2019, "read"),
        ("丙", "", 2020, "read"),
        ("丁市", "prefecture", 2021, "unreadable"),
    ],
    columns=["body", "level", "year", "status"],
).assign(reason="")


@pytest.mark.parametrize(
    ("chosen", "offer"),
    [
        ({}, Offer(("county", "prefecture"), ("丙", "乙县", "甲市"), (2018, 2019, 2020))),
        ({"level": "county"}, Offer(("county", "prefecture"), ("乙县",), (2019,))),
        ({"bodies": ("甲市",)}, Offer(("prefecture",), ("丙", "乙县", "甲市"), (2018, 2019))),
        ({"years": (2018,)}, Offer(("prefecture",), ("甲市",), (2018, 2019, 2020))),
        ({"level": "prefecture", "years": (2020,)}, Offer((), (), (2018, 2019))),
    ],
)
def test_each_list_offers_what_goes_with_the_other_two(chosen, offer):
    assert choices.offered(REPORTS, Choice("request.new", **chosen)) == offer


def test_what_is_no_longer_offered_is_dropped():
    choice = Choice("request.new", level="prefecture", bodies=("甲市", "乙县"), years=(2018, 2020))
    kept = choices.kept(choice, Offer(("county",), ("甲市",), (2018,)))
    assert kept == Choice("request.new", bodies=("甲市",), years=(2018,))


def test_figures_are_those_that_the_forms_ask_for_or_that_are_stated():
    groups = choices.items(views.read(""))
    assert list(groups)[-1] == "rates"
    assert ("request.received", "") in groups["requests"]
    assert ("request.new", "") not in groups["requests"]  # no report since 2019
    assert ("share.website", "stated_total") in groups["rates"]
    assert ("share.website", "sum_of_parts") in groups["rates"]
    assert ("staff.full_time_share", "") in groups["rates"]  # its second denominator is a resort
