"""A run does what changed and no more, says what it did, and ends with a status that means it."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from analysis import paths, pipeline, publishing
from analysis.__main__ import app
from analysis.errors import BusyError, TableError
from analysis.rerun import alone, lock, record, run, status

REPORT = (
    "溆浦县2016年政府信息公开工作年度报告\n"
    "根据《中华人民共和国政府信息公开条例》规定，现公布溆浦县2016年政府信息公开工作年度报告。\n"
    "全县主动公开政府信息9,846条。\n"
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one report, whose notebooks are not run."""
    for name in ("RAW", "PROCESSED", "NOTEBOOKS", "SITE", "CACHE", "LOG"):
        monkeypatch.setattr(paths, name, tmp_path / getattr(paths, name).relative_to(paths.ROOT))
    monkeypatch.setattr(lock, "PATIENCE", 0)
    monkeypatch.setattr(publishing, "publish", Publishing())
    write(REPORT)
    return tmp_path


class Publishing:
    """Writes a site of one page, and notes how often."""

    def __init__(self):
        self.times, self.failed = 0, {}

    def __call__(self, processed, site, jobs):
        self.times += 1
        folder = site / "notebooks"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "page.html").write_text("page")
        for path in folder.glob("*.failed.ipynb"):
            path.unlink()
        for stem in self.failed:
            (folder / f"{stem}.failed.ipynb").write_text("")
        return SimpleNamespace(pages=["page"], due=[], failed=self.failed)


def write(text, name="xupu.txt"):
    paths.RAW.mkdir(parents=True, exist_ok=True)
    (paths.RAW / name).write_text(text, encoding="utf-8")


def test_a_run_builds_publishes_and_says_what_changed(project):
    done = run(jobs=1)
    assert (done.code, publishing.publish.times) == (0, 1)
    assert "changed: observations +1 −0 ~0" in done.lines
    assert done.lines[-1] == "1 pages, 0 of them run now"
    write(REPORT.replace("9,846", "9,847"))
    assert "changed: observations +0 −0 ~1" in run(jobs=1).lines


def test_nothing_is_done_where_nothing_changed(project, monkeypatch):
    first = run(jobs=1)
    monkeypatch.setattr(pipeline, "build", None)
    again = run(jobs=1)
    assert (again.code, publishing.publish.times) == (0, 1)
    assert again.lines == [f"Nothing changed since {first.ended}."]


@pytest.mark.parametrize(
    "change",
    [
        lambda: write(REPORT.replace("9,846", "9,847")),
        lambda: write(REPORT.replace("溆浦", "凤凰"), "fenghuang.txt"),
        lambda: (paths.PROCESSED / "observations.csv").unlink(),
        lambda: (paths.SITE / "notebooks" / "page.html").unlink(),
    ],
    ids=["report", "new report", "table lost", "page lost"],
)
def test_what_changed_or_was_lost_is_made_anew(project, change):
    run(jobs=1)
    tables = {path: path.read_bytes() for path in paths.PROCESSED.iterdir() if path.is_file()}
    change()
    assert run(jobs=1).code == 0
    assert publishing.publish.times == 2
    assert all(path.exists() for path in tables)
    assert (paths.SITE / "notebooks" / "page.html").exists()


def test_files_not_read_are_told_on_every_run(project):
    write("", "empty.txt")
    first, again = run(jobs=1), run(jobs=1)
    assert (first.code, again.code, publishing.publish.times) == (3, 3, 1)
    for done in (first, again):
        assert [line[:23] for line in done.lines if "empty" in line] == ["unreadable: empty.txt: "]


def test_a_failed_page_is_tried_again_on_every_run(project):
    publishing.publish.failed = {"甲市-2016-zh": "ValueError: wrong"}
    assert (run(jobs=1).code, run(jobs=1).code) == (4, 4)
    assert "page failed: 甲市-2016-zh: ValueError: wrong" in run(jobs=1).lines
    publishing.publish.failed = {}
    assert run(jobs=1).code == 0
    assert publishing.publish.times == 4


def test_a_settled_figure_that_moves_is_named_and_written(project, monkeypatch):
    assert run(jobs=1).code == 0
    read = (paths.PROCESSED / "observations.csv").read_text("utf-8")
    for name in ("observations", "values"):
        table = paths.PROCESSED / f"{name}.csv"
        table.write_text(table.read_text("utf-8").replace("9846", "9800"), "utf-8")
    done = run(jobs=1)
    assert done.code == 5
    assert (
        "settled figure moved: observations: 溆浦县-2016 disclosure.total all: 9800 条 → 9846 条"
        in done.lines
    )
    assert (paths.PROCESSED / "observations.csv").read_text("utf-8") == read


def test_an_error_leaves_the_run_due(project):
    run(jobs=1)
    (paths.RAW / "sources.csv").write_text("name\nxupu.txt\n", "utf-8")
    for _ in range(2):
        with pytest.raises(TableError, match=r"sources\.csv"):
            run(jobs=1)
    assert record.read().code == 1
    (paths.RAW / "sources.csv").unlink()
    assert run(jobs=1).code == 0
    assert "TableError" in paths.LOG.read_text("utf-8")


def test_the_log_has_a_line_for_each_run_and_each_thing_told(project):
    run(jobs=1)
    run(jobs=1)
    lines = [line.split(" ", 3)[3] for line in paths.LOG.read_text("utf-8").splitlines()]
    assert lines[0].startswith("run, because of raw, ")
    assert "changed: observations +1 −0 ~0" in lines
    assert lines[-2] == "done, status 0"
    assert lines[-1].startswith("nothing changed since ")


def test_status_says_what_stands_and_what_is_due(project):
    assert list(status())[:4] == [
        "reports: no table yet",
        "pages: 0 stand, 0 failed in the last run",
        "last run: none",
        "running: no",
    ]
    write("", "empty.txt")
    publishing.publish.failed = {"甲市-2016-zh": "ValueError"}
    ended = run(jobs=1)
    assert list(status()) == [
        "reports: 1 read, 1 files not read",
        "pages: 1 stand, 1 failed in the last run",
        f"last run: from {ended.began} to {ended.ended}, status 4 (some pages failed)",
        f"  {next(line for line in ended.lines if line.startswith('unreadable: empty.txt: '))}",
        "  page failed: 甲市-2016-zh: ValueError",
        "running: no",
        "due: failed pages",
    ]
    publishing.publish.failed = {}
    run(jobs=1)
    assert list(status())[-1] == "due: nothing"
    write(REPORT.replace("9,846", "9,847"))
    assert list(status())[-1] == "due: raw"
    with alone("build"):
        assert next(line for line in status() if "running" in line).startswith("running: build (")


def test_a_second_run_ends_at_once(project):
    with alone("publish"), pytest.raises(BusyError, match="publish"):
        run(jobs=1)
    assert publishing.publish.times == 0


def test_the_command_line_ends_with_the_status_and_says_what_to_open(project):
    write("", "empty.txt")
    done = CliRunner().invoke(app, ["run", "--jobs", "1"])
    assert done.exit_code == 3
    assert done.stdout.splitlines()[-1] == f"Open {paths.SITE / 'index.html'}"
    told = CliRunner().invoke(app, ["status"])
    assert told.exit_code == 0 and "due: nothing" in told.stdout


def test_nothing_heavy_is_imported_before_it_is_needed():
    heavy = {"pandas", "joblib", "papermill", "nbconvert", "matplotlib", "analysis.pipeline"}
    code = f"import sys, analysis.__main__; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
