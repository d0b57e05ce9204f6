"""Records become data frames with the columns, types and order of rows of the dictionary."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd

from analysis.codebook.dictionary import Column, Table, codes, dictionary
from analysis.errors import TableError
from analysis.records import Report

DTYPES = {"string": pd.StringDtype(na_value=np.nan), "integer": "Int64", "number": "float64"}


def rows(name: str, report: Report, records: Iterable) -> Iterator[dict]:
    """Yield the rows of table `name` for records of one report.

    Parameters
    ----------
    name : str
        A table of the dictionary.
    report : Report
        Gives ``report_id``, ``body`` and ``year``, where the table has them.
    records : iterable of records
        Passages, observations, printed shares or numerals.
    """
    columns = table_of(name).columns
    ours = {one: getattr(report, one) for one in ("report_id", "body", "year") if one in columns}
    for record in records:
        yield ours | record._asdict()


def frame(name: str, rows: Iterable[Mapping]) -> pd.DataFrame:
    """Build table `name`, with the columns, types and order of rows of the dictionary.

    Parameters
    ----------
    name : str
        A table of the dictionary.
    rows : iterable of mappings
        A column that a row leaves out is empty, or the only value that the dictionary allows.

    Returns
    -------
    DataFrame
        Strings are ``str`` with ``''`` for missing, integers ``Int64``, numbers ``float64``.

    Raises
    ------
    TableError
        When a row has a column that the dictionary does not, or a value of another type.
    """
    return shaped(name, pd.DataFrame.from_records(list(rows)))


def shaped(name: str, content: pd.DataFrame) -> pd.DataFrame:
    """Return `content` with the columns, types and order of rows of table `name`."""
    table = table_of(name)
    unknown = [one for one in content.columns if one not in table.columns]
    if unknown:
        raise TableError(f"{name}: no column {', '.join(unknown)} in dictionary.yaml. Describe it.")
    given = {one: _typed(name, one, column, content) for one, column in table.columns.items()}
    return pd.DataFrame(given).sort_values(list(table.keys), kind="stable", ignore_index=True)


def reports_only(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of table ``reports`` that are reports: one each, attachments left out.

    Examples
    --------
    >>> files = pd.DataFrame({"file": ["a.txt", "a.xls"], "status": "read"})
    >>> reports_only(files.assign(reason=["", "Attachment of a.txt."]))["file"].to_list()
    ['a.txt']
    """
    return reports[(reports["status"] == "read") & (reports["reason"] == "")]


def described() -> pd.DataFrame:
    """Return the data dictionary as a frame, one row per column of each table.

    ``allowed`` holds the values that may occur, or the list of `coded` that holds them.
    """
    return pd.DataFrame(
        {
            "table": table,
            "column": name,
            "type": column.type,
            "required": column.required,
            "allowed": column.coded or " ".join(column.values),
            "unit": column.unit,
            "meaning_zh": column.meaning.zh,
            "meaning_en": column.meaning.en,
        }
        for table, content in dictionary().items()
        for name, column in content.columns.items()
    )


def coded() -> pd.DataFrame:
    """Return the ids that stand in columns, one row each, with the words for them."""
    return pd.DataFrame(
        {
            "list": name,
            "id": one,
            "unit": getattr(meant, "unit", ""),
            "label_zh": meant.label.zh,
            "label_en": meant.label.en,
        }
        for name, ids in codes().items()
        for one, meant in ids.items()
    )


def table_of(name: str) -> Table:
    """Return what the dictionary says of table `name`, or say that it has none."""
    if name not in dictionary():
        raise TableError(f"no table {name} in dictionary.yaml, only {', '.join(dictionary())}.")
    return dictionary()[name]


def _typed(table: str, name: str, column: Column, content: pd.DataFrame) -> pd.Series:
    only = column.values[0] if column.required and len(column.values) == 1 else None
    values = content.get(name, pd.Series(only, index=content.index, dtype=object))
    if column.type == "string":
        return values.astype(object).where(values.notna(), "").astype(DTYPES["string"])
    try:
        return pd.to_numeric(values.replace("", None)).astype(DTYPES[column.type])
    except (TypeError, ValueError) as error:
        raise TableError(f"{table}: column {name}: {error}. Give a {column.type}.") from error
