"""One run at a time (运行锁): the system lets go of the lock however a run ends."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from analysis import paths
from analysis.errors import BusyError
from analysis.rerun.record import now

PATIENCE = 1  # seconds; longer than anybody looks whether the lock is held


@contextmanager
def alone(what: str) -> Iterator[None]:
    """Hold the lock of the project while `what` is done.

    Raises
    ------
    BusyError
        When another process holds it: names what it does, its number and since when.
    """
    try:
        held = _lock().acquire(timeout=PATIENCE)
    except Timeout:
        raise BusyError(f"Nothing is done now: {holder()} is going on. Try again later.") from None
    with held:
        noted = {"what": what, "process": os.getpid(), "since": now()}
        _note().write_text(json.dumps(noted), encoding="utf-8")
        try:
            yield
        finally:
            _note().unlink()


def holder() -> str:
    """Say what holds the lock, or held it when it was cut short; empty where nothing did."""
    try:
        held = json.loads(_note().read_text(encoding="utf-8"))
    except (OSError, ValueError):  # not there, or being written
        return ""
    return "{what} (process {process}, since {since})".format(**held)


def is_free() -> bool:
    """Tell whether nothing holds the lock."""
    try:
        with _lock().acquire(timeout=0):
            return True
    except Timeout:
        return False


def _lock() -> FileLock:
    paths.CACHE.mkdir(parents=True, exist_ok=True)
    return FileLock(paths.CACHE / "run.lock")


def _note() -> Path:
    return paths.CACHE / "holder.json"
