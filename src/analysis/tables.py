"""Processed tables: records become data frames, data frames become CSV, and back.

Columns, types and keys are those of ``codebook/dictionary.yaml``; a table that breaks them is
refused before anything is written. Data frames begin here.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pandera.pandas as pa

from analysis import paths
from analysis.codebook.dictionary import Column, Table, dictionary, package
from analysis.errors import TableError
from analysis.records import Report

DTYPES = {"string": pd.StringDtype(na_value=np.nan), "integer": "Int64", "number": "float64"}
OFFENDERS = 3  # rows named for each fault
SHOWN = 60  # characters of a value at fault


def rows(name: str, report: Report, records: Iterable) -> Iterator[dict]:
    """Yield the rows of table `name` for records of one report.

    Parameters
    ----------
    name : str
        A table of the dictionary.
    report : Report
        Gives ``report_id``, ``body`` and ``year``, where the table has them.
    records : iterable of records
        Passages, observations, printed shares or numerals.
    """
    columns = _table(name).columns
    ours = {one: getattr(report, one) for one in ("report_id", "body", "year") if one in columns}
    for record in records:
        yield ours | record._asdict()


def frame(name: str, rows: Iterable[Mapping]) -> pd.DataFrame:
    """Build table `name`, with the columns, types and order of rows of the dictionary.

    Parameters
    ----------
    name : str
        A table of the dictionary.
    rows : iterable of mappings
        A column that a row leaves out is empty, or the only value that the dictionary allows.

    Returns
    -------
    DataFrame
        Strings are ``str`` with ``''`` for missing, integers ``Int64``, numbers ``float64``.

    Raises
    ------
    TableError
        When a row has a column that the dictionary does not, or a value of another type.
    """
    return _shaped(name, pd.DataFrame.from_records(list(rows)))


def check(name: str, content: pd.DataFrame) -> pd.DataFrame:
    """Return `content` if it is a table as the dictionary has it.

    Raises
    ------
    TableError
        Names the table, each column at fault, the fault and the first rows that show it.
    """
    try:
        return _schema(_table(name)).validate(content, lazy=True)
    except pa.errors.SchemaErrors as error:
        faults = "; ".join(_faults(content, _table(name), error.failure_cases))
        raise TableError(f"{name}.csv is not written: {faults}.") from None  # it lists every value


def write(
    folder: Path, tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str] | None = None
) -> None:
    """Check tables and write them below `folder`, with their description and the clean texts.

    Everything is written aside first and then moved into place, so that a run that fails leaves
    what was there before. Texts of reports that are no longer listed are removed.

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
    earlier = set() if texts is None else _listed(folder) - set(texts)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder, prefix=".writing-") as aside:
        for name, text in files.items():
            _place(Path(aside) / name).write_bytes(text.encode("utf-8"))
        for name in files:
            (Path(aside) / name).replace(_place(folder / name))
    for path in (folder / paths.TEXTS).glob("*.txt"):
        if path.stem in earlier:
            path.unlink()


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


def read(folder: Path, name: str) -> pd.DataFrame:
    """Read a table that `write` wrote.

    Raises
    ------
    TableError
        When it is not there or has other columns than the dictionary.
    """
    columns = list(_table(name).columns)
    path = Path(folder) / f"{name}.csv"
    if not path.exists():
        raise TableError(f"{path} does not exist. Run `python -m analysis build` first.")
    content = pd.read_csv(path, dtype=str, na_filter=False, encoding="utf-8")
    if list(content.columns) != columns:
        raise TableError(f"{path} has other columns than dictionary.yaml. Build it again.")
    return _shaped(name, content)


def reports_only(reports: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of table ``reports`` that are reports: one each, attachments left out.

    Examples
    --------
    >>> files = pd.DataFrame({"file": ["a.txt", "a.xls"], "status": "read"})
    >>> reports_only(files.assign(reason=["", "Attachment of a.txt."]))["file"].to_list()
    ['a.txt']
    """
    return reports[(reports["status"] == "read") & (reports["reason"] == "")]


def texts(folder: Path) -> dict[str, str]:
    """Return the clean texts below `folder` by ``report_id``."""
    found = sorted((Path(folder) / paths.TEXTS).glob("*.txt"))
    return {path.stem: path.read_bytes().decode("utf-8") for path in found}


def described() -> pd.DataFrame:
    """Return the data dictionary as a frame, one row per column of each table."""
    return pd.DataFrame(
        {
            "table": table,
            "column": name,
            "type": column.type,
            "required": column.required,
            "allowed": " ".join(column.values),
            "unit": column.unit,
            "meaning_zh": column.meaning.zh,
            "meaning_en": column.meaning.en,
        }
        for table, content in dictionary().items()
        for name, column in content.columns.items()
    )


def _table(name: str) -> Table:
    if name not in dictionary():
        raise TableError(f"no table {name} in dictionary.yaml, only {', '.join(dictionary())}.")
    return dictionary()[name]


def _shaped(name: str, content: pd.DataFrame) -> pd.DataFrame:
    table = _table(name)
    unknown = [one for one in content.columns if one not in table.columns]
    if unknown:
        raise TableError(f"{name}: no column {', '.join(unknown)} in dictionary.yaml. Describe it.")
    given = {one: _typed(name, one, column, content) for one, column in table.columns.items()}
    return pd.DataFrame(given).sort_values(list(table.keys), kind="stable", ignore_index=True)


def _typed(table: str, name: str, column: Column, content: pd.DataFrame) -> pd.Series:
    only = column.values[0] if column.required and len(column.values) == 1 else None
    values = content.get(name, pd.Series(only, index=content.index, dtype=object))
    if column.type == "string":
        return values.astype(object).where(values.notna(), "").astype(DTYPES["string"])
    try:
        return pd.to_numeric(values.replace("", None)).astype(DTYPES[column.type])
    except (TypeError, ValueError) as error:
        raise TableError(f"{table}: column {name}: {error}. Give a {column.type}.") from error


def _schema(table: Table) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {name: _column(column) for name, column in table.columns.items()},
        checks=[_never_exceeds(first, second) for first, second in table.order],
        strict=True,
        ordered=True,
        unique=list(table.keys),
    )


def _column(column: Column) -> pa.Column:
    empty = () if column.required else ("",)
    checks = []
    if column.values:
        checks.append(pa.Check.isin([*column.values, *empty]))
    if column.pattern:
        may_be_empty = "" if column.required else "?"
        checks.append(pa.Check.str_matches(rf"(?:{column.pattern}){may_be_empty}\Z"))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    if column.required and column.type == "string":
        checks.append(pa.Check.str_length(min_value=1))
    nullable = column.type != "string" and not column.required
    return pa.Column(DTYPES[column.type], checks, nullable=nullable)


def _never_exceeds(first: str, second: str) -> pa.Check:
    return pa.Check(
        lambda content: ~(content[first] > content[second]).fillna(False).astype(bool),
        error=f"{first} <= {second}",
    )


def _faults(content: pd.DataFrame, table: Table, cases: pd.DataFrame) -> Iterator[str]:
    for (column, fault), group in cases.groupby(["column", "check"], dropna=False, sort=False):
        offenders = group["index"].dropna().astype(int).unique()[:OFFENDERS]
        where = " | ".join(_row(content, table, column, one) for one in offenders)
        about = where or ", ".join(map(str, group["failure_case"]))
        yield f"column {column}: {fault}: {about}"


def _row(content: pd.DataFrame, table: Table, column: str, index: int) -> str:
    keys = " ".join(str(content[one].get(index)) for one in table.keys if one in content)
    value = f": {str(content[column].get(index))[:SHOWN]!r}" if column in content else ""
    return f"row {index} ({keys}){value}"


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


def _place(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    return path
