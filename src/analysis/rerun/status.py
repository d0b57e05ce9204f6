"""What stands, how the last run ended, and whether another is due (状态)."""

import csv
from collections.abc import Iterator

from analysis import paths
from analysis.rerun import grounds, lock, record
from analysis.rerun.record import MEANING
from analysis.rerun.running import why


def status() -> Iterator[str]:
    """Yield one line on each."""
    yield f"reports: {_reports()}"
    yield f"pages: {_pages()}"
    yield f"last run: {_last()}"
    yield f"running: {_going_on()}"
    yield f"due: {', '.join(why(record.read(), grounds.inputs())) or 'nothing'}"


def _reports() -> str:
    table = paths.PROCESSED / "reports.csv"
    if not table.exists():
        return "no table yet"
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    reports = sum(row["status"] == "read" and not row["reason"] for row in rows)
    unread = sum(row["status"] not in ("read", "duplicate") for row in rows)
    return f"{reports} read, {unread} files not read"


def _pages() -> str:
    made = len(list(paths.SITE.glob("notebooks/*.html")))
    failed = grounds.failed_pages()
    return ", ".join([f"{made} stand, {len(failed)} failed in the last run", *failed])


def _last() -> str:
    last = record.read()
    if not last:
        return "none"
    return f"from {last.began} to {last.ended}, status {last.code} ({MEANING[last.code]})"


def _going_on() -> str:
    if lock.is_free():
        cut_short = lock.holder()
        return f"no; {cut_short} was cut short" if cut_short else "no"
    return lock.holder()
