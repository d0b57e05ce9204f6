"""Every command of the README works as printed, in a copy of the project.

Only `make test` (it would start itself) and `make lab` (it waits for a browser) are not run. What
is in the cache travels along, so `make report` runs in full only where nothing was built before.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
import typer

from analysis.__main__ import app
from analysis.codebook.dictionary import dictionary
from analysis.rerun import Code

ROOT = Path(__file__).resolve().parents[1]
NOT_RUN = {"make test", "make lab"}
LEFT_OUT = shutil.ignore_patterns(".venv", ".git", "site", "__pycache__", ".*_cache", ".hypothesis")

# What must be there after a command, by a part of the command that tells it from the others.
LEAVES = {
    "make report": "site/index.html",
    "analysis run": ".cache/run.log",
    "analysis status": ".cache/run.json",
    "analysis build": ".cache/elsewhere/observations.csv",
    "papermill": "runs/one-run.ipynb",
    "channel.website": "data/processed/texts/新乡市-2016.txt",
    "analysis review": "data/processed/findings.csv",
    "make accuracy": ".cache/accuracy/data/raw/observations.csv",
}


def blocks(name, language):
    """Return the fenced blocks of a page in one language, in order."""
    page = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def commands():
    """Return the blocks of the README as scripts, without the commands that are not run."""
    kept = (
        "\n".join(line for line in block.splitlines() if line not in NOT_RUN)
        for block in blocks("README.md", "bash")
    )
    return [script for script in kept if script]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Return a copy of the project that uses the environment of this one."""
    ready = subprocess.run(["make", "--question", ".venv/.ready"], cwd=ROOT)
    assert ready.returncode == 0, "the environment is older than pyproject.toml: run `make env`"
    folder = tmp_path_factory.mktemp("readme") / "project"
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return folder


def run(script, folder):
    # The environment's own entry leads to the sources of this project, not to those of the copy.
    env = os.environ | {"PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        ["sh", "-e", "-c", script], cwd=folder, env=env, capture_output=True, text=True
    )


@pytest.mark.parametrize("script", commands())
def test_command(script, copy):
    done = run(script, copy)
    listed = 3 if "analysis" in script else 0  # with other files in data/raw
    assert done.returncode in (0, listed), done.stderr
    (left,) = [left for part, left in LEAVES.items() if part in script]
    assert (copy / left).exists()


def test_evidence_is_the_sentence_of_the_report(copy):
    (script,) = [script for script in commands() if "channel.website" in script]
    evidence = run(script, copy).stdout
    assert "95842" in evidence
    assert "全市各级政府网站共发布各类政府信息95842条" in evidence


def test_a_measure_of_ones_own_is_computed_and_drawn_as_printed(copy, tmp_path):
    """With the build alone: `make report` starts it first."""
    mine = shutil.copytree(copy, tmp_path / "mine", symlinks=True)
    (added,), (chart,) = blocks("README.md", "yaml"), blocks("README.md", "python")
    for name, entries in re.findall(r"^# (\S+)\n((?:(?!# ).*\n)+)", added, re.MULTILINE):
        with (mine / name).open("a", encoding="utf-8") as end:
            end.write(entries)
    (mine / "chart.py").write_text(chart, encoding="utf-8")
    python = ".venv/bin/python"
    done = run(f"{python} -m analysis build\n{python} chart.py", mine)
    assert done.returncode == 0, done.stderr
    table = pd.read_csv(mine / "data/processed/measures.csv").query("scope == 'all'")
    table = table[table["measure"] == "items_per_request"].set_index("body")
    assert table["value"].round(2).dropna().to_dict() == {
        "乐陵市": 1319.5,  # 10556 / 8
        "新乡市": 1088.84,  # 130661 / 120
        "邢台市": 265.97,  # 73941 / 278
    }
    ends = table.loc["襄阳市", ["lower", "upper"]].astype(float).round(2)
    assert list(ends) == [1028.04, 1121.5]  # 11 to 12 times 10,000, by 107
    assert table.loc["同江市", "status"] == "not_stated"
    assert (mine / "items_per_request.png").exists()


def test_nothing_is_left_unrun_but_what_cannot_be():
    printed = {line for block in blocks("README.md", "bash") for line in block.splitlines()}
    assert printed >= NOT_RUN
    assert len(commands()) == len(LEAVES)


def test_scheduled_command_is_one_that_was_run():
    (line,) = blocks("README.md", "crontab")
    assert line.split("&& ")[-1].strip() in commands()


@pytest.mark.parametrize("language", ["bash", "crontab", "yaml", "python"])
def test_both_readmes_give_the_same_commands(language):
    assert blocks("README.md", language) == blocks("README.zh-CN.md", language)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_status_is_introduced(name):
    page = (ROOT / name).read_text(encoding="utf-8")
    listed = {int(status) for status in re.findall(r"^\| (\d) \|", page, re.MULTILINE)}
    assert listed == {*Code, 2}  # of the command line itself


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_table_and_command_is_introduced(name):
    commands = typer.main.get_command(app).commands
    named = [f"`{table}.csv`" for table in dictionary()] + [f"analysis {c}" for c in commands]
    page = (ROOT / name).read_text(encoding="utf-8")
    assert [words for words in named if words not in page] == []
