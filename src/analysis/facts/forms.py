"""National tables become observations (国家统一表式的读取)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.codebook.cells import cells
from analysis.codebook.forms import Form, forms
from analysis.codebook.indicators import indicators
from analysis.facts.cells import Said, said, unit_in
from analysis.facts.layout import Layout
from analysis.facts.meant import meant_for
from analysis.facts.placing import Placed, place
from analysis.facts.quantities import ARABIC, Amount
from analysis.facts.scoping import ALL, Scope
from analysis.facts.view import view
from analysis.records import (
    Cell,
    FormCell,
    Numeral,
    Observation,
    Refusal,
    Report,
    Table,
)

_DIGITS = re.compile(r"\d(?:.*\d)?", re.DOTALL)
_RUN = re.compile(rf"(?:{ARABIC})[%‰]?")


@dataclass(frozen=True, slots=True)
class Filled:
    """What a table of a form says.

    Attributes
    ----------
    form : str
        Its name, empty where the table is of no form.
    observations : tuple of Observation
        Its numbers, without section.
    cells : tuple of FormCell
        Every cell of the form, and every figure that was not placed.
    refusal : Refusal or None
        Why it was not read although it is meant for a form.
    """

    form: str = ""
    observations: tuple[Observation, ...] = ()
    cells: tuple[FormCell, ...] = ()
    refusal: Refusal | None = None


def read_form(table: Table, text: str, report: Report, scope: Scope = ALL) -> Filled:
    """Read a table as that of a national form.

    Parameters
    ----------
    table : Table
    text : str
        The clean text.
    report : Report
        Its level decides what 县级 at the head of a column means; its year which of two forms
        that fit equally well is meant.
    scope : Scope
        That the caption states; a column of its own scope overrides it.
    """
    layout = Layout(table, text)
    found = {name: place(layout, form, report.level) for name, form in forms().items()}
    name = max(found, key=lambda one: (len(found[one]), _is_of(forms()[one], report.year)))
    if not found[name]:
        return Filled(refusal=_refusal(layout))
    placed = [one if one.scope != ALL else replace(one, scope=scope) for one in found[name]]
    read = [(one, _reading(layout, one)) for one in placed]
    return Filled(
        name,
        tuple(_observation(layout, *one) for one in read if one[1].kind == "number"),
        (*(_form_cell(layout, name, *one) for one in read), *_left(layout, name, placed)),
    )


def _is_of(form: Form, year: int) -> bool:
    return form.years.since <= year <= (form.years.until or year)


def _reading(layout: Layout, one: Placed) -> Said:
    """Return what a cell says in the unit of its indicator; what cannot be one is but text."""
    words, unit = layout.words(one.cell), indicators()[one.indicator].unit
    found = said(words, signed=one.indicator.rpartition(".")[2] in cells().signed)
    if found.kind != "number":
        return found
    if unit in cells().money:
        written = found.unit or _unit_beside(layout, one)
        times = cells().money.get(written, 0) / cells().money[unit]
        return replace(found, amount=_times(found.amount, times)) if times else Said("text")
    countable = found.unit not in cells().money and not found.amount.value % 1
    return found if countable else Said("text")


def _unit_beside(layout: Layout, one: Placed) -> str:
    """Return the unit that the labels of a cell name, else the one that the form prints."""
    labels = [*layout.left_of(one.cell.row, one.cell.column)[::-1]]
    labels += layout.above(one.cell.row, one.cell.column)[::-1]
    named = (unit_in(layout.words(cell)) for cell in labels)
    return next(filter(None, named), cells().printed.get(one.indicator, ""))


def _times(amount: Amount, times: float) -> Amount:
    ends = (None if end is None else float(end) * times for end in (amount.lower, amount.upper))
    return Amount(round(float(amount.value) * times, 6), *ends, amount.qualifier)


def _observation(layout: Layout, one: Placed, found: Said) -> Observation:
    start, end = _figure(layout, one.cell)
    return Observation(
        one.indicator, one.applicant, one.scope.kind, one.scope.name,
        *found.amount.floats, found.amount.qualifier,
        indicators()[one.indicator].unit, "table",
        layout.line(one.cell.row), start, end, "",
    )  # fmt: skip


def _figure(layout: Layout, cell: Cell) -> tuple[int, int]:
    """Return where the digits of a cell stand, the whole cell where it has none (三)."""
    match = _DIGITS.search(layout.words(cell))
    return (
        (cell.start + match.start(), cell.start + match.end()) if match else (cell.start, cell.end)
    )


def _form_cell(layout: Layout, form: str, one: Placed, found: Said) -> FormCell:
    return FormCell(
        form, one.indicator, one.applicant, one.scope.kind, one.scope.name, found.kind,
        layout.words(one.cell), one.cell.start, one.cell.end,
    )  # fmt: skip


def _left(layout: Layout, form: str, placed: list[Placed]) -> Iterator[FormCell]:
    """Yield the figures that are no cell of the form: local rows, columns of subtotals."""
    known = {one.cell for one in placed}
    for cell in layout.table.cells:
        words = layout.words(cell)
        if cell not in known and cell.column and said(words).kind == "number":
            yield FormCell(form, "", "", "", "", "number", words, cell.start, cell.end)


def _refusal(layout: Layout) -> Refusal | None:
    """Return why a table is not read whose labels are those of a form, None where they are not."""
    form, labels = meant_for(layout.words(cell) for cell in layout.table.cells)
    return Refusal(layout.table.start, layout.table.end, form, labels) if form else None


def numerals_of(cell: FormCell, text: str) -> list[Numeral]:
    """Return the numerals of a cell of a form: an indicator where it is a value of the form."""
    is_value = bool(cell.indicator) and cell.says == "number"
    kind = "indicator" if is_value else "quantity"
    meaning = f"{cell.indicator}@{cell.scope_name or cell.scope}" if is_value else ""
    seen = view(text, cell.start, cell.end)
    spans = (seen.span(run.start(), run.end()) for run in _RUN.finditer(seen.text))
    return [Numeral(start, end, text[start:end], kind, meaning) for start, end in spans]
