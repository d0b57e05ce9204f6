"""The same reports give the same bytes of every file, however many processes read them."""

import shutil
from pathlib import Path

import pytest
import yaml

from analysis import paths, pipeline
from analysis.dataset import release

from .made import example

TESTS = Path(__file__).parent


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """The written reports, and made ones: web page, Word, pdf, and a workbook beside its report."""
    folder = tmp_path_factory.mktemp("same") / "raw"
    shutil.copytree(TESTS / "written", folder, ignore=shutil.ignore_patterns("gold"))
    made = yaml.safe_load((TESTS / "made" / "example.yaml").read_text("utf-8"))
    (folder / paths.SOURCES).write_text(example.sources(made), "utf-8")
    for name, report in made.items():
        example.write(name, report, folder)
    return folder


def files(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_one_process_and_two_write_the_same_bytes(raw, tmp_path):
    for jobs in (1, 2):
        pipeline.build(raw, tmp_path / f"built-{jobs}", jobs=jobs)
        release(tmp_path / f"built-{jobs}", tmp_path / f"released-{jobs}")
    for kind in ("built", "released"):
        one, two = (files(tmp_path / f"{kind}-{jobs}") for jobs in (1, 2))
        assert set(one) == set(two)
        assert [name for name in one if one[name] != two[name]] == []
    endings = {name.rsplit(".", 1)[1] for name in one}
    assert endings == {"csv", "json", "txt", "parquet", "xlsx", "cff"}
    assert sum(name.startswith("texts/") for name in one) == 14 + 7
