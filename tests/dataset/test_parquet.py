"""Parquet: the types of the dictionary, null for missing, the words of the dictionary inside."""

import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis import tables
from analysis.codebook.dictionary import dictionary
from analysis.dataset.parquet import to_parquet

from ..frames import observations

ROWS = observations(
    "新乡市-2016",
    ("disclosure.total", "all", 130661),
    ("budget.dedicated", "all", (76.1, 76, None)),
)


@pytest.fixture
def file():
    return pq.ParquetFile(io.BytesIO(to_parquet("observations", ROWS)))


def test_what_is_missing_is_null_and_what_is_there_comes_back(file):
    table = file.read()
    assert table["year"].to_pylist() == [2016, 2016]
    assert sorted(table["value"].to_pylist()) == [76.1, 130661.0]
    assert table["scope_name"].to_pylist() == [None, None]
    assert table["upper"].null_count == 1
    back = tables.frame("observations", table.to_pandas().to_dict("records"))
    pd.testing.assert_frame_equal(back, ROWS)


def test_types_and_words_are_those_of_the_dictionary(file):
    schema = file.schema_arrow
    assert schema.names == list(dictionary()["observations"].columns)
    start = schema.field("start")
    assert (start.type, start.nullable) == (pa.int64(), False)
    assert start.metadata[b"unit"].decode() == "字符"
    assert "在正文中的起点" in start.metadata[b"description"].decode()
    assert schema.field("upper").nullable
    assert b"version" in schema.metadata


def test_it_is_compressed_and_the_same_on_each_run(file):
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    assert to_parquet("observations", ROWS) == to_parquet("observations", ROWS.copy())


@pytest.mark.parametrize("name", dictionary())
def test_a_table_without_rows_keeps_its_columns(name):
    empty = pq.read_table(io.BytesIO(to_parquet(name, tables.frame(name, []))))
    assert (empty.num_rows, empty.column_names) == (0, list(dictionary()[name].columns))
