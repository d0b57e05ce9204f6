"""Tables of the national forms as offices fill them in, each figure told apart by its value."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from analysis.codebook.forms import Form, Line, Part, forms, indicator
from analysis.documents.parts import Grid, GridCell, assemble
from analysis.facts.forms import Filled, read_form
from analysis.records import Report

# Of each cell: indicator, applicant, and the place in the grid.
Key = tuple[str, str]


def report(year: int, level: str = "prefecture") -> Report:
    """A report of a body that nothing else is known of."""
    return Report(f"某市-{year}", "某市", "", "", level, "", year, "", "", "", "prose")


def filled(grid: Grid, year: int = 2022, level: str = "prefecture") -> Filled:
    """What is read in a table."""
    made = assemble([grid])
    return read_form(made.tables[0], made.text, report(year, level))


def values(found: Filled) -> dict[Key, float]:
    """The values of a table, by indicator and applicant."""
    return {(o.indicator, o.applicant): o.value for o in found.observations}


def requests(form: str, figure: Callable[[int], str] = str) -> tuple[Grid, dict[Key, str]]:
    """The matrix of requests as printed, its figures numbered from 1, and what each cell holds."""
    part = forms()[form].parts["requests"]
    head = [
        GridCell(
            0, 0, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3
        ),
        GridCell(0, 3, "申请人情况", 1, 7),
        GridCell(1, 3, "自然人", 2, 1),
        GridCell(1, 4, "法人或其他组织", 1, 5),
        GridCell(1, 9, "总计", 2, 1),
        *(GridCell(2, 4 + i, line.label) for i, line in enumerate(part.columns[1:6])),
    ]
    held = {}
    body = []
    for row, line in enumerate(leaves(part), start=3):
        body.append(GridCell(row, len(line.within), line.label, 1, 3 - len(line.within)))
        for place, column in enumerate(part.columns):
            words = figure(len(held) + 1)
            held[indicator(line.key, column.key), column.applicant] = words
            body.append(GridCell(row, 3 + place, words))
    return Grid((*head, *_groups(part), *body)), held


def leaves(part: Part) -> list[Line]:
    """The rows of a part that hold figures, in order."""
    return [line for line in part.rows if line.key]


def _groups(part: Part) -> Iterator[GridCell]:
    """The labels that stand beside several rows."""
    rows = leaves(part)
    for depth in (0, 1):
        named = dict.fromkeys(line.within[depth] for line in rows if len(line.within) > depth)
        for label in named:
            places = [i for i, line in enumerate(rows) if label in line.within]
            yield GridCell(3 + places[0], depth, label, len(places), 1)


def appeals(form: str = "form_2021") -> tuple[Grid, dict[Key, str]]:
    """The table of appeals as printed, its figures numbered from 1."""
    part = forms()[form].parts["appeals"]
    head = [
        GridCell(0, 0, "行政复议", 1, 5),
        GridCell(0, 5, "行政诉讼", 1, 10),
        *(GridCell(1, i, line.label, 2, 1) for i, line in enumerate(part.columns[:5])),
        GridCell(1, 5, "未经复议直接起诉", 1, 5),
        GridCell(1, 10, "复议后起诉", 1, 5),
        *(GridCell(2, 5 + i, line.label) for i, line in enumerate(part.columns[5:])),
    ]
    figures = [GridCell(3, i, str(i + 1)) for i in range(len(part.columns))]
    held = {(line.key, ""): str(i + 1) for i, line in enumerate(part.columns)}
    return Grid((*head, *figures)), held


def disclosures(form: str) -> tuple[Grid, dict[Key, str]]:
    """The tables of section 二 as one grid, as the forms print them."""
    known, width = forms()[form], max(len(p.columns) for p in _small(forms()[form]))
    cells, held, row = [], {}, 0
    for part in _small(known):
        cells.append(GridCell(row, 0, "信息内容"))
        cells += _spread(row, [line.label for line in part.columns], width)
        for line in leaves(part):
            row += 1
            words = [str(len(held) + i + 1) for i in range(len(part.columns))]
            if line.key == "procurement":
                words[-1] += "元"  # the form leaves the unit to the cell
            cells.append(GridCell(row, 0, line.label))
            cells += _spread(row, words, width)
            held |= {
                (indicator(line.key, column.key), ""): word
                for column, word in zip(part.columns, words, strict=True)
            }
        row += 1
    return Grid(tuple(cells)), held


def _small(form: Form) -> list[Part]:
    return [part for name, part in form.parts.items() if name not in ("requests", "appeals")]


def _spread(row: int, words: list[str], width: int) -> Iterator[GridCell]:
    """Cells of one row, the last one merged over what is left of the width."""
    for i, word in enumerate(words):
        span = width - i if i == len(words) - 1 else 1
        yield GridCell(row, 1 + i, word, 1, span)


def statistics(columns: tuple[str, ...] = ("统计数",)) -> tuple[Grid, dict[Key, str]]:
    """The form of 2014 as printed, its figures numbered row by row; held is the first column."""
    rows = forms()["form_2014"].parts["statistics"].rows
    cells = [GridCell(0, i, words) for i, words in enumerate(("统计指标", "单位", *columns))]
    held = {}
    for row, line in enumerate(rows, start=1):
        unit = "件" if line.key else "——"
        cells += [GridCell(row, 0, line.label), GridCell(row, 1, unit)]
        for i in range(len(columns)):
            words = str(len(held) + 1 + 1000 * i) if line.key else "——"
            cells.append(GridCell(row, 2 + i, words))
        if line.key:
            held[line.key, ""] = str(len(held) + 1)
    return Grid(tuple(cells)), held


def changed(grid: Grid, change: Callable[[GridCell], GridCell | None]) -> Grid:
    """A table with each cell changed, or left out."""
    cells = (change(cell) for cell in grid.cells)
    return replace(grid, cells=tuple(cell for cell in cells if cell))


def numbers(held: dict[Key, str], without: Iterable[Key] = ()) -> dict[Key, float]:
    """What has to be read: every figure as a number."""
    read = {key: words for key, words in held.items() if words and key not in without}
    return {key: float(words.removesuffix("元")) for key, words in read.items()}
