"""Indicators (指标): ids, official labels, units and groups."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Label(BaseModel):
    """Words in both languages of the project."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: str
    en: str


class Indicator(BaseModel):
    """A row of a national form.

    Attributes
    ----------
    label, short : Label
        The official label, and a short form for charts.
    unit : str
        The unit in which values are stored (条, 件, 万元 …).
    group : str
        The part of the form that the row belongs to.
    since, until : int or None
        The first and the last reporting year in which prose states this row.
    then : str
        The row that the same words state in later years, as long as a form has it.
    comparable_from : int or None
        The reporting year since which its figures mean the same as later ones; None for all years.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    short: Label
    unit: str
    group: str
    since: int | None = None
    until: int | None = None
    then: str = ""
    comparable_from: int | None = None


@cache
def indicators() -> dict[str, Indicator]:
    """Return every indicator by id, in the order of the form.

    Examples
    --------
    >>> indicators()["channel.website"].label.zh
    '政府网站公开政府信息数'
    """
    return load("indicators", dict[str, Indicator])


def stated_in(name: str, year: int) -> str:
    """Return the row that the words for a row state in a reporting year; empty where none does.

    Examples
    --------
    >>> stated_in("request.received", 2018), stated_in("request.received", 2019)
    ('request.received', 'request.new')
    >>> stated_in("request.carried_in", 2018)
    ''
    >>> [stated_in("disclosure.normative_documents", year) for year in (2019, 2021)]
    ['normative_documents.published', 'disclosure.normative_documents']
    """
    one = indicators()[name]
    if one.since and year < one.since:
        return ""
    if one.until is None or year <= one.until:
        return name
    later = indicators()[one.then].until if one.then else None
    return name if later is not None and later < year else one.then
