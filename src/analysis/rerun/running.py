"""A run (重跑): raw reports to tables and tables to the site, where anything changed."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler

from analysis import paths
from analysis.rerun import grounds, record
from analysis.rerun.lock import alone
from analysis.rerun.record import Code, Record

LONGEST = 1_000_000  # bytes of a log, before it makes room for another

log = logging.getLogger(__name__)
Told = tuple[Code, str]


def run(jobs: int = -1) -> Record:
    """Do again what changed since the last run, and tell of it in the log.

    Parameters
    ----------
    jobs : int
        Processes at a time; -1 for one per core.

    Returns
    -------
    Record
        Of this run, or of the last one where nothing changed since.

    Raises
    ------
    BusyError
        When another run is going on.
    AnalysisError, OSError
        When the run cannot be finished; it stays due.
    """
    with alone("run"), _logged():
        last, inputs = record.read(), grounds.inputs()
        due = why(last, inputs)
        if due:
            log.info("run, because of %s", ", ".join(due))
            return _run(inputs, jobs)
        log.info("nothing changed since %s, status %d", last.ended, last.code)
        return last.again()


def why(last: Record | None, inputs: Mapping[str, str]) -> list[str]:
    """Name what makes a run due: what changed since `last`, and pages that failed in it."""
    now = {**inputs, **grounds.outputs()}
    if not last:
        return list(now)
    failed = any(code == Code.FAILED for code, _ in last.told)
    return [*grounds.changed(last.grounds, now), *(["failed pages"] if failed else [])]


def _run(inputs: Mapping[str, str], jobs: int) -> Record:
    begun = Record(record.now())
    try:
        told = [*_logging(_tables(jobs)), *_logging(_site(jobs))]
    except Exception as error:
        reason = Code.ERROR, f"{type(error).__name__}: {error}"
        record.write(begun.over([reason], {}))
        log.exception("stopped, status %d", Code.ERROR)
        raise
    ended = begun.over(told, {**inputs, **grounds.outputs()})
    record.write(ended)
    log.info("done, status %d", ended.code)
    return ended


def _tables(jobs: int) -> Iterator[Told]:
    """Write the tables, and yield what changed in the data, what is not read and what moved."""
    from analysis.dataset import compare, load, told  # heavy: not needed where nothing changed
    from analysis.pipeline import build
    from analysis.rerun.settled import since_accepted

    before = load(paths.PROCESSED)
    intakes = build(paths.RAW, paths.PROCESSED, jobs)
    after = load(paths.PROCESSED)
    yield from ((Code.FINE, f"changed: {next(told(one))}") for one in compare(before, after))
    for one in intakes:
        if one.is_missing:
            yield Code.UNREAD, f"{one.status}: {one.file}: {one.reason}"
    for one in since_accepted(paths.PROCESSED, before, after):
        yield Code.MOVED, f"settled figure moved: {one}"


def _site(jobs: int) -> Iterator[Told]:
    """Write the site, and yield what became of its pages."""
    from analysis.publishing import publish

    done = publish(paths.PROCESSED, paths.SITE, jobs=jobs)
    yield Code.FINE, f"{len(done.pages)} pages, {len(done.due)} of them run now"
    yield from ((Code.FAILED, f"page failed: {stem}: {e}") for stem, e in done.failed.items())


def _logging(told: Iterator[Told]) -> Iterator[Told]:
    for code, line in told:
        log.info("%s", line)
        yield code, line


@contextmanager
def _logged() -> Iterator[None]:
    """Append what this package tells to the log, one line each."""
    ours = logging.getLogger("analysis")
    handler = RotatingFileHandler(paths.LOG, maxBytes=LONGEST, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(message)s"))
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    try:
        yield
    finally:
        ours.removeHandler(handler)
        handler.close()
