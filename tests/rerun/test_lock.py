"""One run at a time, whose end nothing but its process decides."""

import os
import subprocess
import sys

import pytest

from analysis import paths
from analysis.errors import BusyError
from analysis.rerun import lock
from analysis.rerun.lock import alone

HOLDS = """
from pathlib import Path
import sys, time
from analysis import paths
from analysis.rerun.lock import alone
paths.CACHE = Path(sys.argv[1])
with alone("build"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(lock, "PATIENCE", 0)
    return tmp_path / "cache"


@pytest.fixture
def other(cache):
    """Another process that holds the lock."""
    environment = os.environ | {"PYTHONPATH": str(paths.ROOT / "src")}
    command = [sys.executable, "-c", HOLDS, str(cache)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_run_is_told_what_is_going_on(other):
    message = rf"Nothing is done now: build \(process {other.pid}, since 20\S+\) is going on"
    with pytest.raises(BusyError, match=message), alone("run"):
        pass
    assert not lock.is_free()


def test_a_killed_process_holds_nothing_and_is_known_to_have_been_cut_short(other):
    other.kill()
    other.wait()
    assert lock.is_free()
    assert lock.holder().startswith(f"build (process {other.pid}, since ")
    with alone("run"):
        assert lock.holder().startswith(f"run (process {os.getpid()}, since ")
    assert lock.holder() == ""


def test_an_error_lets_go(cache):
    with pytest.raises(ValueError), alone("run"):
        raise ValueError
    assert lock.is_free() and lock.holder() == ""
