"""Write docs/dictionary.md, the data dictionary as a page for people, from the codebook.

Run from the project's folder as ``make dictionary``.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.codebook.dictionary import dictionary

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dictionary.md"
HEAD = """\
<!-- Written by `make dictionary` from src/analysis/codebook; edit the codebook instead. -->
# Data dictionary 数据字典

Every column of every table of the data. An empty cell is not stated and never zero; columns marked
\\* are never empty. Columns that hold ids name the list of [ids](#ids-编号) they are from.

各表的全部列。空单元格表示没有说明，从不表示零；标 \\* 的列从不为空。
取编号的列注明所用的[编号](#ids-编号)表。
"""
COLUMNS = ["column 列", "type 类型", "unit 单位", "meaning", "含义", "values allowed 允许的取值"]
CODES = ["id 编号", "unit 单位", "meaning", "含义"]


def page() -> str:
    """Return the text of the page."""
    columns = tables.described().groupby("table", sort=False)
    parts = [_of_table(name, rows) for name, rows in columns]
    codes = tables.coded().groupby("list", sort=False)
    return "\n".join([HEAD, *parts, "## Ids 编号\n", *(_of_list(*one) for one in codes)])


def _of_table(name: str, rows: pd.DataFrame) -> str:
    table = dictionary()[name]
    keys = ", ".join(f"`{one}`" for one in table.keys)
    said = f"{table.meaning.en}. {table.meaning.zh}。\n\nRows are told apart by 主键: {keys}.\n"
    return "\n".join([f"## {name}\n", said, *_table(COLUMNS, map(_column, rows.itertuples()))])


def _column(row: tuple) -> list[str]:
    name = f"`{row.column}`" + r" \*" * row.required
    coded = row.allowed in set(tables.coded()["list"])
    allowed = f"[{row.allowed}](#ids-of-{row.allowed})" if coded else row.allowed
    return [name, row.type, row.unit, row.meaning_en, row.meaning_zh, allowed]


def _of_list(name: str, rows: pd.DataFrame) -> str:
    lines = ([f"`{row.id}`", row.unit, row.label_en, row.label_zh] for row in rows.itertuples())
    return "\n".join([f"### ids of {name}\n", *_table(CODES, lines)])


def _table(heads: list[str], lines: Iterable[list[str]]) -> Iterator[str]:
    """Yield the lines of a table; a stroke in a cell would end it, a tag would be one."""
    for cells in [heads, ["---"] * len(heads), *lines]:
        yield f"| {' | '.join(_plain(cell) for cell in cells)} |"
    yield ""


def _plain(cell: str) -> str:
    return cell.replace("|", r"\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
