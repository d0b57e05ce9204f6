"""Runs that are killed or meet: the site is the old or the new one, and the next run completes."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
OTHERS = shutil.ignore_patterns(".*", "site", "tests", "example", "raw", "processed", "__pycache__")
MOMENTS = 12
REPORT = (
    "溆浦县2016年政府信息公开工作年度报告\n"
    "根据《中华人民共和国政府信息公开条例》规定，现公布溆浦县2016年政府信息公开工作年度报告。\n"
    "全县主动公开政府信息{}条。\n"
)
STATES = ("9846", "9847")
PAGE = """
from pathlib import Path
from analysis import paths
table = (paths.PROCESSED / "observations.csv").read_text("utf-8")
for kind in ("csv", "png", "svg"):
    Path(figures).mkdir(parents=True, exist_ok=True)
    (Path(figures) / f"chart.{kind}").write_text(table, "utf-8")
print(table)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project with one report, whose pages show what the tables hold."""
    folder = tmp_path_factory.mktemp("killed") / "project"
    shutil.copytree(ROOT, folder, ignore=OTHERS)
    for path in (folder / "notebooks").glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        parameters = next(c for c in notebook.cells if "parameters" in c.metadata.get("tags", []))
        notebook.cells = [parameters, nbformat.v4.new_code_cell(PAGE)]
        nbformat.write(notebook, path)
    (folder / "data" / "raw").mkdir()
    return folder


def start(project):
    environment = os.environ | {"PYTHONPATH": str(project / "src")}
    command = [sys.executable, "-m", "analysis", "run"]
    with (project / "said").open("w") as said:
        return subprocess.Popen(command, cwd=project, env=environment, stdout=said, stderr=said)


def finish(project):
    """Run to the end, and return for how long."""
    began = monotonic()
    assert start(project).wait() in (0, 5), (project / "said").read_text()
    return monotonic() - began


def publish_next(project, state):
    (project / "data" / "raw" / "xupu.txt").write_text(REPORT.format(state), "utf-8")


def states(site):
    """The states that the parts of a site are of, by their names."""
    parts = [
        *site.glob("notebooks/*.html"),
        *site.glob("figures/*/*"),
        site / "data/observations.csv",
    ]
    texts = {path.relative_to(site): path.read_text("utf-8") for path in parts}
    return {name: [one for one in STATES if one in text] for name, text in texts.items()}


def assert_whole(project, *allowed):
    found = states(project / "site")
    assert len(found) > 20
    assert len({tuple(state) for state in found.values()}) == 1, found
    assert next(iter(found.values())) in [[one] for one in allowed]
    assert (project / "site" / "index.en.html").exists()


def test_killed_at_any_moment_the_site_is_whole_and_the_next_run_completes(project):
    old, new = STATES
    publish_next(project, old)
    finish(project)
    publish_next(project, new)
    lasts = finish(project)
    for moment in range(MOMENTS):
        old, new = new, old
        publish_next(project, new)
        process = start(project)
        with suppress(subprocess.TimeoutExpired):
            process.wait(lasts * (moment + 0.5) / MOMENTS)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert_whole(project, old, new)
        finish(project)
        assert_whole(project, new)
        left = [path.name for path in project.iterdir() if path.name.startswith(".site")]
        assert left == [], "what was made aside stays"
        assert list((project / "data" / "processed").glob(".*")) == []


def test_of_two_runs_at_once_one_is_done_and_the_other_ends(project):
    publish_next(project, STATES[0])
    finish(project)
    publish_next(project, STATES[1])
    both = [start(project), start(project)]
    while any(process.poll() is None for process in both):
        assert (project / "site" / "index.html").exists()
    assert sorted(process.returncode for process in both) == [0, 6]
    assert_whole(project, STATES[1])
