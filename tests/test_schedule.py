"""The files for a schedule give the command of the README, and a pull request holds what changed."""

import configparser
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SCHEDULE = ROOT / "schedule"
COMMAND = ".venv/bin/python -m analysis run"
RUN = """#!/bin/sh
case $3 in
  run) echo "what was said"; echo "$DATA" >data/processed/values.csv; exit $STATUS ;;
  diff) echo "what differs" ;;
esac
"""
GH = '#!/bin/sh\nprintf "%s\\n" "$@" >>asked\n'


def unit(name):
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.optionxform = str
    parsed.read(SCHEDULE / name, encoding="utf-8")
    return parsed


def test_cron_and_systemd_start_the_same_command():
    (line,) = [one for one in read("crontab").splitlines() if not one.startswith("#")]
    assert line.endswith(f"&& {COMMAND}")
    service = unit("analysis.service")["Service"]
    assert shlex.split(service["ExecStart"])[1:] == COMMAND.split()
    assert service["SuccessExitStatus"] == "3"
    assert service["WorkingDirectory"] in line
    assert unit("analysis.timer")["Timer"]["OnCalendar"].startswith("Mon")


def read(name):
    return (SCHEDULE / name).read_text("utf-8")


def test_the_workflow_uses_no_action_of_others_and_may_open_a_pull_request():
    workflow = yaml.safe_load((ROOT / ".github/workflows/rerun.yml").read_text("utf-8"))
    steps = workflow["jobs"]["rerun"]["steps"]
    used = [step["uses"].split("@")[0] for step in steps if "uses" in step]
    assert used == ["actions/checkout", "actions/setup-python"]
    assert steps[-1]["run"] == "schedule/propose"
    assert (ROOT / steps[-1]["run"]).stat().st_mode & 0o111
    assert workflow["permissions"] == {"contents": "write", "pull-requests": "write"}


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone whose run writes a table, and a gh that notes what it is asked for."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    clone = tmp_path / "clone"
    git(tmp_path, "init", "--bare", "--initial-branch=main", "origin")
    git(tmp_path, "clone", "origin", "clone")
    for name, content in {".venv/bin/python": RUN, ".bin/gh": GH}.items():
        path = clone / name
        path.parent.mkdir(parents=True)
        path.write_text(content, "utf-8")
        path.chmod(0o755)
    (clone / "schedule").mkdir()
    shutil.copy(SCHEDULE / "propose", clone / "schedule")
    (clone / "data" / "processed").mkdir(parents=True)
    (clone / "data" / "processed" / "values.csv").write_text("old\n")
    git(clone, "switch", "--create", "main")
    git(clone, "add", "data")
    git(clone, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-m", "old")
    git(clone, "push", "origin", "main")
    return clone


def git(folder, *command):
    done = subprocess.run(
        ["git", "-C", folder, *command], check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def propose(clone, data, status):
    path = f"{clone / '.bin'}:{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "DATA": data, "STATUS": str(status)}
    done = subprocess.run(["schedule/propose"], cwd=clone, env=environment, capture_output=True)
    return done.returncode


def branches(clone):
    return git(clone, "ls-remote", "--heads", "origin")[1::2]


@pytest.mark.parametrize(("status", "ends"), [(0, 0), (3, 0), (4, 4), (5, 5)])
def test_what_changed_becomes_one_pull_request(clone, status, ends):
    assert propose(clone, "new", status) == ends
    branch, main = branches(clone)
    assert main == "refs/heads/main"
    name = branch.removeprefix("refs/heads/")
    asked = (clone / "asked").read_text().splitlines()
    assert asked == ["pr", "create", "--base", "main", "--head", name, "--title", "Renew the data",
                     "--body-file", ".cache/difference"]  # fmt: skip
    body = (clone / ".cache" / "difference").read_text()
    assert body == "```text\nwhat was said\n\nwhat differs\n```\n"
    assert git(clone, "show", f"origin/{name}:data/processed/values.csv") == ["new"]
    git(clone, "switch", "--force", "main")
    assert propose(clone, "new", status) == ends
    assert (clone / "asked").read_text().splitlines() == asked


@pytest.mark.parametrize(("data", "status"), [("old", 0), ("old", 3), ("half", 1)])
def test_where_nothing_changed_or_a_run_stopped_there_is_none(clone, data, status):
    assert propose(clone, data, status) == {0: 0, 3: 0, 1: 1}[status]
    assert not (clone / "asked").exists()
    assert branches(clone) == ["refs/heads/main"]
