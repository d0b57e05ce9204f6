"""The national forms (国家统一表式), one file each: their rows and columns in printed order."""

from functools import cache
from itertools import product

from pydantic import BaseModel, ConfigDict, model_validator

from analysis import paths
from analysis.codebook.indicators import indicators
from analysis.codebook.loading import load


class Line(BaseModel):
    """A row or a column of a form.

    Attributes
    ----------
    key : str
        The row's and the column's keys, joined by a point, are the indicator; a heading has none.
    applicant : str
        Key of the applicant that a column is about.
    label : str
        As printed, its number included.
    also : list of str
        Other words for it.
    within : list of str
        Labels of the groups that it belongs to, the outermost first.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str = ""
    applicant: str = ""
    label: str
    also: list[str] = []
    within: list[str] = []


class Part(BaseModel):
    """A table of a form; one with a single row of figures has no row labels."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    columns: list[Line]
    rows: list[Line]

    @model_validator(mode="after")
    def _cells_are_indicators(self) -> "Part":
        if unknown := _cells_of(self) - set(indicators()):
            raise ValueError(f"no ids of indicators.yaml: {', '.join(sorted(unknown))}")
        return self


class Years(BaseModel):
    """Reporting years in which a form was in use; the last one may be open."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    since: int
    until: int | None = None


class Form(BaseModel):
    """A generation of the national form."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    years: Years
    parts: dict[str, Part]


def indicator(row: str, column: str) -> str:
    """Return the id of the cell where a row and a column of a form meet.

    Examples
    --------
    >>> indicator("rules", "made"), indicator("request.new", "")
    ('rules.made', 'request.new')
    """
    return ".".join(filter(None, (row, column)))


@cache
def forms() -> dict[str, Form]:
    """Return every form by name, in order of its years.

    Examples
    --------
    >>> list(forms())
    ['form_2014', 'form_2019', 'form_2021']
    """
    names = sorted(path.stem for path in (paths.CODEBOOK / "forms").glob("*.yaml"))
    return {name: load(f"forms/{name}", Form) for name in names}


@cache
def form_of(year: int) -> str:
    """Return the name of the form of a reporting year.

    Before 2014 there was no national form; reports use the words of the first one.

    Examples
    --------
    >>> form_of(2010), form_of(2020), form_of(2030)
    ('form_2014', 'form_2019', 'form_2021')
    """
    return next(name for name, one in forms().items() if year <= (one.years.until or year))


@cache
def asked_in(year: int) -> frozenset[str]:
    """Return the indicators of the form of a reporting year.

    Examples
    --------
    >>> "channel.website" in asked_in(2010), "channel.website" in asked_in(2019)
    (True, False)
    """
    parts = forms()[form_of(year)].parts.values()
    return frozenset(name for part in parts for name in _cells_of(part))


def _cells_of(part: Part) -> set[str]:
    rows = [row.key for row in part.rows if row.key] or [""]
    return {indicator(row, column.key) for row, column in product(rows, part.columns)}


@cache
def applicants() -> tuple[str, ...]:
    """Return the kinds of applicant that the forms tell apart, in printed order.

    Examples
    --------
    >>> applicants()[:2]
    ('natural_person', 'business')
    """
    parts = (part for form in forms().values() for part in form.parts.values())
    named = dict.fromkeys(column.applicant for part in parts for column in part.columns)
    return tuple(name for name in named if name not in ("", "total"))


@cache
def by_applicant() -> frozenset[str]:
    """Return the indicators that the forms give for each kind of applicant.

    Examples
    --------
    >>> "request.new" in by_applicant(), "request.received" in by_applicant()
    (True, False)
    """
    parts = (part for form in forms().values() for part in form.parts.values())
    asking = (part for part in parts if any(column.applicant for column in part.columns))
    return frozenset(name for part in asking for name in _cells_of(part))
