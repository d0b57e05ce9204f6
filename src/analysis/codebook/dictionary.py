"""The data dictionary (数据字典): every column of every published table, described once."""

from functools import cache
from typing import Any, Literal

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
    place : bool
        Says where something stands in a text, and is another when the text shifts.
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
    place: bool = False
    meaning: Label

    @property
    def coded(self) -> str:
        """The list of ids that it holds one of; empty when it holds none."""
        return self.allowed if isinstance(self.allowed, str) else ""

    @property
    def values(self) -> tuple[str, ...]:
        """The values that may stand in it; empty when any may."""
        return tuple(_IDS[self.coded]()) if self.coded else self.allowed


class Table(BaseModel):
    """A published table.

    Attributes
    ----------
    meaning : Label
        What a row is.
    keys : tuple of str
        Columns by which rows are told apart and sorted.
    again : tuple of str
        Columns by which a row is known again after a change, where they are not `keys` without
        places.
    order : tuple of pairs of str
        Columns, the first of which never exceeds the second.
    columns : dict of str to Column
        In the order in which they are written.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    meaning: Label
    keys: tuple[str, ...]
    again: tuple[str, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    columns: dict[str, Column]

    @model_validator(mode="after")
    def _columns_exist(self) -> "Table":
        named = {*self.keys, *self.again}
        unknown = named.union(*self.order) - set(self.columns)
        if unknown:
            raise ValueError(f"keys, again or order name no column: {', '.join(sorted(unknown))}")
        return self

    @property
    def identity(self) -> tuple[str, ...]:
        """Columns by which a row is known again when a value changes or the text shifts."""
        return self.again or tuple(one for one in self.keys if not self.columns[one].place)


@cache
def dictionary() -> dict[str, Table]:
    """Return every table by name.

    Examples
    --------
    >>> list(dictionary()["passages"].columns)
    ['report_id', 'start', 'end', 'kind', 'level', 'label']
    """
    return load("dictionary", dict[str, Table])


def codes() -> dict[str, dict[str, Any]]:
    """Return every list of ids that a column may hold, each id with its ``label``.

    Examples
    --------
    >>> codes()["indicators"]["channel.website"].label.zh
    '政府网站公开政府信息数'
    """
    return {name: ids() for name, ids in _IDS.items()}
