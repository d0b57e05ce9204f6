"""Tables of the five published reports as committed, and of the written ones built anew."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from analysis import paths, pipeline, tables

WRITTEN = Path(__file__).parents[1] / "written"


def read(folder):
    return SimpleNamespace(
        numerals=tables.read(folder, "numerals"),
        reports=tables.reports_only(tables.read(folder, "reports")),
        passages=tables.read(folder, "passages"),
        texts=tables.texts(folder),
    )


@pytest.fixture(scope="session")
def five():
    return read(paths.PROCESSED)


@pytest.fixture(scope="session")
def fourteen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("written")
    (folder / "raw").mkdir()
    for path in WRITTEN.glob("*.txt"):
        shutil.copy(path, folder / "raw")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "CACHE", folder / "cache")
        pipeline.build(folder / "raw", folder / "out", jobs=1)
    return read(folder / "out")
