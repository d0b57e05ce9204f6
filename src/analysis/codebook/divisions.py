"""Official divisions (行政区划) by year: which places bore a name when a report was written."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from analysis import paths
from analysis.errors import CodebookError

COLUMNS = ("adcode", "name", "level", "province", "prefecture", "since", "until", "english")
LEVELS = ("province", "prefecture", "county")


@dataclass(frozen=True, slots=True)
class Division:
    """A place under one name.

    Attributes
    ----------
    adcode, name, level, province, prefecture, english : str
        Names of the divisions above it are empty where there are none.
    since, until : int
        First and last year of the name with this code; a far year where it still holds.
    """

    adcode: str
    name: str
    level: str
    province: str
    prefecture: str
    since: int
    until: int
    english: str

    def bears_name_in(self, year: int) -> bool:
        """Tell whether the name held in `year`."""
        return self.since <= year <= self.until

    @property
    def parent(self) -> str:
        """Name of the prefecture above it, else of the province."""
        return self.prefecture or ("" if self.province == self.name else self.province)


class Divisions:
    """Places by name and year.

    Parameters
    ----------
    places : iterable of Division
        In any order.
    """

    def __init__(self, places: Iterable[Division]) -> None:
        self._by_name: dict[str, list[Division]] = defaultdict(list)
        for place in places:
            self._by_name[place.name].append(place)
        self._longest = max(map(len, self._by_name), default=0)

    def named(self, name: str, year: int) -> tuple[Division, ...]:
        """Return the places so named in `year`.

        A report is published in the spring after its year, sometimes under a new name: where
        no place bore the name in `year`, those of the year after are returned.
        """
        places = self._by_name.get(name, ())
        for asked in (year, year + 1):
            if found := tuple(place for place in places if place.bears_name_in(asked)):
                return found
        return ()

    def ever_named(self, name: str) -> tuple[Division, ...]:
        """Return the places so named in any year."""
        return tuple(self._by_name.get(name, ()))

    def names(self) -> Iterable[str]:
        """Return the names of all places in all years."""
        return self._by_name.keys()

    def name_at(self, text: str, start: int = 0) -> str:
        """Return the longest name of any year that stands at `start`, empty where none does."""
        for end in range(min(start + self._longest, len(text)), start + 1, -1):
            if text[start:end] in self._by_name:
                return text[start:end]
        return ""


@cache
def divisions() -> Divisions:
    """Return the official divisions since 2007.

    Examples
    --------
    >>> [place.adcode for place in divisions().named("乐陵市", 2017)]
    ['371481']
    >>> sorted(place.parent for place in divisions().named("鼓楼区", 2017))
    ['南京市', '开封市', '徐州市', '福州市']
    """
    path = paths.CODEBOOK / "divisions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise CodebookError(f"{path.name}: columns are {rows.fieldnames}, not {list(COLUMNS)}.")
        return Divisions([_division(path.name, rows.line_num, row) for row in rows])


def _division(file: str, line: int, row: dict[str, str]) -> Division:
    try:
        span = {"since": int(row["since"] or 0), "until": int(row["until"] or 9999)}
        if row["level"] not in LEVELS:
            raise ValueError(f"level {row['level']!r} is none of {LEVELS}")
        return Division(**{**row, **span})
    except (TypeError, ValueError) as error:
        raise CodebookError(f"{file}, line {line}: {error}. Mend the line.") from error
