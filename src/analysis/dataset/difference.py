"""What changed between two states of the data, as somebody who reviews it wants to know it.

A row that only stands elsewhere in its text has moved; a row known again by its identity, with
another value, has changed. Tables are compared as printed, so that a column may be new or gone.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.codebook.dictionary import dictionary

Row = dict[str, str]

TEXTS = "texts"
LINES = 20  # told of a table
SHOWN = 60  # characters of a value
SAYS = ("value", "unit", "state", "status", "says", "text", "kind")  # of a row that is new or gone


@dataclass(frozen=True)
class Difference:
    """How a table differs from what it was.

    Attributes
    ----------
    table : str
        Its name.
    added, removed : tuple of dict
        Rows.
    changed : tuple of pairs of dict
        Rows before and after.
    moved : int
        How many rows only stand at another place of their text.
    columns_added, columns_removed : tuple of str
        Only the columns of both states are compared.
    """

    table: str
    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()
    changed: tuple[tuple[Row, Row], ...] = ()
    moved: int = 0
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()


def load(folder: Path) -> dict[str, pd.DataFrame]:
    """Return the tables of `folder` as printed, and its texts by length and digest."""
    found = {
        path.stem: pd.read_csv(path, dtype=str, na_filter=False, encoding="utf-8")
        for path in sorted(folder.glob("*.csv"))
    }
    texts = [
        (name, str(len(text)), sha256(text.encode()).hexdigest())
        for name, text in tables.texts(folder).items()
    ]
    return found | {TEXTS: pd.DataFrame(texts, columns=["report_id", "characters", "sha256"])}


def compare(
    before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame]
) -> list[Difference]:
    """Return the differences of tables, by name; those that are alike have none.

    Examples
    --------
    >>> old = pd.DataFrame({"report_id": ["新乡市-2016"], "characters": ["8000"]})
    >>> (one,) = compare({"texts": old}, {"texts": old.assign(characters="8001")})
    >>> print(*told(one), sep="\\n")
    texts +0 −0 ~1
      ~ 新乡市-2016: characters 8000 → 8001
    """
    names = sorted({*before, *after})
    each = (_difference(name, before.get(name), after.get(name)) for name in names)
    return [one for one in each if one != Difference(one.table)]


def told(difference: Difference) -> Iterator[str]:
    """Yield a line on a difference as a whole, and one for each row, as far as there is room."""
    yield _in_short(difference)
    know = _identity(difference.table)
    lines = [f"~ {_told_change(*pair, know)}" for pair in difference.changed]
    lines += [f"− {_told_row(row, know)}" for row in difference.removed]
    lines += [f"+ {_told_row(row, know)}" for row in difference.added]
    yield from (f"  {line}" for line in lines[:LINES])
    if len(lines) > LINES:
        yield f"  … {len(lines) - LINES} more"


# Comparing ----------------------------------------------------------------------------------------


def _difference(name: str, before: pd.DataFrame | None, after: pd.DataFrame | None) -> Difference:
    before = after.iloc[:0] if before is None else before
    after = before.iloc[:0] if after is None else after
    shared = [column for column in after if column in before]
    places = _places(name)
    steady = [column for column in shared if column not in places]
    know = [column for column in _identity(name) or shared if column in shared]
    same_place = [column for column in shared if column in places or column in know]
    _, old, new = _paired(_rows(before, shared), _rows(after, shared), shared)
    moved, old, new = _paired(old, new, steady)
    here, old, new = _paired(old, new, same_place)
    again, old, new = _paired(old, new, know)
    return Difference(
        name,
        tuple(new),
        tuple(old),
        tuple(here + again),
        len(moved),
        tuple(column for column in after if column not in before),
        tuple(column for column in before if column not in after),
    )


def _paired(
    before: Iterable[Row], after: Iterable[Row], columns: Iterable[str]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Pair rows that agree in `columns`, in their order, and return the others of both sides."""
    waiting: dict[tuple, deque[Row]] = defaultdict(deque)
    for row in before:
        waiting[_of(row, columns)].append(row)
    pairs, added = [], []
    for row in after:
        alike = waiting[_of(row, columns)]
        if alike:
            pairs.append((alike.popleft(), row))
        else:
            added.append(row)
    return pairs, [row for alike in waiting.values() for row in alike], added


def _rows(content: pd.DataFrame, columns: list[str]) -> list[Row]:
    values = content[columns].to_numpy(object).tolist()  # pandas' own records take twice as long
    return [dict(zip(columns, row, strict=True)) for row in values]


def _of(row: Row, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)


def _identity(name: str) -> tuple[str, ...]:
    if name == TEXTS:
        return ("report_id",)
    return dictionary()[name].identity if name in dictionary() else ()


def _places(name: str) -> set[str]:
    columns = dictionary()[name].columns if name in dictionary() else {}
    return {one for one, column in columns.items() if column.place}


# Telling ------------------------------------------------------------------------------------------


def _in_short(one: Difference) -> str:
    moved = f", {one.moved} moved" if one.moved else ""
    columns = [f"+{name}" for name in one.columns_added]
    columns += [f"−{name}" for name in one.columns_removed]
    renewed = f", columns {' '.join(columns)}" if columns else ""
    counts = f"+{len(one.added)} −{len(one.removed)} ~{len(one.changed)}"
    return f"{one.table} {counts}{moved}{renewed}"


def _told_change(old: Row, new: Row, know: Iterable[str]) -> str:
    changes = (f"{c} {_cut(old[c])} → {_cut(new[c])}" for c in new if old[c] != new[c])
    return f"{_named(new, know)}: {'; '.join(changes)}"


def _told_row(row: Row, know: Iterable[str]) -> str:
    said = " ".join(_cut(row[c]) for c in SAYS if row.get(c) and c not in know)
    return f"{_named(row, know)}: {said}" if said else _named(row, know)


def _named(row: Row, know: Iterable[str]) -> str:
    return " ".join(_cut(row[column]) for column in know or row if row.get(column))


def _cut(value: str) -> str:
    words = " ".join(value.split())
    shown = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
    return shown or "(empty)"
