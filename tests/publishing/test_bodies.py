"""All bodies in one list, each with a page that leads to all about it."""

import pytest
from lxml import html

from analysis import tables
from analysis.publishing.bodies import counts, write_bodies
from analysis.publishing.pages import Page

REPORT = {"status": "read", "form": "prose", "level": "prefecture", "province": "河南省"}
REPORTS = [
    REPORT | {"file": "a", "report_id": "新乡市-2016", "body": "新乡市", "year": 2016, "adcode": "410700",
              "english": "Xinxiang", "title": "<b>年报</b>"},
    REPORT | {"file": "b", "report_id": "新乡市-2017", "body": "新乡市", "year": 2017, "adcode": "410700"},
    REPORT | {"file": "c", "report_id": "石家庄市-2017", "body": "石家庄市", "year": 2017, "adcode": "130100",
              "province": "河北省"},
]  # fmt: skip
NUMERALS = [
    {"report_id": "新乡市-2016", "start": 1, "end": 2, "text": "1", "kind": "quantity", "candidates": "channel.weibo"},
    {"report_id": "新乡市-2016", "start": 4, "end": 5, "text": "2", "kind": "quantity"},
]  # fmt: skip
FINDINGS = [
    {
        "finding_id": f"新乡市-2017:{rule}",
        "report_id": "新乡市-2017",
        "rule": rule,
        "state": state,
        "cases": 1,
    }
    for rule, state in [
        ("sum.staff", "breach"),
        ("growth", "not_assessable"),
        ("list", "consistent"),
    ]
]
PAGES = [
    Page("新乡市-2016-en", "city", ("新乡市",), (2016,), "en", "Xinxiang 2016"),
    Page("新乡市-2016-zh", "city", ("新乡市",), (2016,), "zh", "新乡市 2016"),
    Page("comparison-en", "comparison", ("新乡市",), (2016,), "en", "Bodies compared"),
]


@pytest.fixture(scope="module")
def frames():
    rows = {"observations": [], "numerals": NUMERALS, "findings": FINDINGS}
    return {name: tables.frame(name, of) for name, of in rows.items()}


@pytest.fixture(scope="module")
def site(tmp_path_factory, frames):
    site = tmp_path_factory.mktemp("bodies")
    write_bodies(frames, tables.frame("reports", REPORTS), PAGES, site, ["en"])
    return site


def cells(page):
    rows = page.findall(".//tbody/tr")
    return [[cell.text_content().strip() for cell in row] for row in rows]


def test_what_a_report_has_is_counted_and_nothing_is_zero(frames):
    counted = counts(frames, tables.frame("reports", REPORTS)).set_index("report_id")
    assert counted.loc["新乡市-2016", ["unresolved", "breach"]].to_list() == [1, 0]
    assert counted.loc["新乡市-2017", ["unresolved", "breach", "not_assessable"]].to_list() == [
        0,
        1,
        1,
    ]


def test_bodies_are_listed_by_their_code_with_all_their_years(site):
    page = html.parse(str(site / "bodies-en.html")).getroot()
    assert cells(page) == [
        ["石家庄市", "河北省", "prefecture", "2017"],
        ["新乡市 Xinxiang", "河南省", "prefecture", "2016 2017"],
    ]


def test_the_search_has_a_name_and_is_hidden_until_it_works(site):
    page = html.parse(str(site / "bodies-en.html")).getroot()
    assert page.get_element_by_id("search").get("hidden") is not None
    assert page.find(".//label[@for='q']").text == "Search by body, province, level or year"


def test_the_page_of_a_body_has_its_reports_and_the_pages_about_it_alone(site):
    page = html.parse(str(site / "bodies" / "新乡市-en.html")).getroot()
    assert cells(page) == [
        ["2016", "<b>年报</b>", "prose, no table", "", "0", "1", "0", "0"],
        ["2017", "", "prose, no table", "", "0", "0", "1", "1"],
    ]
    assert [link.text for link in page.findall(".//main/ul/li/a")] == ["Xinxiang 2016"]


def test_every_body_has_one_page(site):
    assert sorted(path.name for path in (site / "bodies").iterdir()) == [
        "新乡市-en.html",
        "石家庄市-en.html",
    ]
