"""What all pages share (版式): where they stand, their navigation, and the templates they fill."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from analysis.codebook.words import LANGUAGES, word

TEMPLATES = Path(__file__).resolve().parent / "templates"
INDEX = {"zh": "index.html", "en": "index.en.html"}
HAN = re.compile(r"[\u3400-\u9fff]")
NAVIGATION = {
    "site.home": ("index", ""),
    "site.bodies": ("bodies", ""),
    "site.comparisons": ("index", "comparison"),
    "site.themes": ("index", "themes"),
    "site.quality": ("index", "data_quality"),
    "site.data": ("data", ""),
    "site.method": ("method", ""),
}


class Link(NamedTuple):
    """Words that lead somewhere; `href` is quoted already."""

    words: str
    href: str


class Grid(NamedTuple):
    """A table as a page shows it.

    Attributes
    ----------
    label : str
        Says what it is to those who do not see it.
    heads : list of str
        One per column.
    rows : list of list
        Cells are text, a `Link`, or a list of these; the first one heads its row.
    ids : sequence of str
        One per row, where rows are led to.
    """

    label: str
    heads: list[str]
    rows: list[list]
    ids: Sequence[str] = ()


class Section(NamedTuple):
    """A table with its heading, of a page that is made of such.

    Attributes
    ----------
    id : str
        Leads to it.
    reading : str
        How to read it; may be empty.
    grid : Grid
        Its label is the heading.
    """

    id: str
    reading: str
    grid: Grid


def stem_of_report(report_id: str) -> str:
    """Return the path of a report's page below the site, without language and ending.

    Examples
    --------
    >>> stem_of_report("新乡市-2016")
    'reports/新乡市-2016'
    """
    return f"reports/{report_id}"


def stem_of_body(body: str) -> str:
    """Return the path of a body's page below the site, without language and ending."""
    return f"bodies/{body}"


def chinese(cell: object) -> bool:
    """Tell whether a cell has Chinese in it, so that an English page can say so to a voice.

    Examples
    --------
    >>> chinese("乐陵市 Laoling"), chinese("5–8")
    (True, False)
    """
    return bool(HAN.search(str(cell)))


def path_of(stem: str, language: str) -> str:
    """Return the path of a page below the site.

    Examples
    --------
    >>> path_of("index", "en"), path_of("reports/新乡市-2016", "en")
    ('index.en.html', 'reports/新乡市-2016-en.html')
    """
    return INDEX[language] if stem == "index" else f"{stem}-{language}.html"


def to(path: str, place: str = "") -> str:
    """Return a reference to a path, and to a place in it.

    Examples
    --------
    >>> to("../data/a b.csv"), to("", "n5-8")
    ('../data/a%20b.csv', '#n5-8')
    """
    return quote(path) + (f"#{place}" if place else "")


def grid(label: str, shown: pd.DataFrame, ids: Sequence[str] = ()) -> Grid:
    """Return a listing, whose index is its first column, as a table."""
    rows = shown.reset_index().to_numpy(object).tolist()
    return Grid(label, [shown.columns.name, *shown.columns], rows, ids)


def fill(template: str, stem: str, language: str, **content: object) -> str:
    """Return a page of the site, filled with `content`.

    Parameters
    ----------
    template : str
        Its name without ``.html.j2``.
    stem : str
        Path of the page below the site, without language and ending.
    language : str
        ``zh`` or ``en``.
    content : objects
        What the template asks for, a ``title`` among it.
    """
    up = "../" * stem.count("/")
    other = next(one for one in LANGUAGES if one != language)
    return _template(template).render(
        language=language,
        word=partial(word, language=language),
        up=up,
        other=to(up + path_of(stem, other)),
        navigation=list(_navigation(up, stem, language)),
        **content,
    )


def write(site: Path, template: str, stem: str, language: str, **content: object) -> None:
    """Write a page of the site; see `fill`."""
    place = site / path_of(stem, language)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(fill(template, stem, language, **content), encoding="utf-8")


def _navigation(up: str, stem: str, language: str) -> Iterable[tuple[Link, bool]]:
    """Yield the links on top of a page, and whether each leads to the page itself."""
    for key, (target, place) in NAVIGATION.items():
        here = (target, place) == (stem, "")
        yield Link(word(key, language), to(up + path_of(target, language), place)), here


@cache
def _template(name: str) -> Template:
    loader = FileSystemLoader(TEMPLATES)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    made.tests["chinese"] = chinese
    return made.get_template(f"{name}.html.j2")
