"""In a real browser, every page of the site fits, loads nothing from outside, and can be used.

The site is a small one with pages of every kind, in both languages. Needs Chromium. axe looks for
what keeps people from using a page.
"""

import shutil
from urllib.parse import unquote, urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe

from analysis import paths
from analysis.pipeline import build
from analysis.publishing import publish

EXAMPLE = paths.ROOT / "data" / "example" / "raw"
FILES = [
    EXAMPLE / "sources.csv",
    paths.RAW / "xinxiang-2016.txt",
    EXAMPLE / "示例市（虚构）2020.docx",
    EXAMPLE / "示例市（虚构）2022.html",
]
WIDTHS = (360, 1280)
GRAVE = ("serious", "critical")
OVER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Reports in prose and in tables, one body with two years, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "raw").mkdir()
    for path in FILES:
        shutil.copy(path, folder / "raw")
    (folder / "raw" / "empty.pdf").touch()
    build(folder / "raw", folder / "processed")
    publish(folder / "processed", folder / "site")
    return folder / "site"


@pytest.fixture(params=WIDTHS)
def opened(request, browser):
    """Opens a page at one width and says what it logged and asked for."""
    page = browser.new_page(viewport={"width": request.param, "height": 800})
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    def at(path):
        said.clear()
        asked.clear()
        page.goto(path.as_uri())
        return page, said, asked

    yield at
    page.close()


def test_every_page_fits_and_can_be_used_and_loads_only_the_site(site, opened):
    paths_ = sorted(site.rglob("*.html"))
    assert len(paths_) > 30
    for path in paths_:
        page, said, asked = opened(path)
        assert said == [], path.name
        assert [url for url in asked if not is_of(site, url)] == [], path.name
        assert not page.evaluate(OVER), path.name
        assert found_by_axe(page) == [], path.name


def is_of(site, url):
    """Tell whether a page asked for a file of the site."""
    return url.startswith("file://") and unquote(urlparse(url).path).startswith(str(site))


def found_by_axe(page):
    """Rules that a page breaks gravely, with the first element that does."""
    # without preloading: it would ask for the style once more, which pages from disk may not
    broken = Axe().run(page, options={"preload": False}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in broken if one["impact"] in GRAVE]


def test_typing_narrows_the_list_of_bodies(site, opened):
    page, *_ = opened(site / "bodies-en.html")
    rows = page.locator("tbody tr")
    everyone = rows.count()
    name = rows.first.locator("th").inner_text()
    page.get_by_label("Search by body").fill(name)
    assert page.locator("tbody tr:visible").count() == 1
    assert page.get_by_role("status").inner_text() == "1 found"
    page.get_by_label("Search by body").fill("")
    assert page.locator("tbody tr:visible").count() == everyone


def test_what_is_typed_on_the_first_page_narrows_the_list(site, opened):
    page, *_ = opened(site / "index.html")
    page.get_by_role("searchbox").fill("没有这个机关")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bodies-zh.html?q=*")
    assert page.locator("tbody tr:visible").count() == 0
    assert page.get_by_role("status").inner_text() == "找到 0 个"


def test_the_keyboard_reaches_the_content_first(site, opened):
    page, *_ = opened(site / "method-zh.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_number_leads_to_its_row_and_back(site, opened):
    page, *_ = opened(sorted(site.glob("reports/*-en.html"))[0])
    page.locator("a.note[href='#v1']").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#v1"
    page.locator("#v1 a").first.click()
    place = page.evaluate("location.hash.slice(1)")
    assert page.locator(f"[id='{place}'] + a.note[href='#v1']").count() == 1
