"""An earlier state comes from git, and where there is none, the reason is told."""

import os
import subprocess

import pytest

from analysis import tables
from analysis.dataset import compare, earlier, load
from analysis.errors import TableError

from ..frames import reports

WHO = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(folder, *command):
    subprocess.run(["git", "-C", str(folder), *WHO, *command], check=True, capture_output=True)


@pytest.fixture(autouse=True)
def _alone(tmp_path, monkeypatch):
    """No repository but those of the test, also when a hook of git runs it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def processed(tmp_path):
    """A folder two levels below its repository, whose last state is not committed."""
    folder = tmp_path / "project" / "data" / "已处理"
    tables.write(folder, {"reports": reports("新乡市-2016")}, {"新乡市-2016": "一"})
    git(tmp_path, "init", str(tmp_path / "project"))
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "first")
    both = reports("新乡市-2016", "襄阳市-2017")
    tables.write(folder, {"reports": both}, {"新乡市-2016": "一", "襄阳市-2017": "二"})
    return folder


def test_the_state_of_a_revision_is_there_while_it_is_needed(processed):
    with earlier(processed, "HEAD") as before:
        differences = compare(load(before), load(processed))
        assert tables.texts(before) == {"新乡市-2016": "一"}
    assert {one.table: len(one.added) for one in differences} == {"reports": 1, "texts": 1}
    assert not before.exists()


@pytest.mark.parametrize("since", ["nowhere", "--output=x", ""])
def test_a_revision_that_does_not_exist_is_named(processed, since):
    with pytest.raises(TableError, match="git has no earlier state"), earlier(processed, since):
        pass
    assert [path.name for path in processed.parent.iterdir()] == [processed.name]


def test_a_folder_without_a_repository_is_named(tmp_path):
    with pytest.raises(TableError, match="not a git repository"), earlier(tmp_path, "HEAD"):
        pass


def test_a_folder_that_the_revision_does_not_have_is_named(processed):
    (processed.parent / "new").mkdir()
    folder = processed.parent / "new"
    with pytest.raises(TableError, match=r"no earlier state of .*new"), earlier(folder, "HEAD"):
        pass


def test_without_git_or_folder_it_is_said(processed, monkeypatch, tmp_path):
    with pytest.raises(TableError, match="There is no folder"), earlier(tmp_path / "x", "HEAD"):
        pass
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TableError, match="git is not installed"), earlier(processed, "HEAD"):
        pass
