"""Web pages made of tables and words, plainly or in the ways in which offices make them."""

import re
from collections.abc import Callable
from html import escape
from itertools import groupby

from analysis.documents.parts import Grid, GridCell

CHARSET = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'


def html_of(grid: Grid, inside: Callable[[str], str] = escape) -> str:
    """A table with its spans; `inside` writes what stands in a cell."""
    rows = groupby(sorted(grid.cells, key=lambda c: (c.row, c.column)), key=lambda cell: cell.row)
    lines = ("".join(_cell(cell, inside(cell.text)) for cell in row) for _, row in rows)
    return f"<table border=1>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _cell(cell: GridCell, inside: str) -> str:
    return f'<td rowspan="{cell.rows}" colspan="{cell.columns}">{inside}</td>'


def page_of(*parts: str, charset: str = "utf-8", head: str = "") -> bytes:
    """A page with navigation around its parts, which says that it is in GB2312."""
    body = "\n".join(parts)
    page = (
        f"<!DOCTYPE html><html><head>{CHARSET}{head}</head><body><nav><a>首页</a> <a>公开</a></nav>"
        f"<div class=main>{body}</div><footer>版权所有：某市人民政府</footer></body></html>"
    )
    return page.encode(charset)


def in_spans(words: str) -> str:
    """Every character of a number in an inline element of its own."""
    return re.sub(r"\d", r"<span lang=EN-US>\g<0></span>", escape(words))


def from_word(words: str) -> str:
    """A cell as a word processor exports it."""
    number = re.sub(
        r"\d+", r"<span lang=EN-US style='font-size:9.0pt'>\g<0><o:p></o:p></span>", words
    )
    return (
        "<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'>\n"
        f"  <span\n  style='font-family:宋体;mso-hansi-font-family:Calibri'>{number}</span></p>\n "
    )


def in_paragraphs(words: str) -> str:
    """Paragraphs in paragraphs, and one that is empty."""
    return f"<div><p><p>{escape(words)}</p></p><p>&nbsp;</p></div>"


def unclosed(words: str) -> str:
    """A paragraph without an end, in elements without one."""
    return f"<p><font><b>{escape(words)}"


def broken(words: str) -> str:
    """A label broken in the middle by a line break."""
    half = len(words) // 2
    if words[:1].isdigit() or half < 2:
        return escape(words)
    return f"{escape(words[:half])}<br />\n   {escape(words[half:])}"
