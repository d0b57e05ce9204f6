"""Raw reports become processed tables (流程): every file is read once, and only when it changed."""

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

from joblib import Memory, Parallel, delayed
from tqdm import tqdm

from analysis import documents, facts, paths, tables
from analysis.checks import findings
from analysis.codebook.divisions import divisions
from analysis.documents.decoding import decode
from analysis.errors import DocumentError, TableError, UnreadableError
from analysis.measures import measure
from analysis.records import Document, Facts, Report

_IGNORED = re.compile(r"README.*|\..*|~\$.*", re.IGNORECASE)
SOURCE_COLUMNS = (
    "file", "report_id", "body", "province", "level", "adcode", "year", "title", "publisher",
    "url", "published", "retrieved", "sha256", "note",
)  # fmt: skip
_STATUS = {True: "unreadable", False: "unrecognised"}


@dataclass(frozen=True)
class Intake:
    """What became of one raw file: a report with its facts, or the reason why not."""

    file: str
    status: str
    reason: str = ""
    document: Document | None = None
    report: Report | None = None
    facts: Facts | None = None


def build(raw: Path, out: Path, jobs: int = -1) -> list[Intake]:
    """Read every report below `raw` and write the processed tables to `out`.

    Parameters
    ----------
    raw : Path
        Folder of reports, subfolders included; ``sources.csv`` in it is optional.
    out : Path
        Folder to write, made if needed.
    jobs : int
        Processes at a time; -1 for one per core.

    Returns
    -------
    list of Intake
        One per file, in order of their paths.

    Raises
    ------
    TableError
        When ``sources.csv`` cannot be used, or a table breaks the dictionary.
    """
    if not raw.is_dir():
        raise TableError(f"There is no folder {raw}. Name the folder of reports with --raw.")
    if out.resolve().is_relative_to(raw.resolve()):
        raise TableError(f"{out} is within {raw}: tables would be taken for reports. Move one.")
    given = _sources(raw)
    files = list(_files(raw))
    tasks = (delayed(_take_in)(path, raw, given.get(_name(path, raw), {})) for path in files)
    results = Parallel(n_jobs=jobs if len(files) > 1 else 1, return_as="generator")(tasks)
    shown = tqdm(results, total=len(files), desc="reports", unit="report", disable=None)
    absent = sorted(set(given) - {_name(path, raw) for path in files})
    intakes = _numbered([*shown, *map(_absent, absent)])
    content = _tables(intakes)
    tables.write(out, content, {i.report.report_id: i.document.text for i in _read(intakes)})
    return intakes


def _files(raw: Path) -> Iterator[Path]:
    """Yield the report files below `raw`, without ``README*``, hidden files and ``sources.csv``."""
    for path in sorted(raw.rglob("*")):
        parts = path.relative_to(raw).parts
        ignored = parts == (paths.SOURCES,) or any(_IGNORED.fullmatch(part) for part in parts)
        if path.is_file() and not ignored:
            yield path


def _name(path: Path, raw: Path) -> str:
    return path.relative_to(raw).as_posix()


def _sources(raw: Path) -> dict[str, dict[str, str]]:
    """Return the rows of ``sources.csv`` by file; its text may be UTF-8 or GB18030.

    Raises
    ------
    TableError
        When columns are unknown or missing, or a file has two rows: no correction may be lost.
    """
    path = raw / paths.SOURCES
    if not path.exists():
        return {}
    rows = csv.DictReader(io.StringIO(decode(path.read_bytes())))
    named = rows.fieldnames or []
    if "file" not in named or not set(named) <= set(SOURCE_COLUMNS):
        raise TableError(
            f"{path} has the columns {named}. Separate columns by commas, name one of "
            f"them 'file' and the others as in {', '.join(SOURCE_COLUMNS[1:])}."
        )
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        name = (row["file"] or "").strip()
        if name in found:
            raise TableError(f"{path} has two rows for {name}. Keep one.")
        found[name] = {column: value for column, value in row.items() if column and value}
    return found


# One file ----------------------------------------------------------------------------------------


def _absent(file: str) -> Intake:
    reason = "It has a row in sources.csv, but there is no such file. Correct the name there."
    return Intake(file, "unreadable", reason)


def _take_in(path: Path, raw: Path, row: Mapping[str, str]) -> Intake:
    """Take in one file, from the cache where bytes, row, code and codebook are unchanged."""
    memory = Memory(paths.CACHE / "reports", verbose=0)
    read = memory.cache(_read_file, ignore=["path", "raw"])
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return Intake(_name(path, raw), "unreadable", f"It cannot be opened: {error.strerror}.")
    return read(path, raw, _name(path, raw), digest, dict(row), fingerprint())


def _read_file(path: Path, raw: Path, file: str, digest: str, row: dict, code: str) -> Intake:
    """Read, recognise and extract one file; `digest` and `code` are there for the cache's key."""
    try:
        document = documents.read(path, raw)
        report = documents.recognise(document, row, divisions())
        found = facts.extract(document, report)
        return Intake(file, "read", "", document, replace(report, form=found.form), found)
    except DocumentError as error:
        return Intake(file, _STATUS[isinstance(error, UnreadableError)], str(error))


@cache
def fingerprint() -> str:
    """Return a digest of code and codebook: what is read anew when they change."""
    package = Path(__file__).resolve().parent
    files = sorted(p for p in package.rglob("*") if p.suffix in {".py", ".yaml", ".csv"})
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


# All of them -------------------------------------------------------------------------------------


def _numbered(intakes: list[Intake]) -> list[Intake]:
    """Mark texts read before as duplicates, and number other texts of one body and year."""
    texts: dict[str, str] = {}
    seen: dict[str, int] = {}
    return [_placed(intake, texts, seen) for intake in intakes]


def _placed(intake: Intake, texts: dict[str, str], seen: dict[str, int]) -> Intake:
    if intake.status != "read":
        return intake
    words = "".join(intake.document.text.split())
    first = texts.setdefault(words, intake.file)
    if first != intake.file:
        return Intake(intake.file, "duplicate", f"The same text as {first}.", intake.document)
    report_id = intake.report.report_id
    seen[report_id] = seen.get(report_id, 0) + 1
    if seen[report_id] == 1:
        return intake
    return replace(
        intake, report=replace(intake.report, report_id=f"{report_id}-{seen[report_id]}")
    )


def _read(intakes: Iterable[Intake]) -> list[Intake]:
    return [intake for intake in intakes if intake.status == "read"]


def _tables(intakes: list[Intake]) -> dict:
    """Return every processed table by name."""
    reports = tables.frame("reports", (_report_row(intake) for intake in intakes))
    content = {"reports": reports}
    for name, records in _RECORDS.items():
        rows = (row for i in _read(intakes) for row in tables.rows(name, i.report, records(i)))
        content[name] = tables.frame(name, rows)
    observations = content["observations"]
    refused = {i.report.report_id: i.facts.refusals for i in _read(intakes)}
    content["findings"] = findings(observations, reports, refused)
    content["measures"] = measure(observations, content["printed_shares"], reports)
    return content


_RECORDS = {
    "passages": lambda intake: intake.document.passages,
    "observations": lambda intake: intake.facts.observations,
    "printed_shares": lambda intake: intake.facts.printed_shares,
    "cells": lambda intake: intake.facts.cells,
    "numerals": lambda intake: intake.facts.numerals,
}


def _report_row(intake: Intake) -> dict:
    row = {"file": intake.file, "status": intake.status, "reason": intake.reason}
    if intake.document:
        row |= {"format": intake.document.format, "sha256": intake.document.sha256}
        row |= {"characters": len(intake.document.text)}
    return row | (asdict(intake.report) if intake.report else {})
