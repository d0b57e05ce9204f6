"""The data to take away (下载): files with their size, how to cite them, and the dictionary."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pandas as pd

from analysis import paths, tables
from analysis.codebook.citation import citation
from analysis.codebook.dataset import dataset
from analysis.codebook.dictionary import dictionary
from analysis.codebook.words import word
from analysis.publishing import frame
from analysis.publishing.frame import Grid, Link, Section, path_of, to

KINDS = ("csv", "parquet")
COLUMN = ("column", "type", "unit", "meaning", "allowed")
CODE = ("id", "unit", "label")


def write_downloads(
    frames: Mapping[str, pd.DataFrame], site: Path, languages: Iterable[str]
) -> None:
    """Write the page of the data and that of their dictionary.

    Parameters
    ----------
    frames : mapping of str to DataFrame
        The tables by name.
    site : Path
        Folder of the site; the data set stands in it already.
    languages : iterable of str
        Of ``zh`` and ``en``.
    """
    for language in languages:
        files = [_tables(frames, site, language), _others(site, language)]
        title, lead = word("site.data", language), getattr(dataset().description, language)
        content = {"title": title, "lead": lead, "facts": _facts(language), "sections": files}
        frame.write(site, "tables", "data", language, **content)
        sections = [*_dictionary(language), *_codes(language)]
        title, lead = word("site.dictionary", language), word("dictionary.lead", language)
        content = {"title": title, "lead": lead, "facts": [], "sections": sections}
        frame.write(site, "tables", "dictionary", language, **content)


def size(count: int) -> str:
    """Write how large a file is.

    Examples
    --------
    >>> size(812), size(48_213), size(2_500_000)
    ('812 B', '48 kB', '2.5 MB')
    """
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def _facts(language: str) -> list[tuple[str, str]]:
    heads, cited = dataset().workbook.heads, citation()
    facts = {"version": cited.version, "licence": cited.licence, "citation": cited.words}
    facts["sources"] = " ".join(getattr(one, language) for one in dataset().sources)
    return [(getattr(heads[name], language), value) for name, value in facts.items()]


def _tables(frames: Mapping[str, pd.DataFrame], site: Path, language: str) -> Section:
    """Return the tables with their rows and files, each leading to its part of the dictionary."""
    book = path_of("dictionary", language)
    rows = [
        [
            Link(name, to(book, name)),
            getattr(dictionary()[name].meaning, language),
            f"{len(content):,}",
            *(_file(site, f"{name}.{kind}", kind.upper()) for kind in KINDS),
        ]
        for name, content in frames.items()
    ]
    keys = ("table", "meaning_of_row", "rows", "csv", "parquet")
    heads = [word(f"data.{key}", language) for key in keys]
    reading = word("data.reading", language)
    return Section("tables", reading, Grid(word("data.tables", language), heads, rows))


def _others(site: Path, language: str) -> Section:
    names = {
        f"{dataset().name}.xlsx": "workbook",
        "datapackage.json": "description",
        paths.CITATION.name: "citation",
    }
    rows = [
        [_file(site, name, name), word(f"data.{what}", language)] for name, what in names.items()
    ]
    heads = [word("column.file", language), word("column.content", language)]
    return Section("others", "", Grid(word("data.others", language), heads, rows))


def _file(site: Path, name: str, shown: str) -> Link:
    """Return a link to a file of the data set with its size."""
    path = f"{paths.DATASET.name}/{name}"
    return Link(f"{shown} ({size((site / path).stat().st_size)})", to(path))


def _dictionary(language: str) -> Iterator[Section]:
    """Yield what the dictionary says of each table."""
    lists = set(tables.coded()["list"])
    for name, rows in tables.described().groupby("table", sort=False):
        cells = [_column(row, lists, language) for row in rows.itertuples()]
        heads = [word(f"dictionary.{key}", language) for key in COLUMN]
        yield Section(name, getattr(dictionary()[name].meaning, language), Grid(name, heads, cells))


def _column(row: tuple, lists: set[str], language: str) -> list:
    allowed = (
        Link(row.allowed, to("", f"ids-{row.allowed}")) if row.allowed in lists else row.allowed
    )
    name = word("dictionary.required", language, name=row.column) if row.required else row.column
    return [name, row.type, row.unit, getattr(row, f"meaning_{language}"), allowed]


def _codes(language: str) -> Iterator[Section]:
    """Yield the ids of each list, with the words for them."""
    heads = [word(f"dictionary.{key}", language) for key in CODE]
    for name, rows in tables.coded().groupby("list", sort=False):
        cells = rows[["id", "unit", f"label_{language}"]].to_numpy(object).tolist()
        title = word("dictionary.ids", language, name=name)
        yield Section(f"ids-{name}", "", Grid(title, heads, cells))
