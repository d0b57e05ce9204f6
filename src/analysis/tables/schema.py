"""The schema of each table, made of the dictionary: a table that breaks it is refused."""

from collections.abc import Iterator

import pandas as pd
import pandera.pandas as pa

from analysis.codebook.dictionary import Column, Table
from analysis.errors import TableError
from analysis.tables.frames import DTYPES, table_of

OFFENDERS = 3  # rows named for each fault
SHOWN = 60  # characters of a value at fault


def check(name: str, content: pd.DataFrame) -> pd.DataFrame:
    """Return `content` if it is a table as the dictionary has it.

    Raises
    ------
    TableError
        Names the table, each column at fault, the fault and the first rows that show it.
    """
    try:
        return _schema(table_of(name)).validate(content, lazy=True)
    except pa.errors.SchemaErrors as error:
        faults = "; ".join(_faults(content, table_of(name), error.failure_cases))
        raise TableError(
            f"table {name} is not written: {faults}."
        ) from None  # it lists every value


def _schema(table: Table) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {name: _column(column) for name, column in table.columns.items()},
        checks=[_never_exceeds(first, second) for first, second in table.order],
        strict=True,
        ordered=True,
        unique=list(table.keys),
    )


def _column(column: Column) -> pa.Column:
    empty = () if column.required else ("",)
    checks = []
    if column.values:
        checks.append(pa.Check.isin([*column.values, *empty]))
    if column.pattern:
        may_be_empty = "" if column.required else "?"
        checks.append(pa.Check.str_matches(rf"(?:{column.pattern}){may_be_empty}\Z"))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    if column.required and column.type == "string":
        checks.append(pa.Check.str_length(min_value=1))
    nullable = column.type != "string" and not column.required
    return pa.Column(DTYPES[column.type], checks, nullable=nullable)


def _never_exceeds(first: str, second: str) -> pa.Check:
    return pa.Check(
        lambda content: ~(content[first] > content[second]).fillna(False).astype(bool),
        error=f"{first} <= {second}",
    )


def _faults(content: pd.DataFrame, table: Table, cases: pd.DataFrame) -> Iterator[str]:
    for (column, fault), group in cases.groupby(["column", "check"], dropna=False, sort=False):
        offenders = group["index"].dropna().astype(int).unique()[:OFFENDERS]
        where = " | ".join(_row(content, table, column, one) for one in offenders)
        about = where or ", ".join(map(str, group["failure_case"]))
        yield f"column {column}: {fault}: {about}"


def _row(content: pd.DataFrame, table: Table, column: str, index: int) -> str:
    keys = " ".join(str(content[one].get(index)) for one in table.keys if one in content)
    value = f": {str(content[column].get(index))[:SHOWN]!r}" if column in content else ""
    return f"row {index} ({keys}){value}"
