"""The invented reports of data/example: their tables are those of today, and they stay apart."""

import pytest

from analysis import paths, pipeline, tables

EXAMPLE = paths.ROOT / "data" / "example"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example")
    pipeline.build(EXAMPLE / "raw", folder, jobs=1)
    return folder


def test_committed_tables_are_those_of_a_build(built):
    committed = EXAMPLE / "processed"
    names = {path.relative_to(built) for path in built.rglob("*") if path.is_file()}
    assert names == {p.relative_to(committed) for p in committed.rglob("*") if p.is_file()}
    differ = [n for n in names if (built / n).read_bytes() != (committed / n).read_bytes()]
    assert differ == []


def test_every_report_of_the_example_says_that_it_is_invented():
    reports = tables.read(EXAMPLE / "processed", "reports")
    assert set(reports["status"]) == {"read"}
    assert all("（虚构）" in one for column in ("file", "body") for one in reports[column] if one)
    texts = tables.texts(EXAMPLE / "processed")
    assert len(texts) == 7
    assert all("本报告为演示而虚构" in text for text in texts.values())


def test_the_example_has_a_blank_cell_and_a_contradiction():
    found = tables.read(EXAMPLE / "processed", "findings").set_index("finding_id")["state"]
    later = found[found.index.str.contains("-20(?:19|20|21|22):")]
    assert later[later != "consistent"].to_dict() == {
        "样本市（虚构）-2022:years.requests:all:natural_person": "breach",
        "样本市（虚构）-2022:years.requests:all:total": "breach",
        "示例市（虚构）-2021:sum.outcomes:all:total": "not_assessable",
        "示例市（虚构）-2021:sum.reconsideration_outcomes:all": "breach",
    }


def test_invented_reports_are_not_among_the_published_ones():
    for folder in (paths.RAW, paths.PROCESSED / paths.TEXTS):
        assert [path.name for path in folder.iterdir() if "虚构" in path.name] == []
