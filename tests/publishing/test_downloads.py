"""Files of the data with their size and rows, and the dictionary as a page."""

import pytest
from lxml import html

from analysis import tables
from analysis.codebook.citation import citation
from analysis.codebook.dataset import dataset
from analysis.codebook.dictionary import dictionary
from analysis.publishing.downloads import write_downloads

SIZES = {
    "reports.csv": 1234,
    "reports.parquet": 98_765,
    f"{dataset().name}.xlsx": 2_500_000,
    "datapackage.json": 812,
    "CITATION.cff": 1000,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site whose data set is one table."""
    site = tmp_path_factory.mktemp("downloads")
    (site / "data").mkdir()
    for name, size in SIZES.items():
        (site / "data" / name).write_bytes(b"x" * size)
    rows = [{"file": name, "status": "unreadable"} for name in ("a", "b")]
    write_downloads({"reports": tables.frame("reports", rows)}, site, ["zh", "en"])
    return site


def page(site, name):
    return html.parse(str(site / name)).getroot()


def test_a_file_has_its_size_its_rows_and_its_part_of_the_dictionary(site):
    row = page(site, "data-en.html").find(".//tbody/tr")
    assert [cell.text_content().strip() for cell in row] == [
        "reports", "One row per file found", "2", "CSV (1 kB)", "PARQUET (99 kB)",
    ]  # fmt: skip
    links = [link.get("href") for link in row.iter("a")]
    assert links == ["dictionary-en.html#reports", "data/reports.csv", "data/reports.parquet"]


def test_version_licence_and_citation_are_those_of_the_project(site):
    facts = [fact.text for fact in page(site, "data-zh.html").findall(".//dd")]
    assert facts[:3] == [citation().version, citation().licence, citation().words]


def test_the_dictionary_has_every_column_and_the_lists_that_columns_name(site):
    book = page(site, "dictionary-zh.html")
    for name, table in dictionary().items():
        heading = book.get_element_by_id(name)
        heads = [row.find("th").text for row in heading.getnext().getnext().findall(".//tbody/tr")]
        assert [head.removesuffix(" *") for head in heads] == list(table.columns)
    links = {link.get("href") for link in book.findall(".//td/a")}
    assert "#ids-indicators" in links
    assert all(book.get_element_by_id(link[1:]) is not None for link in links)
