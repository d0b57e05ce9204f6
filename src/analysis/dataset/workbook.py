"""One workbook for people: what it is, the dictionary, and a sheet a table."""

import io
from collections.abc import Iterator, Mapping
from datetime import datetime

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook, Worksheet

from analysis import tables
from analysis.codebook.citation import citation
from analysis.codebook.dataset import dataset
from analysis.codebook.dictionary import dictionary
from analysis.codebook.indicators import Label

MADE = datetime(2000, 1, 1)  # a date of its own, or the bytes would differ on each run
LONGEST = 16_000  # characters: a cell holds 32,767 halves of a character
ROWS = 1_048_576 - 2  # rows that a sheet holds below its two heads
WIDTHS = (8, 48)  # in characters of Latin letters
WORDS = 66  # Latin letters in a line of the first sheet
LINE = 15  # points
SAMPLE = 200  # rows that a width is taken from
STYLES = {
    "title": {"bold": True, "font_size": 16},
    "head": {"bold": True, "bg_color": "#DDE6ED", "border": 1, "valign": "top"},
    "meaning": {"text_wrap": True, "valign": "top", "font_color": "#444444", "font_size": 9},
    "words": {"text_wrap": True, "valign": "top"},
}


def to_xlsx(content: Mapping[str, pd.DataFrame]) -> bytes:
    """Return tables as a workbook whose text is text and is never run as a formula.

    Parameters
    ----------
    content : mapping of str to DataFrame
        Tables of the dictionary by name, as `tables.read` gives them.

    Returns
    -------
    bytes
        The same for the same tables.
    """
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": MADE, "title": citation().title})
        styles = {name: book.add_format(style) for name, style in STYLES.items()}
        _about(book.add_worksheet("about"), content, styles)
        needed = tables.described()["required"].map({True: "是 yes", False: ""})
        described = tables.described().assign(required=needed)
        _rows(book.add_worksheet("dictionary"), 0, described, styles)
        _rows(book.add_worksheet("codes"), 0, tables.coded(), styles)
        for name in filter(lambda one: _has_sheet(one, content[one]), content):
            _table(book, name, content[name], styles)
    return made.getvalue()


def _has_sheet(name: str, content: pd.DataFrame) -> bool:
    return name not in dataset().workbook.left_out and len(content) <= ROWS


# The first sheet ----------------------------------------------------------------------------------


def _about(sheet: Worksheet, content: Mapping[str, pd.DataFrame], styles: dict) -> None:
    """Write what the workbook is, and which sheets it has and has not."""
    _write(sheet, 0, 0, dataset().title, styles["title"])
    for row, (head, name, words) in enumerate(_lines(content), start=2):
        _write(sheet, row, 0, f"{head.zh} {head.en}", styles["head"])
        _write(sheet, row, 1, name, styles["words"])
        _write(sheet, row, 2, words.zh, styles["words"])
        _write(sheet, row, 3, words.en, styles["words"])
        # not every program makes rows as high as their words
        sheet.set_row(
            row, LINE * max(-(-_letters(one) // WORDS) for one in (words.zh, words.en, " "))
        )
    for column, width in enumerate((22, 16, WORDS + 4, WORDS + 4)):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    _on_paper(sheet)


def _lines(content: Mapping[str, pd.DataFrame]) -> Iterator[tuple[Label, str, Label]]:
    """Yield heading, name and words of each line."""
    ours, cited, words = dataset(), citation(), dataset().workbook
    yield words.heads["title"], "", Label(zh=ours.title, en=cited.title)
    yield words.heads["version"], cited.version, Label(zh="", en="")
    yield words.heads["licence"], cited.licence, Label(zh="", en=ours.licences[cited.licence])
    yield words.heads["citation"], "", Label(zh="", en=cited.words)
    yield words.heads["description"], "", ours.description
    yield from ((words.heads["sources"], "", one) for one in ours.sources)
    for note in words.notes:
        yield words.heads["note"], "", _filled(note, limit=f"{LONGEST:,}", cut=words.cut)
    yield from ((words.heads["sheet"], name, one) for name, one in words.sheets.items())
    for name, table in content.items():
        there = _has_sheet(name, table)
        said, head = (words.present, "sheet") if there else (words.absent, "left_out")
        yield (
            words.heads[head],
            name,
            _filled(said, rows=f"{len(table):,}", meaning=dictionary()[name].meaning),
        )


def _filled(words: Label, **values: object) -> Label:
    return Label(zh=words.zh.format(**values), en=words.en.format(**values))


# Tables -------------------------------------------------------------------------------------------


def _table(book: Workbook, name: str, content: pd.DataFrame, styles: dict) -> None:
    """Write a table of the dictionary, what its columns hold above their names."""
    sheet = book.add_worksheet(name)
    for number, column in enumerate(dictionary()[name].columns.values()):
        _write(sheet, 0, number, column.meaning.zh, styles["meaning"])
    sheet.set_row(0, 48)
    _rows(sheet, 1, content, styles)


def _rows(sheet: Worksheet, head: int, content: pd.DataFrame, styles: dict) -> None:
    for number, name in enumerate(content):
        _write(sheet, head, number, name, styles["head"])
        for row, value in enumerate(content[name].to_numpy(object), start=head + 1):
            _write(sheet, row, number, value)
        sheet.set_column(number, number, _width(name, content[name]))
    last = head + max(len(content), 1)
    sheet.autofilter(head, 0, last, len(content.columns) - 1)
    sheet.freeze_panes(head + 1, 0)
    sheet.repeat_rows(0, head)
    _on_paper(sheet)
    # else every code that is written as text is marked as an error
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})


def _on_paper(sheet: Worksheet) -> None:
    """Print all columns on a page, as many pages long as it needs."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write(
    sheet: Worksheet, row: int, column: int, value: object, style: Format | None = None
) -> None:
    """Write one value; text is never looked into, so that none becomes a formula or a link."""
    if pd.isna(value) or value == "":
        return  # an empty text would be counted as a value
    if isinstance(value, str):
        sheet.write_string(row, column, _fitting(value), style)
    else:
        sheet.write_number(row, column, value, style)


def _fitting(text: str) -> str:
    cut = dataset().workbook.cut
    return text if len(text) <= LONGEST else text[: LONGEST - len(cut)] + cut


def _width(name: str, content: pd.Series) -> int:
    """Return a width that shows most values; a Chinese character takes two letters."""
    shown = [name, *content.head(SAMPLE).dropna().astype(str)]
    needed = max(map(_letters, shown))
    return min(max(needed + 3, WIDTHS[0]), WIDTHS[1])  # 3 for the button of the filter


def _letters(words: str) -> int:
    """Return how wide words are, in Latin letters."""
    return sum(1 + (mark > "\u2e7f") for mark in words)
