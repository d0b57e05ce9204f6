"""Tables become Parquet: the types of the dictionary, and its words in the file itself."""

import io

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.codebook.citation import citation
from analysis.codebook.dataset import both
from analysis.codebook.dictionary import Column, Table, dictionary

TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}


def to_parquet(name: str, content: pd.DataFrame) -> bytes:
    """Return table `name` as a Parquet file, compressed by zstd; what is missing is null.

    Parameters
    ----------
    name : str
        A table of the dictionary.
    content : DataFrame
        As `tables.read` gives it.

    Returns
    -------
    bytes
        The same for the same table.
    """
    columns = {one: content[one].replace("", np.nan) for one in content}
    arrow = pa.Table.from_pandas(pd.DataFrame(columns), _schema(dictionary()[name]))
    made = io.BytesIO()
    about = _about(dictionary()[name])
    pq.write_table(arrow.replace_schema_metadata(about), made, compression="zstd")
    return made.getvalue()


def _schema(table: Table) -> pa.Schema:
    return pa.schema([_field(name, column) for name, column in table.columns.items()])


def _field(name: str, column: Column) -> pa.Field:
    about = {"description": both(column.meaning), "unit": column.unit}
    said = {key: words for key, words in about.items() if words}
    return pa.field(name, TYPES[column.type], nullable=not column.required, metadata=said)


def _about(table: Table) -> dict[str, str]:
    cited = citation()
    said = {"description": both(table.meaning), "version": cited.version}
    return said | {"license": cited.licence, "citation": cited.words}
