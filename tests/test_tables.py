"""Tables: what the dictionary says is what is written, and what is written comes back."""

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import tables
from analysis.codebook.dictionary import dictionary
from analysis.errors import TableError
from analysis.records import Observation, PrintedShare, Report

from .frames import observations, printed_shares, reports

REPORT = Report(
    "新乡市-2016", "新乡市", "Xinxiang", "河南省", "prefecture", "410700", 2016, "", "", "", "prose"
)
RECORD = Observation(
    indicator="disclosure.total",
    applicant="",
    scope="all",
    scope_name="",
    value=130661.0,
    lower=130661.0,
    upper=None,
    qualifier="exact",
    unit="条",
    source="prose",
    evidence="全市共新增主动公开政府信息130661条。",
    start=3367,
    end=3373,
    section="一、主动公开情况",
)


def numerals(*texts):
    rows = [
        {"report_id": "新乡市-2016", "start": i, "end": i + 1, "text": text, "kind": "quantity"}
        for i, text in enumerate(texts)
    ]
    return tables.frame("numerals", rows)


def test_records_become_a_frame_with_the_types_of_the_dictionary():
    table = tables.frame("observations", tables.rows("observations", REPORT, [RECORD]))
    assert list(table.columns) == list(dictionary()["observations"].columns)
    assert table["year"].dtype == "Int64"
    assert table["value"].dtype == table["upper"].dtype == "float64"
    assert table["report_id"].tolist() == ["新乡市-2016"]
    assert np.isnan(table["upper"][0])
    assert table["applicant"][0] == ""
    tables.check("observations", table)


def test_a_printed_share_is_in_percent():
    record = PrintedShare("channel.website", "all", "", 73.3, 73.3, 73.3, "占73.3%", 1, 5, "")
    table = tables.frame("printed_shares", tables.rows("printed_shares", REPORT, [record]))
    assert table["unit"].tolist() == ["%"]
    tables.check("printed_shares", table)


def test_a_table_without_rows_keeps_its_columns_and_types(tmp_path):
    for name in dictionary():
        empty = tables.frame(name, [])
        tables.write(tmp_path, {name: empty})
        pd.testing.assert_frame_equal(tables.read(tmp_path, name), empty)


def test_rows_are_sorted_by_their_keys():
    table = pd.concat([reports("襄阳市-2017"), reports("新乡市-2016")])
    table = tables.frame("reports", table.to_dict("records"))
    assert table["report_id"].tolist() == ["新乡市-2016", "襄阳市-2017"]
    assert table.index.tolist() == [0, 1]


def test_numbers_are_written_as_they_are_read(tmp_path):
    tables.write(
        tmp_path,
        {
            "observations": observations(
                "新乡市-2016", ("budget.dedicated", "all", (76.1, 76, None))
            )
        },
    )
    with (tmp_path / "observations.csv").open(encoding="utf-8", newline="") as lines:
        row = next(csv.DictReader(lines))
    assert (row["value"], row["lower"], row["upper"], row["year"]) == ("76.1", "76", "", "2016")
    assert b"\r" not in (tmp_path / "observations.csv").read_bytes()


# characters that CSV treats apart, and any other but NUL
TEXT = st.text(
    st.sampled_from('\r\n",; =') | st.characters(codec="utf-8", exclude_characters="\0"), min_size=1
)


@given(st.lists(TEXT))
def test_text_comes_back_as_it_was(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("tables")
    table = numerals(*texts)
    tables.write(folder, {"numerals": table})
    pd.testing.assert_frame_equal(tables.read(folder, "numerals"), table)


@pytest.mark.parametrize("text", ["=1+1", "NA", "nan", "007", " 1 ", 'a"b', "a,b", "a\r\nb", "\r"])
def test_text_is_data_and_kept(tmp_path, text):
    tables.write(tmp_path, {"numerals": numerals(text)})
    assert tables.read(tmp_path, "numerals")["text"].tolist() == [text]


@given(st.floats(0, 1e12))
def test_numbers_come_back_as_they_were(number):
    assert float(tables.plain(number)) == number
    assert "e" not in tables.plain(number)


def test_two_runs_write_the_same_bytes(tmp_path):
    table = observations("新乡市-2016", ("disclosure.total", "all", 130661))
    for name in ("one", "two"):
        tables.write(tmp_path / name, {"observations": table}, {"新乡市-2016": "文"})
    files = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*")]
    assert len(files) == 3
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def broken(**columns):
    return observations("新乡市-2016", ("disclosure.total", "all", 130661)).assign(**columns)


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        ({"scope": "city"}, "column scope"),
        ({"indicator": "disclosure.totals"}, "column indicator"),
        ({"evidence": ""}, "column evidence"),
        ({"value": np.nan}, "column value"),
        ({"lower": 130662.0}, "lower <= value"),
        ({"report_id": "../新乡市-2016"}, "column report_id"),
        ({"start": pd.array([-1], dtype="Int64")}, "column start"),
        ({"more": 1}, "more"),
    ],
)
def test_a_table_that_breaks_the_dictionary_is_refused_with_its_place(tmp_path, columns, named):
    with pytest.raises(TableError, match=r"table observations is not written") as error:
        tables.write(tmp_path, {"observations": broken(**columns)})
    assert named in str(error.value)
    assert not (tmp_path / "observations.csv").exists()


def test_a_refusal_shows_the_first_rows_at_fault():
    with pytest.raises(TableError, match=r"row 0 \(新乡市-2016 0 5 disclosure.total") as error:
        tables.check("observations", broken(scope="city"))
    assert "'city'" in str(error.value)


def test_the_same_row_twice_is_refused():
    table = observations("新乡市-2016", ("disclosure.total", "all", 130661))
    with pytest.raises(TableError, match="uniqueness"):
        tables.check("observations", pd.concat([table, table], ignore_index=True))


def test_a_failed_run_loses_nothing(tmp_path):
    good = observations("新乡市-2016", ("disclosure.total", "all", 130661))
    tables.write(tmp_path, {"observations": good}, {"新乡市-2016": "文"})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    with pytest.raises(TableError):
        tables.write(tmp_path, {"numerals": numerals("1"), "observations": broken(scope="city")})
    with pytest.raises(UnicodeEncodeError):
        tables.write(tmp_path, {"numerals": numerals("1")}, {"新乡市-2016": "\ud800"})
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before


def test_texts_of_reports_no_longer_listed_are_removed_and_other_files_kept(tmp_path):
    both = reports("新乡市-2016", "襄阳市-2017")
    tables.write(tmp_path, {"reports": both}, {"新乡市-2016": "一\r\n", "襄阳市-2017": "二"})
    assert tables.texts(tmp_path) == {"新乡市-2016": "一\r\n", "襄阳市-2017": "二"}
    (tmp_path / "texts" / "mine.txt").write_text("不是报告", encoding="utf-8")
    tables.write(tmp_path, {"reports": reports("新乡市-2016")}, {"新乡市-2016": "一"})
    assert tables.texts(tmp_path) == {"mine": "不是报告", "新乡市-2016": "一"}


@pytest.mark.parametrize("moves", range(4))
def test_what_a_run_cut_short_left_is_made_good_by_the_next(tmp_path, monkeypatch, moves):
    both = reports("新乡市-2016", "襄阳市-2017")
    texts = {"新乡市-2016": "一", "襄阳市-2017": "二"}
    tables.write(tmp_path, {"reports": both}, texts)
    one = {"reports": reports("新乡市-2016")}, {"新乡市-2016": "新"}
    with monkeypatch.context() as patch:
        cut_short_after(moves, patch)
        with pytest.raises(KeyboardInterrupt):
            tables.write(tmp_path, *one)
    (tmp_path / ".writing-left").mkdir()
    tables.write(tmp_path, *one)
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert names == {"reports.csv", "datapackage.json", "texts", "texts/新乡市-2016.txt"}
    assert tables.texts(tmp_path) == {"新乡市-2016": "新"}


def cut_short_after(moves, patch):
    """End the run when so many files were moved or removed, as a signal would."""
    left = iter(range(moves))

    def counted(change):
        def changed(path, *more):
            if next(left, None) is None:
                raise KeyboardInterrupt
            return change(path, *more)

        return changed

    for name in ("replace", "unlink"):
        patch.setattr(Path, name, counted(getattr(Path, name)))


@pytest.mark.parametrize("report_id", ["../x-2016", "a/b-2016", ".x-2016", "a b-2016", "", "a\0"])
def test_a_report_never_names_a_place_outside(tmp_path, report_id):
    with pytest.raises(TableError, match="cannot name a file"):
        tables.write(tmp_path / "out", {}, {report_id: "文"})
    assert not list(tmp_path.rglob("*.txt"))


def test_reading_says_what_is_wrong(tmp_path):
    with pytest.raises(TableError, match=r"does not exist. Run `python -m analysis build`"):
        tables.read(tmp_path, "reports")
    (tmp_path / "reports.csv").write_text("file\n", encoding="utf-8")
    with pytest.raises(TableError, match="other columns"):
        tables.read(tmp_path, "reports")
    with pytest.raises(TableError, match="no table report in"):
        tables.read(tmp_path, "report")
    with pytest.raises(TableError, match="no column colour"):
        tables.frame("reports", [{"colour": "red"}])
    with pytest.raises(TableError, match="reports: column year"):
        tables.frame("reports", [{"year": "MMXVI"}])


def test_the_package_describes_every_table_written(tmp_path):
    tables.write(tmp_path, {"reports": reports(), "printed_shares": printed_shares()})
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["path"] for one in package["resources"]] == ["printed_shares.csv", "reports.csv"]


def test_the_dictionary_is_a_frame():
    table = tables.described()
    assert len(table) == sum(len(one.columns) for one in dictionary().values())
    assert (table[["meaning_zh", "meaning_en"]] != "").all(axis=None)
    allowed = table.set_index(["table", "column"])["allowed"]
    assert allowed["observations", "indicator"] == "indicators"
    assert allowed["printed_shares", "unit"] == "%"


def test_ids_that_stand_in_columns_are_a_frame():
    table = tables.coded().set_index(["list", "id"])
    assert table.loc[("indicators", "channel.website"), "unit"] == "条"
    assert set(tables.described()["allowed"]) >= set(table.index.get_level_values("list"))
    assert (table[["label_zh", "label_en"]] != "").all(axis=None)
