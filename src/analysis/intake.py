"""A raw file, or a report with its attachments, is taken in (读入): only when something changed."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from joblib import Memory

from analysis import documents, facts, paths
from analysis.codebook.divisions import divisions
from analysis.codebook.reasons import reason
from analysis.errors import DocumentError, UnreadableError
from analysis.records import Document, Facts, Report

_STATUS = {True: "unreadable", False: "unrecognised"}


@dataclass(frozen=True)
class Intake:
    """What became of one raw file: a report with its facts, a part of one, or why it is neither.

    Attributes
    ----------
    file, status, reason : str
        As in ``reports.csv``.
    document : Document or None
        None where the file is unreadable.
    report, facts : Report and Facts, or None
        A part of a report has no facts of its own.
    part_of : str
        The file of the report that it is an attachment of, empty where it is none.
    """

    file: str
    status: str
    reason: str = ""
    document: Document | None = None
    report: Report | None = None
    facts: Facts | None = None
    part_of: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether what the file says is in no report: a duplicate is in the one read before."""
        return self.status not in ("read", "duplicate")


def absent(file: str) -> Intake:
    """Return what to say of a file that only ``sources.csv`` names."""
    return Intake(file, "unreadable", reason("absent"))


def take_in(path: Path, raw: Path, row: Mapping[str, str]) -> Intake:
    """Take in one file, from the cache where bytes, row, code and codebook are unchanged.

    Parameters
    ----------
    path, raw : Path
        The file, and the folder that its name is relative to.
    row : mapping of str to str
        Its row of ``sources.csv``, possibly empty.
    """
    file = path.relative_to(raw).as_posix()
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return Intake(file, "unreadable", reason("not_opened", error=error.strerror))
    read = _memory().cache(_read_file, ignore=["path", "raw"])
    return read(path, raw, file, digest, dict(row), fingerprint())


def _read_file(path: Path, raw: Path, file: str, digest: str, row: dict, code: str) -> Intake:
    """Read, recognise and extract one file; `digest` and `code` are there for the cache's key."""
    document = None
    try:
        document = documents.read(path, raw)
        report = documents.recognise(document, row, divisions())
        return _extracted(Intake(file, "read", "", document, report))
    except DocumentError as error:
        return Intake(file, _STATUS[isinstance(error, UnreadableError)], str(error), document)


def take_in_whole(main: Intake, attached: Sequence[Document]) -> Intake:
    """Take in a report with its attachments, from the cache where all of them are unchanged.

    Parameters
    ----------
    main : Intake
        The report as its own file has it.
    attached : sequence of Document
        In the order in which they follow it.
    """
    read = _memory().cache(_read_whole, ignore=["main", "attached"])
    digests = [(one.file, one.sha256) for one in (main.document, *attached)]
    return read(main, attached, digests, main.report, fingerprint())


def _read_whole(
    main: Intake, attached: Sequence[Document], digests: list, report: Report, code: str
) -> Intake:
    """Join and extract; `digests`, `report` and `code` are there for the cache's key."""
    return _extracted(replace(main, document=documents.joined(main.document, attached)))


def _extracted(intake: Intake) -> Intake:
    found = facts.extract(intake.document, intake.report)
    return replace(intake, report=intake.report._replace(form=found.form), facts=found)


def _memory() -> Memory:
    return Memory(paths.CACHE / "reports", verbose=0)


@cache
def fingerprint() -> str:
    """Return a digest of code and codebook: what is read anew when they change."""
    package = Path(__file__).resolve().parent
    files = sorted(p for p in package.rglob("*") if p.suffix in {".py", ".yaml", ".csv"})
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
