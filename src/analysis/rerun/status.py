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
    yield from _last()
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
    notebooks = paths.SITE / "notebooks"
    made, failed = (len(list(notebooks.glob(name))) for name in ("*.html", "*.failed.ipynb"))
    return f"{made} stand, {failed} failed in the last run"


def _last() -> Iterator[str]:
    last = record.read()
    if not last:
        yield "last run: none"
        return
    means = MEANING[last.code]
    yield f"last run: from {last.began} to {last.ended}, status {last.code} ({means})"
    yield from (f"  {line}" for _, line in last.reasons)


def _going_on() -> str:
    if lock.is_free():
        cut_short = lock.holder()
        return f"no; {cut_short} was cut short" if cut_short else "no"
    return lock.holder()
