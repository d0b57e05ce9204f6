"""The data set to hand on: complete, the CSV as published, refused whole where a table is wrong."""

import pytest

from analysis import paths, tables
from analysis.dataset import release
from analysis.dataset.workbook import to_xlsx
from analysis.errors import TableError

from ..frames import observations, reports

WORKBOOK = "open-government-information-reports.xlsx"


@pytest.fixture
def processed(tmp_path):
    content = {
        "reports": reports("新乡市-2016"),
        "observations": observations("新乡市-2016", ("disclosure.total", "all", 130661)),
    }
    tables.write(tmp_path / "processed", content, {"新乡市-2016": "公开130661条\r\n"})
    return tmp_path / "processed"


def files(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_it_holds_what_was_built_and_the_other_formats(processed, tmp_path):
    assert release(processed, tmp_path / "out") == tmp_path / "out" / WORKBOOK
    built, made = files(processed), files(tmp_path / "out")
    assert {name: made[name] for name in built} == built
    assert set(made) - set(built) == {
        "reports.parquet",
        "observations.parquet",
        WORKBOOK,
        "CITATION.cff",
    }
    assert made["CITATION.cff"] == (paths.ROOT / "CITATION.cff").read_bytes()


def test_what_was_published_comes_out_byte_by_byte(tmp_path):
    release(paths.PROCESSED, tmp_path)
    made = files(tmp_path)
    assert {name: made[name] for name in files(paths.PROCESSED)} == files(paths.PROCESSED)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",all,", ",city,", "table observations is not written: column scope"),
        (",2016,", ",MMXVI,", "observations: column year"),
        ("scope_name", "scope_names", "other columns"),
    ],
)
def test_a_table_that_breaks_the_dictionary_is_refused_before_anything_is_written(
    processed, tmp_path, old, new, said
):
    path = processed / "observations.csv"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(TableError, match=said):
        release(processed, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_format_that_fails_leaves_what_was_there(processed, tmp_path, monkeypatch):
    release(processed, tmp_path / "out")
    before = files(tmp_path / "out")
    path = processed / "observations.csv"
    path.write_text(path.read_text("utf-8").replace("130661", "130662"), "utf-8")

    def broken(content):
        to_xlsx(content)
        raise OverflowError

    monkeypatch.setattr("analysis.dataset.writing.to_xlsx", broken)
    with pytest.raises(OverflowError):
        release(processed, tmp_path / "out")
    assert files(tmp_path / "out") == before


def test_a_folder_without_tables_is_named(tmp_path):
    with pytest.raises(TableError, match=r"has no table\. Run `python -m analysis build`"):
        release(tmp_path, tmp_path / "out")
