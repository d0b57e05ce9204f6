"""The data set (数据集): what the published data say of themselves, for programs and for people."""

from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.citation import citation
from analysis.codebook.dictionary import Column, Table, dictionary
from analysis.codebook.indicators import Label
from analysis.codebook.loading import load

REPORTS, REPORT = "reports", "report_id"
MISSING = ""


class Workbook(BaseModel):
    """Words of the workbook for people.

    Attributes
    ----------
    left_out : tuple of str
        Tables that have no sheet.
    heads, sheets : dict of str to Label
        Headings of the first sheet, and what the sheets beside the tables are.
    notes : tuple of Label
        How to read it.
    present, absent : Label
        What is said of a table that has a sheet, and of one that has none.
    cut : str
        Ends the text of a cell that could not hold all of it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    left_out: tuple[str, ...]
    heads: dict[str, Label]
    sheets: dict[str, Label]
    notes: tuple[Label, ...]
    present: Label
    absent: Label
    cut: str


class Dataset(BaseModel):
    """The file ``dataset.yaml``; see the comments there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str
    licences: dict[str, str]
    description: Label
    sources: tuple[Label, ...]
    workbook: Workbook


@cache
def dataset() -> Dataset:
    """Return what the data say of themselves.

    Examples
    --------
    >>> dataset().title
    '政府信息公开工作年度报告数据'
    """
    return load("dataset", Dataset)


def package(names: Iterable[str]) -> dict:
    """Describe the tables named as a Frictionless data package (``datapackage.json``).

    Examples
    --------
    >>> package(["passages"])["resources"][0]["schema"]["primaryKey"]
    ['report_id', 'start', 'end']
    """
    ours, cited, named = dataset(), citation(), sorted(names)
    licence = {"name": cited.licence, "title": ours.licences[cited.licence]}
    return {
        "name": ours.name,
        "profile": "tabular-data-package",
        "title": both(Label(zh=ours.title, en=cited.title)),
        "description": both(ours.description),
        "version": cited.version,
        "licenses": [licence],
        "citation": cited.words,
        "contributors": [{"title": one.name, "role": "author"} for one in cited.authors],
        "sources": [{"title": both(one)} for one in ours.sources],
        "resources": [_resource(name, dictionary()[name], REPORTS in named) for name in named],
    }


def both(words: Label) -> str:
    """Return words in both languages, as one line."""
    return f"{words.en} / {words.zh}"


def _resource(name: str, table: Table, with_reports: bool) -> dict:
    schema = {
        "fields": [_field(one, column) for one, column in table.columns.items()],
        "missingValues": [MISSING],
        "primaryKey": list(table.keys),
    }
    if with_reports and name != REPORTS and REPORT in table.columns:
        there = {"resource": REPORTS, "fields": [REPORT]}
        schema["foreignKeys"] = [{"fields": [REPORT], "reference": there}]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": both(table.meaning),
        "schema": schema,
    }


def _field(name: str, column: Column) -> dict:
    limits = {
        "required": column.required or None,
        "enum": list(column.values),
        "pattern": column.pattern,
        "minimum": column.minimum,
    }
    unit = {"unit": column.unit} if column.unit else {}
    return {
        "name": name,
        "type": column.type,
        "description": both(column.meaning),
        **unit,
        "constraints": {key: one for key, one in limits.items() if one not in ([], "", None)},
    }
