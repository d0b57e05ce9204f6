"""What was written comes back: tables and clean texts of a folder."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from analysis import paths
from analysis.codebook.dictionary import dictionary
from analysis.errors import TableError
from analysis.tables.frames import shaped, table_of
from analysis.tables.schema import check


def read(folder: Path, name: str, report_ids: Collection[str] | None = None) -> pd.DataFrame:
    """Read a table that `write` wrote, or its rows of some reports.

    Raises
    ------
    TableError
        When it is not there or has other columns than the dictionary.
    """
    columns = list(table_of(name).columns)
    path = Path(folder) / f"{name}.csv"
    if not path.exists():
        raise TableError(f"{path} does not exist. Run `python -m analysis build` first.")
    content = pd.read_csv(path, dtype=str, na_filter=False, encoding="utf-8")
    if list(content.columns) != columns:
        raise TableError(f"{path} has other columns than dictionary.yaml. Build it again.")
    if report_ids is not None:
        content = content[content["report_id"].isin(report_ids)]
    return shaped(name, content)


def texts(folder: Path) -> dict[str, str]:
    """Return the clean texts below `folder` by ``report_id``."""
    found = sorted((Path(folder) / paths.TEXTS).glob("*.txt"))
    return {path.stem: path.read_bytes().decode("utf-8") for path in found}


def checked(folder: Path) -> dict[str, pd.DataFrame]:
    """Return every table of the dictionary that stands in `folder`, by name.

    Raises
    ------
    TableError
        When there is none, or one breaks the dictionary.
    """
    names = [name for name in dictionary() if (Path(folder) / f"{name}.csv").exists()]
    if not names:
        raise TableError(f"{folder} has no table. Run `python -m analysis build` first.")
    return {name: check(name, read(folder, name)) for name in names}
