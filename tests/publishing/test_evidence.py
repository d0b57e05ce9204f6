"""The page of a report is its text, every character of it, with each value marked in its place."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest
from lxml import html

from analysis import paths, tables
from analysis.publishing.evidence import TABLES, write_reports

EXAMPLE = paths.ROOT / "data" / "example" / "processed"
TEXT = "首页 > 公开\n一、概况\n全年公开5000余条,受理申请8件。\n没有发生诉讼。另有30条。"


@pytest.fixture(scope="module", params=[paths.PROCESSED, EXAMPLE], ids=["data", "example"])
def site(request, tmp_path_factory):
    """Pages of all reports of a folder in both languages, with what they are made of."""
    return Made(request.param, tmp_path_factory.mktemp("evidence"))


class Made:
    """A folder of tables and the pages of its reports."""

    def __init__(self, processed: Path, site: Path):
        self.frames = {name: tables.read(processed, name) for name in TABLES}
        self.texts = tables.texts(processed)
        reports = tables.reports_only(tables.read(processed, "reports"))
        write_reports(self.frames, reports, self.texts, [], site, ["zh", "en"])
        self.page = cache(lambda name: html.parse(str(site / "reports" / name)).getroot())
        self.names = sorted(path.name for path in (site / "reports").iterdir())

    def rows(self, name: str, report_id: str) -> pd.DataFrame:
        return self.frames[name].query("report_id == @report_id")


def text_of(page):
    return page.get_element_by_id("text").text_content()


def marks(page):
    found = {}
    for piece in page.get_element_by_id("text").iterfind(".//*[@data-place]"):
        place = tuple(map(int, piece.get("data-place").split("-")))
        found[place] = found.get(place, "") + piece.text_content()
    return found


def test_every_report_has_a_page_in_each_language(site):
    assert site.names == sorted(
        f"{one}-{language}.html" for one in site.texts for language in ("en", "zh")
    )


def test_without_its_markup_the_text_is_the_clean_text(site):
    for report_id, text in site.texts.items():
        assert text_of(site.page(f"{report_id}-zh.html")) == text
        assert text_of(site.page(f"{report_id}-en.html")) == text


def test_every_mark_holds_exactly_the_characters_of_its_place(site):
    for report_id, text in site.texts.items():
        found = marks(site.page(f"{report_id}-zh.html"))
        assert found == {(start, end): text[start:end] for start, end in found}


def test_every_value_and_undecided_number_is_marked_and_in_a_table(site):
    for report_id in site.texts:
        page, stated = site.page(f"{report_id}-zh.html"), site.rows("observations", report_id)
        shares = site.rows("printed_shares", report_id)
        open_ = site.rows("numerals", report_id).query("candidates != ''")
        places = {
            (row.start, row.end) for rows in (stated, shares, open_) for row in rows.itertuples()
        }
        again = " ".join([*stated["also_at"], *shares["also_at"]]).split()
        places |= {tuple(map(int, one.split("-"))) for one in again}
        assert places <= set(marks(page))
        ids = [row.get("id") for row in page.iterfind(".//tbody/tr[@id]")]
        assert [one for one in ids if one[0] == "v"] == [
            f"v{n + 1}" for n in range(len(stated) + len(shares))
        ]
        assert [one for one in ids if one[0] == "u"] == [f"u{n + 1}" for n in range(len(open_))]


def test_ids_are_there_once_and_every_link_within_the_pages_leads_to_one(site):
    for name in site.names:
        page = site.page(name)
        ids = [element.get("id") for element in page.iterfind(".//*[@id]")]
        assert len(ids) == len(set(ids))
        for link in page.iterfind(".//a[@href]"):
            path, _, place = unquote(link.get("href")).partition("#")
            if place and (not path or path.startswith("../reports/")):
                there = page if not path else site.page(path.removeprefix("../reports/"))
                assert there.get_element_by_id(place) is not None, link.get("href")


# One report made by hand --------------------------------------------------------------------------


def observation(indicator, start, end, value, **more):
    row = {
        "report_id": "甲市-2017", "body": "甲市", "year": 2017, "indicator": indicator, "scope": "all",
        "value": value, "lower": value, "upper": value, "qualifier": "exact", "unit": "件",
        "source": "prose", "evidence": "……", "start": start, "end": end,
    }  # fmt: skip
    return row | more


PASSAGES = [("furniture", 0, 7), ("heading", 8, 12), ("paragraph", 13, 31), ("paragraph", 32, 45)]
OBSERVATIONS = [
    observation("disclosure.total", 17, 21, 5000, upper=6000, qualifier="over", unit="条"),
    observation("request.received", 28, 29, 8, source="reviewed", as_read=9, scope="municipal"),
    observation("litigation.total", 32, 38, 0, source="stated_none"),
    observation("litigation.upheld", 32, 38, 0, source="stated_none"),
]
FINDING = {
    "finding_id": "甲市-2017:growth:disclosure.total", "report_id": "甲市-2017", "rule": "growth",
    "state": "breach", "indicators": "disclosure.total", "cases": 2, "likely_cause": "report",
    "detail": "5000 vs 6000", "observations": "甲市-2017:17-21 甲市-2016:5-8 甲市-2017:28-29",
}  # fmt: skip
ROWS = {
    "passages": [
        {"report_id": "甲市-2017", "start": start, "end": end, "kind": kind, "level": kind == "heading"}
        for kind, start, end in PASSAGES
    ],
    "observations": OBSERVATIONS,
    "printed_shares": [],
    "numerals": [
        {"report_id": "甲市-2017", "start": 41, "end": 43, "text": "30", "kind": "quantity",
         "candidates": "channel.website channel.weibo"}
    ],
    "findings": [FINDING],
    "corrections": [
        {"report_id": "甲市-2017", "indicator": "request.concluded", "scope": "all", "as_read": 7,
         "reason": "是上年的", "who": "王", "when": "2026-01-02"}
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The English page of a report made by hand."""
    site = tmp_path_factory.mktemp("one")
    frames = {name: tables.frame(name, rows) for name, rows in ROWS.items()}
    report = {"file": "a.txt", "status": "read", "report_id": "甲市-2017", "body": "甲市", "year": 2017,
              "form": "prose", "level": "prefecture", "sha256": "0" * 64}  # fmt: skip
    reports = tables.frame("reports", [report])
    write_reports(frames, reports, {"甲市-2017": TEXT}, [], site, ["en"])
    return html.parse(str(site / "reports" / "甲市-2017-en.html")).getroot()


def note(page, row):
    (found,) = page.iterfind(f".//a[@href='#{row}']")
    return found


def test_an_interval_is_said_beside_the_number_and_in_full(page):
    one = note(page, "v1")
    assert one.get("data-label") == "Items disclosed · 5,000–6,000"
    assert one.get("aria-label") == (
        "Government information items proactively disclosed, Whole body: 5,000–6,000 (items, prose)"
    )
    assert one.getprevious().text == "5000"


def test_a_value_decided_by_hand_says_what_was_read(page):
    said = note(page, "v2").get("data-label")
    assert said == "Received · Own level · 8 (decided by hand, read as 9)"


def test_a_stated_none_is_marked_at_its_words_once_for_both_rows(page):
    (mark,) = page.iterfind(".//mark[@id='n32-38']")
    assert mark.text == "没有发生诉讼"
    assert {note(page, row).getparent() for row in ("v3", "v4")} == {mark.getparent()}


def test_an_undecided_number_names_what_it_may_be(page):
    (mark,) = page.iterfind(".//mark[@id='n41-43']")
    assert mark.get("class") == "undecided"
    assert note(page, "u1").get("data-label") == "undecided, may be Websites, Weibo"


def test_parts_of_the_text_are_what_they_are(page):
    text = page.get_element_by_id("text")
    assert [(part.tag, part.get("class")) for part in text] == [
        ("p", "furniture"), ("h3", None), ("p", "paragraph"), ("p", "paragraph"),
    ]  # fmt: skip
    assert text.text_content() == TEXT
    assert text.get("lang") == "zh"


def test_a_finding_leads_to_the_numbers_of_both_reports(page):
    table = page.get_element_by_id("findings").getnext()
    links = [link.get("href") for link in table.iterfind(".//a")]
    assert [unquote(link) for link in links] == [
        "#n17-21", "../reports/甲市-2016-en.html#n5-8", "#n28-29",
    ]  # fmt: skip


def test_a_value_withdrawn_by_hand_is_listed_with_its_reason(page):
    cells = page.get_element_by_id("corrections").getnext().findall(".//tbody/tr/*")
    assert [cell.text for cell in cells][2:] == ["7", None, "是上年的", "王", "2026-01-02"]
