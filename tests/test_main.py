"""The command line: what it says, and with which status it ends."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from analysis import paths
from analysis.__main__ import app, main
from analysis.rerun import alone, lock

REPORT = (
    "溆浦县2016年政府信息公开工作年度报告\n"
    "根据《中华人民共和国政府信息公开条例》规定，现公布溆浦县2016年政府信息公开工作年度报告。\n"
    "全县主动公开政府信息9,846条。\n"
)


@pytest.fixture
def raw(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "CACHE", tmp_path / "cache")
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "xupu.txt").write_text(REPORT, encoding="utf-8")
    return folder


def build(raw, *more):
    out = raw.parent / "out"
    return ["build", "--raw", str(raw), "--out", str(out), "--jobs", "1", *more]


def test_status_0_when_every_file_was_read(raw):
    done = CliRunner().invoke(app, build(raw))
    assert done.exit_code == 0
    assert "1 of 1 files" in done.stdout
    assert (raw.parent / "out" / "observations.csv").exists()


def test_status_3_when_some_were_not_and_the_reason(raw):
    (raw / "empty.txt").write_bytes(b"")
    (raw / "other.txt").write_text("全国企业500强榜单出炉", encoding="utf-8")
    done = CliRunner().invoke(app, build(raw))
    assert done.exit_code == 3
    assert "1 of 3 files" in done.stdout
    assert "unreadable: empty.txt: " in done.stderr
    assert "unrecognised: other.txt: " in done.stderr
    assert (raw.parent / "out" / "observations.csv").exists()


def test_status_6_while_another_run_is_going_on(raw, monkeypatch, capsys):
    monkeypatch.setattr(lock, "PATIENCE", 0)
    for command in (["run"], build(raw), ["publish"], ["package"]):
        monkeypatch.setattr(sys, "argv", ["analysis", *command])
        with alone("something"), pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 6
        assert "something (process " in capsys.readouterr().err
    assert not (raw.parent / "out").exists()


def test_a_duplicate_is_taken_in(raw):
    (raw / "again.txt").write_bytes(REPORT.encode("gb18030"))
    assert CliRunner().invoke(app, build(raw)).exit_code == 0


def test_errors_of_the_project_are_told_in_one_line(raw, monkeypatch, capsys):
    (raw / "sources.csv").write_text("name\nxupu.txt\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["analysis", *build(raw)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code not in (0, 3)
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert line.startswith("TableError: ") and "sources.csv" in line


def test_the_data_set_is_packaged(raw):
    out = raw.parent / "data"
    assert CliRunner().invoke(app, build(raw)).exit_code == 0
    options = ["--processed", str(raw.parent / "out"), "--out", str(out)]
    done = CliRunner().invoke(app, ["package", *options])
    assert done.exit_code == 0
    (workbook,) = out.glob("*.xlsx")
    assert str(workbook) in done.stdout
    assert (out / "observations.parquet").exists() and (out / "observations.csv").exists()


def test_what_changed_is_told(raw, monkeypatch):
    out = raw.parent / "out"
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    assert CliRunner().invoke(app, build(raw)).exit_code == 0
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init"], ["add", "-A"], [*who, "commit", "-m", "first"]):
        subprocess.run(["git", "-C", str(out), *command], check=True, capture_output=True)
    diff = ["diff", "--processed", str(out)]
    assert "Nothing changed in" in CliRunner().invoke(app, diff).stdout
    (raw / "xupu.txt").write_text(REPORT.replace("9,846", "19,847"), encoding="utf-8")
    assert CliRunner().invoke(app, build(raw)).exit_code == 0
    said = CliRunner().invoke(app, [*diff, "--since", "HEAD"]).stdout
    assert "observations +0 −0 ~1" in said
    assert "~ 溆浦县-2016 disclosure.total all: value 9846 → 19847;" in said


def test_options_that_do_not_exist_end_with_another_status(raw):
    assert CliRunner().invoke(app, build(raw, "--nope")).exit_code not in (0, 3)


def test_the_module_is_a_command(raw):
    done = subprocess.run(
        [sys.executable, "-m", "analysis", *build(raw / "nowhere")],
        env=os.environ | {"PYTHONPATH": str(paths.ROOT / "src")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "--raw" in done.stderr
