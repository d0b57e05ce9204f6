"""Data frames become CSV, beside the clean texts and the description of all of it."""

import csv
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from analysis import paths
from analysis.codebook.dataset import package
from analysis.codebook.dictionary import dictionary
from analysis.errors import TableError
from analysis.tables.schema import check

ASIDE = ".writing-"


def write(
    folder: Path, tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str] | None = None
) -> None:
    """Check tables and write them below `folder`, with their description and the clean texts.

    Everything is written aside first and then moved into place, so that a run that fails leaves
    what was there before. Texts of reports that are no longer listed are removed; the list is the
    last to be moved, so that a run cut short at any moment is made good by the next.

    Parameters
    ----------
    folder : Path
        Made if it does not exist.
    tables : mapping of str to DataFrame
        By name.
    texts : mapping of str to str, optional
        Clean texts by ``report_id``; without it, those in `folder` are left alone.

    Raises
    ------
    TableError
        When a table breaks the dictionary or a report cannot name a file.
    """
    files = {f"{name}.csv": to_csv(check(name, content)) for name, content in tables.items()}
    files["datapackage.json"] = json.dumps(package(tables), ensure_ascii=False, indent=1) + "\n"
    files |= {_text_file(report_id): text for report_id, text in (texts or {}).items()}
    content = {name: text.encode("utf-8") for name, text in files.items()}
    listing = {name: content.pop(name) for name in ("reports.csv",) if name in content}
    earlier = set() if texts is None else _listed(folder) - set(texts)
    place(folder, content)
    for path in (folder / paths.TEXTS).glob("*.txt"):
        if path.stem in earlier:
            path.unlink()
    place(folder, listing)


def place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below `folder`, all of them aside first, and then move each into its place.

    What a run cut short left aside is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{ASIDE}*"):
        shutil.rmtree(left)
    with TemporaryDirectory(dir=folder, prefix=ASIDE) as aside:
        for name, content in files.items():
            _room_for(Path(aside) / name).write_bytes(content)
        for name in files:
            (Path(aside) / name).replace(_room_for(folder / name))


def to_csv(content: pd.DataFrame) -> str:
    r"""Write a table as CSV: ``\n`` between rows, numbers without a trailing ``.0``, text as it is.

    Examples
    --------
    >>> to_csv(pd.DataFrame({"value": [130661.0, 76.1, None]}))
    'value\n130661\n76.1\n""\n'
    """
    numbers = content.select_dtypes("float64").columns
    plainly = {one: content[one].map(plain) for one in numbers}
    written = content.assign(**plainly)
    # the writer leaves a carriage return bare unless everything is quoted
    bare = any(written[one].str.contains("\r").any() for one in written.select_dtypes("str"))
    quoting = csv.QUOTE_ALL if bare else csv.QUOTE_MINIMAL
    return written.to_csv(index=False, lineterminator="\n", quoting=quoting)


def plain(number: float) -> str:
    """Write a number with the digits it needs and no more; nothing for NaN.

    Examples
    --------
    >>> plain(130661.0), plain(76.1), plain(float("nan"))
    ('130661', '76.1', '')
    """
    return "" if np.isnan(number) else np.format_float_positional(number + 0.0, trim="-")


def _text_file(report_id: str) -> str:
    pattern = dictionary()["reports"].columns["report_id"].pattern
    if not re.fullmatch(pattern, report_id):
        raise TableError(f"{report_id!r} cannot name a file in {paths.TEXTS}/. Rename the report.")
    return f"{paths.TEXTS}/{report_id}.txt"


def _listed(folder: Path) -> set[str]:
    path = folder / "reports.csv"
    if not path.exists():
        return set()
    with path.open(encoding="utf-8", newline="") as lines:
        return {row.get("report_id", "") for row in csv.DictReader(lines)}


def _room_for(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    return path
