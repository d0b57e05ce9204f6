"""Tables in files of their own beside a report (附件): whose they are, and one text of all."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from analysis.codebook.divisions import Divisions
from analysis.codebook.titles import is_attached
from analysis.documents.clues import Clues
from analysis.documents.dates import years
from analysis.documents.recognition import recognise
from analysis.errors import UnrecognisedError
from analysis.records import Document, Report, Table


def owners(
    table: Document,
    row: Mapping[str, str],
    reports: Iterable[tuple[Document, Report]],
    divisions: Divisions,
) -> list[str]:
    """Return the files of the reports that a file can be an attachment of.

    Its row of ``sources.csv`` may name one by its ``report_id``. Otherwise it is a table beside
    the report whose title names the same body and year, or one named like the report's file
    whose title contradicts neither.

    Parameters
    ----------
    table : Document
        That is no report.
    row : mapping of str to str
        The file's row of ``sources.csv``, possibly empty.
    reports : iterable of Document and Report
        Those read.
    divisions : Divisions
        The official divisions.
    """
    if stated := row.get("report_id", "").strip():
        return [document.file for document, report in reports if report.report_id == stated]
    if not is_table(table):
        return []
    beside = [one for one in reports if _folder(one[0]) == _folder(table)]
    told = _told(table, row, divisions)
    if told:
        return [document.file for document, report in beside if report.report_id == told]
    named = [one for one in beside if is_attached(_stem(table), _stem(one[0]))]
    return [
        document.file
        for document, report in named
        if not _contradicts(table, row, report, divisions)
    ]


def is_table(document: Document) -> bool:
    """Tell whether a file holds little but tables."""
    lengths = [(p.kind == "table", p.end - p.start) for p in document.passages]
    return 2 * sum(length for within, length in lengths if within) > sum(n for _, n in lengths)


def _told(table: Document, row: Mapping[str, str], divisions: Divisions) -> str:
    """Return the report that a table says it belongs to, empty where it does not say so."""
    try:
        return recognise(table, row, divisions).report_id
    except UnrecognisedError:
        return ""


def _contradicts(
    table: Document, row: Mapping[str, str], report: Report, divisions: Divisions
) -> bool:
    """Tell whether the title of a table names another body or year than a report."""
    stated = years(Clues(table).title)
    if stated and report.year not in stated:
        return True
    told = _told(table, {"year": str(report.year)} | row, divisions)
    return told not in ("", report.report_id)


def _folder(document: Document) -> PurePosixPath:
    return PurePosixPath(document.file).parent


def _stem(document: Document) -> str:
    return PurePosixPath(document.file).stem


def joined(main: Document, attached: Iterable[Document]) -> Document:
    """Return a report with its attachments behind it, as one clean text."""
    for one in attached:
        text = main.text if main.text.endswith("\n") else main.text + "\n"
        by = len(text)
        main = main._replace(
            text=text + one.text,
            passages=main.passages + tuple(_moved(passage, by) for passage in one.passages),
            tables=main.tables + tuple(_table_moved(table, by) for table in one.tables),
            attachments=(*main.attachments, one.passages[0].start + by),
            pictures=main.pictures + one.pictures,
        )
    return main


def _table_moved(table: Table, by: int) -> Table:
    return _moved(table, by)._replace(cells=tuple(_moved(cell, by) for cell in table.cells))


def _moved(part, by: int):
    return part._replace(start=part.start + by, end=part.end + by)
