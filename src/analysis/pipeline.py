"""Raw reports become processed tables (流程): all files of a folder, one report each or a part."""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd
from joblib import Parallel, delayed
from tqdm import tqdm

from analysis import decisions, documents, paths, tables
from analysis.checks import findings
from analysis.codebook.divisions import divisions
from analysis.codebook.reasons import reason
from analysis.codebook.titles import names_table
from analysis.documents.decoding import decode
from analysis.errors import TableError
from analysis.intake import Intake, absent, take_in, take_in_whole
from analysis.measures import measure
from analysis.records import Document, Report
from analysis.values import values

_IGNORED = re.compile(r"README.*|\..*|~\$.*", re.IGNORECASE)
SOURCE_COLUMNS = (
    "file", "report_id", "body", "province", "level", "adcode", "year", "title", "publisher",
    "url", "published", "retrieved", "sha256", "note",
)  # fmt: skip


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
    given, decided = _sources(raw), decisions.read(decisions.folder_of(raw))
    files = list(_files(raw))
    tasks = (delayed(take_in)(path, raw, given.get(_name(path, raw), {})) for path in files)
    results = Parallel(n_jobs=jobs if len(files) > 1 else 1, return_as="generator")(tasks)
    shown = tqdm(results, total=len(files), desc="reports", unit="report", disable=None)
    missing = sorted(set(given) - {_name(path, raw) for path in files})
    unlike = _unlike([*shown, *map(absent, missing)])
    parts = _unlike([_attached(one, given.get(one.file, {}), unlike) for one in unlike])
    intakes = _numbered(_complete(parts, jobs))
    content = _tables(intakes, *decided)
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


# All of them -------------------------------------------------------------------------------------


def _unlike(intakes: list[Intake]) -> list[Intake]:
    """Mark texts read before as duplicates."""
    first: dict[str, str] = {}
    return [_placed(intake, first) for intake in intakes]


def _placed(intake: Intake, first: dict[str, str]) -> Intake:
    if intake.status != "read":
        return intake
    words = "".join(intake.document.text.split())
    file = first.setdefault(words, intake.file)
    if file == intake.file:
        return intake
    return Intake(intake.file, "duplicate", reason("duplicate", file=file), intake.document)


def _numbered(intakes: list[Intake]) -> list[Intake]:
    """Give other texts of one body and year a number, and attachments the report they are of."""
    seen: Counter[str] = Counter()
    reports: dict[str, Report] = {}
    for intake in _read(intakes):
        name = intake.report.report_id
        seen[name] += 1
        number = f"-{seen[name]}" if seen[name] > 1 else ""
        reports[intake.file] = intake.report._replace(report_id=name + number)
    return [replace(i, report=reports.get(i.part_of or i.file)) for i in intakes]


# Attachments -------------------------------------------------------------------------------------


def _attached(intake: Intake, row: Mapping[str, str], intakes: Iterable[Intake]) -> Intake:
    """Make a table that is no report of its own a part of its report, or say why it is none."""
    if not _may_be_part(intake):
        return intake
    reports = [(i.document, i.report) for i in _read(intakes) if not _may_be_part(i)]
    found = documents.owners(intake.document, row, reports, divisions())
    if len(found) == 1:
        whose = reason("attachment", file=found[0])
        return Intake(intake.file, "read", whose, intake.document, part_of=found[0])
    if found or (intake.status == "unrecognised" and documents.is_table(intake.document)):
        several = reason("unowned_several", files=", ".join(found))
        why = several if found else reason("unowned")
        return replace(intake, status="unrecognised", reason=why, report=None)
    return intake


def _may_be_part(intake: Intake) -> bool:
    titled = intake.status == "read" and names_table(intake.report.title)
    return titled or intake.status == "unrecognised"


def _complete(intakes: list[Intake], jobs: int) -> list[Intake]:
    """Read reports that have attachments anew, with them."""
    parts: dict[str, list[Document]] = defaultdict(list)
    for intake in intakes:
        if intake.part_of:
            parts[intake.part_of].append(intake.document)
    mains = [intake for intake in intakes if intake.file in parts]
    tasks = (delayed(take_in_whole)(main, parts[main.file]) for main in mains)
    whole = {i.file: i for i in Parallel(n_jobs=jobs if len(mains) > 1 else 1)(tasks)}
    return [whole.get(intake.file, intake) for intake in intakes]


# Tables ------------------------------------------------------------------------------------------


def _read(intakes: Iterable[Intake]) -> list[Intake]:
    """Return the reports, without the files that are parts of them."""
    return [intake for intake in intakes if intake.status == "read" and not intake.part_of]


def _tables(intakes: list[Intake], corrections: pd.DataFrame, verdicts: pd.DataFrame) -> dict:
    """Return every processed table by name."""
    reports = tables.frame("reports", (_report_row(intake) for intake in intakes))
    content = {"reports": reports}
    for name, records in _RECORDS.items():
        rows = (row for i in _read(intakes) for row in tables.rows(name, i.report, records(i)))
        content[name] = tables.frame(name, rows)
    observations = decisions.correct(content["observations"], corrections)
    facts_read = {i.report.report_id: i.facts for i in _read(intakes)}
    found = findings(observations, reports, facts_read)
    content |= {"observations": observations, "findings": decisions.judge(found, verdicts)}
    content["values"] = values(observations, reports)
    content |= {"corrections": corrections, "verdicts": verdicts}
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
    return row | (intake.report._asdict() if intake.report else {})
