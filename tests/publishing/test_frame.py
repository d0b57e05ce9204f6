"""Every page has the same frame: a language, landmarks, navigation, and its twin."""

import pytest
from lxml import html

from analysis.publishing import frame


@pytest.fixture(scope="module")
def page():
    content = {"title": "<b>", "pages": [], "facts": [], "reports": frame.Grid("", [], [])}
    return html.fromstring(frame.fill("body", "bodies/新乡市", "en", **content))


def test_a_page_says_its_language_and_its_title(page):
    assert page.get("lang") == "en"
    assert page.findtext(".//title") == "<b>"


def test_the_first_link_leads_past_the_navigation(page):
    first = next(page.iter("a"))
    assert first.get("href") == "#main"
    assert page.get_element_by_id("main").tag == "main"


def test_a_page_below_a_folder_leads_up_and_to_its_twin(page):
    links = {link.text: link.get("href") for link in page.findall(".//nav//a")}
    assert links["Home"] == "../index.en.html"
    assert links["Comparisons"] == "../index.en.html#comparison"
    assert links["中文"] == "../bodies/%E6%96%B0%E4%B9%A1%E5%B8%82-zh.html"


def test_the_page_that_is_open_is_marked_in_the_navigation():
    content = {"title": "", "lead": "", "facts": [], "sections": []}
    page = html.fromstring(frame.fill("tables", "method", "zh", **content))
    assert [link.text for link in page.findall(".//a[@aria-current='page']")] == ["方法"]


def test_cells_are_text_links_or_lists_of_them():
    rows = [["甲<i>", frame.Link("乙", "#x"), [frame.Link("1", "#y"), frame.Link("2", "#z")], 3]]
    section = frame.Section("s", "", frame.Grid("名", ["a", "b", "c", "d"], rows, ["r1"]))
    content = {"title": "", "lead": "", "facts": [], "sections": [section]}
    page = html.fromstring(frame.fill("tables", "method", "en", **content))
    row = page.get_element_by_id("r1")
    assert [cell.text_content() for cell in row] == ["甲<i>", "乙", "1 2", "3"]
    assert [link.get("href") for link in row.iter("a")] == ["#x", "#y", "#z"]
    assert [cell.get("lang") for cell in row] == ["zh", "zh", None, None]
