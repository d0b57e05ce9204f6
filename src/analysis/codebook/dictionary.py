"""The data dictionary (数据字典): every column of every published table, described once."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

from analysis.codebook.areas import areas
from analysis.codebook.indicators import Label, indicators
from analysis.codebook.loading import load
from analysis.codebook.measures import measures

_IDS = {"areas": areas, "indicators": indicators, "measures": measures}


class Column(BaseModel):
    """A column of a table.

    Attributes
    ----------
    type : {'string', 'integer', 'number'}
        A missing string is empty, a missing number an empty cell.
    required : bool
        Never empty.
    allowed : tuple of str or str
        The values that occur, or the file of the codebook whose ids they are.
    pattern : str
        What the whole of a text has to match.
    minimum : int
        Smallest value.
    unit : str
        Unit of a number.
    meaning : Label
        In both languages.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: Literal["string", "integer", "number"]
    required: bool = False
    allowed: tuple[str, ...] | Literal["areas", "indicators", "measures"] = ()
    pattern: str = ""
    minimum: int | None = None
    unit: str = ""
    meaning: Label

    @property
    def values(self) -> tuple[str, ...]:
        """The values that may stand in it; empty when any may."""
        return tuple(_IDS[self.allowed]()) if isinstance(self.allowed, str) else self.allowed


class Table(BaseModel):
    """A published table.

    Attributes
    ----------
    meaning : Label
        What a row is.
    keys : tuple of str
        Columns by which rows are told apart and sorted.
    order : tuple of pairs of str
        Columns, the first of which never exceeds the second.
    columns : dict of str to Column
        In the order in which they are written.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    meaning: Label
    keys: tuple[str, ...]
    order: tuple[tuple[str, str], ...] = ()
    columns: dict[str, Column]

    @model_validator(mode="after")
    def _columns_exist(self) -> "Table":
        unknown = {*self.keys, *(name for pair in self.order for name in pair)} - set(self.columns)
        if unknown:
            raise ValueError(f"keys or order name no column: {', '.join(sorted(unknown))}")
        return self


@cache
def dictionary() -> dict[str, Table]:
    """Return every table by name.

    Examples
    --------
    >>> list(dictionary()["passages"].columns)
    ['report_id', 'start', 'end', 'kind', 'level', 'label']
    """
    return load("dictionary", dict[str, Table])


def package(names: Iterable[str]) -> dict:
    """Describe the tables named as a Frictionless data package (``datapackage.json``).

    Examples
    --------
    >>> package(["passages"])["resources"][0]["schema"]["primaryKey"]
    ['report_id', 'start', 'end']
    """
    return {
        "name": "open-government-information-reports",
        "profile": "tabular-data-package",
        "resources": [_resource(name, dictionary()[name]) for name in sorted(names)],
    }


def _resource(name: str, table: Table) -> dict:
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "description": f"{table.meaning.en} / {table.meaning.zh}",
        "schema": {
            "fields": [_field(one, column) for one, column in table.columns.items()],
            "primaryKey": list(table.keys),
        },
    }


def _field(name: str, column: Column) -> dict:
    limits = {
        "required": column.required or None,
        "enum": list(column.values),
        "pattern": column.pattern,
        "minimum": column.minimum,
    }
    return {
        "name": name,
        "type": column.type,
        "description": f"{column.meaning.en} / {column.meaning.zh}",
        "constraints": {key: one for key, one in limits.items() if one not in ([], "", None)},
    }
