"""What the tables of a report state, and every number in them (表格的读取)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.facts.accounting import account_of, numerals
from analysis.facts.forms import Filled, numerals_of, read_form
from analysis.facts.scoping import captioned
from analysis.facts.sections import Placed
from analysis.facts.source import Source
from analysis.records import Doubt, Numeral, Observation, Table

_DIGIT = re.compile(r"\d")


class Tabulated(NamedTuple):
    """A table that stands in some section, read as that of a form."""

    source: Source
    placed: Placed
    table: Table
    filled: Filled

    @property
    def observations(self) -> list[Observation]:
        """What it states."""
        path = self.placed.section.path
        return [one._replace(section=path) for one in self.filled.observations]

    @property
    def doubts(self) -> list[Doubt]:
        """What a second reader of the file does not find in it."""
        table = self.table
        return [Doubt(table.start, table.end, table.doubts)] if table.doubts else []

    @property
    def numerals(self) -> Iterator[Numeral]:
        """A row for each number of its cells."""
        text = self.source.text
        figures = {one.start: one for one in self.filled.cells}
        for cell in self.table.cells:
            if cell.start in figures and cell.end > cell.start:
                yield from numerals_of(figures[cell.start], text)
            elif _DIGIT.search(text, cell.start, cell.end):
                passage = self.placed.passage._replace(start=cell.start, end=cell.end)
                placed = self.placed._replace(passage=passage)
                yield from numerals(account_of(placed, self.source))


def tabulated(source: Source, placed: Placed) -> Tabulated:
    """Read the table that a passage of a report is."""
    start = placed.passage.start
    table = next(one for one in source.document.tables if one.start <= start < one.end)
    scope = captioned(placed.caption, source.level)
    return Tabulated(source, placed, table, read_form(table, source.text, source.report, scope))
