"""Whatever a run rests on or makes is noticed when it changes, and nothing else is."""

import os
import subprocess

import pytest

from analysis import paths
from analysis.rerun import grounds


@pytest.fixture
def project(tmp_path, monkeypatch):
    files = {
        "data/raw/sources.csv": "raw",
        "data/raw/more/a.txt": "raw",
        "data/reviewed/corrections.csv": "reviewed",
        "data/processed/texts/甲市-2016.txt": "tables",
        "src/analysis/codebook/words.yaml": "code",
        "notebooks/city.ipynb": "notebooks",
        "CITATION.cff": "project",
        "docs/dictionary.md": "project",
        "site/notebooks/甲市-2016-zh.html": "site",
        "site/index.html": "site",
    }
    for name in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    for name in ("RAW", "PROCESSED", "CODE", "NOTEBOOKS", "SITE"):
        monkeypatch.setattr(paths, name, tmp_path / getattr(paths, name).relative_to(paths.ROOT))
    quoted = tuple(tmp_path / path.relative_to(paths.ROOT) for path in paths.QUOTED)
    monkeypatch.setattr(paths, "QUOTED", quoted)
    return tmp_path, files


def state():
    return grounds.inputs() | grounds.outputs()


def changed(change):
    before = state()
    change()
    return grounds.changed(before, state())


def test_a_change_is_noticed_in_each_file(project):
    folder, files = project
    for name, of in files.items():
        assert changed(lambda name=name: (folder / name).write_text(name[::-1])) == [of], name


def test_a_file_that_comes_or_goes_or_has_another_name_is_noticed(project):
    folder, files = project
    for name, of in files.items():
        path, aside = folder / name, (folder / name).with_name("aside.ipynb")
        for change in (
            lambda path=path, aside=aside: path.rename(aside),
            lambda path=path, aside=aside: aside.rename(path),
            lambda path=path: path.unlink(),
        ):
            assert changed(change) == [of], name


def test_what_is_no_ground_is_not_noticed(project):
    folder, _ = project
    others = ["src/analysis/__pycache__/a.pyc", "notebooks/.ipynb_checkpoints/a.ipynb", "a.txt"]

    def write():
        for name in others:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text("other")

    assert changed(write) == []


def test_a_touched_report_is_the_same_report(project):
    folder, _ = project
    assert changed(lambda: os.utime(folder / "data/raw/more/a.txt", (0, 0))) == []


def test_accepting_is_noticed(project, monkeypatch):
    folder, _ = project
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]

    def git(*command):
        subprocess.run(["git", "-C", folder, *who, *command], check=True, capture_output=True)

    git("init")
    assert grounds.inputs()["accepted"] == ""
    git("add", "data/processed")
    assert changed(lambda: git("commit", "-m", "accept")) == ["accepted"]
    git("add", "docs")
    assert changed(lambda: git("commit", "-m", "something else")) == []
