"""How the data are made (方法): what is asked, read, computed and checked, and how well."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import bracex

from analysis import paths
from analysis.codebook.charts import charts
from analysis.codebook.checks import checks
from analysis.codebook.forms import asked_in, forms
from analysis.codebook.frames import frames
from analysis.codebook.identities import identities
from analysis.codebook.indicators import indicators
from analysis.codebook.measures import Measure, measures
from analysis.codebook.quantities import quantities
from analysis.codebook.scopes import scopes
from analysis.codebook.words import word
from analysis.facts.quantities import find_quantities
from analysis.figures.amounts import written
from analysis.figures.marks import short
from analysis.publishing import frame
from analysis.publishing.frame import Grid, Section

SCORES = ("set", "precision", "recall", "f1", "found", "missed", "wrong")
INDICATOR = ("indicator", "english", "id", "unit", "years", "wording")
MEASURE = ("measure", "formula", "unit", "definition", "caveats")
RELATIONS = {"equal": "=", "at_least": "≤", "at_most": "≥"}  # of the total to its parts
SCOPE = ("scope", "level", "wording", "example")
WORDS = 4  # shown of each group of words


def write_method(site: Path, languages: Iterable[str]) -> None:
    """Write the page of the method, which the codebook says all of.

    Parameters
    ----------
    site : Path
        Folder of the site.
    languages : iterable of str
        Of ``zh`` and ``en``.
    """
    for language in languages:
        title, lead = word("site.method", language), word("method.lead", language)
        content = {"title": title, "lead": lead, "facts": [], "sections": list(parts(language))}
        frame.write(site, "tables", "method", language, **content)


def parts(language: str) -> Iterator[Section]:
    """Yield the parts of the page."""
    yield _part("accuracy", SCORES, _accuracy(language), language)
    yield _part("forms", ("form", "since", "until", "asked"), _forms(language), language)
    for group in charts().coverage:
        rows, name = _indicators(group, language), word(f"group.{group}", language)
        yield _part("indicators", INDICATOR, rows, language, name=name)._replace(id=group)
    yield _part("intervals", ("wording", "example", "interval"), _intervals(language), language)
    yield _part("scopes", SCOPE, _scopes(language), language)
    yield _part("measures", MEASURE, _measures(language), language)
    yield _part("checks", ("rule", "meaning"), _checks(language), language)
    yield _part("sums", ("rule", "detail", "years"), _sums(language), language)


def _part(
    key: str, heads: Iterable[str], rows: Iterable[list], language: str, **values: str
) -> Section:
    title = word(f"method.{key}", language, **values)
    heads = [word(f"column.{head}", language) for head in heads]
    return Section(key, word(f"method.{key}.reading", language), Grid(title, heads, list(rows)))


def _accuracy(language: str) -> Iterator[list]:
    """Yield the scores that ``make accuracy`` keeps."""
    with paths.ACCURACY.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = word(f"accuracy.{row['set']}", language, round=row["round"])
            yield [name, *(row[score] for score in SCORES[1:])]


def _forms(language: str) -> Iterator[list]:
    for name, form in forms().items():
        since, until = form.years.since, form.years.until or ""
        yield [word(f"form.{name}", language), since, until, len(asked_in(since))]


def _indicators(group: str, language: str) -> Iterator[list]:
    """Yield the indicators of a column of the map, each with a published wording if it has one."""
    wordings = {row.indicator: row.example for one in frames().values() for row in one.rows[::-1]}
    for name, one in indicators().items():
        if one.group in charts().coverage[group]:
            unit = word(f"unit.{one.unit}", language)
            asking = [form for form in forms() if name in asked_in(forms()[form].years.since)]
            labels = [one.label.zh, one.label.en, name, unit]
            yield [*labels, _years(asking, language), wordings.get(name, "")]


def _years(names: Iterable[str], language: str) -> str:
    """Return the years in which forms are in use."""
    spans = (forms()[name].years for name in names)
    return word("list", language).join(f"{one.since}–{one.until or ''}" for one in spans)


def _intervals(language: str) -> Iterator[list]:
    """Yield words of approximation, each with a published sentence and what it is read as."""
    for one in quantities().approximations:
        quantity, *_ = find_quantities(one.example)
        numbers = [float("nan") if end is None else float(end) for end in quantity.amount[:3]]
        yield [word("list", "zh").join(one.words), one.example, written(*numbers, "", language)]


def _scopes(language: str) -> Iterator[list]:
    for group in scopes().words:
        levels = (word(f"level.{level}", language) for level in group.levels)
        whose = word(f"scope.{group.scope}", language)
        form, example = next(iter(group.forms.items()))
        shown = islice(filter(None, bracex.iexpand(form, limit=5000)), WORDS)
        yield [whose, word("list", language).join(levels), word("list", "zh").join(shown), example]


def _measures(language: str) -> Iterator[list]:
    for one in measures().values():
        said = (getattr(words, language) for words in (one.definition, one.caveats))
        yield [getattr(one.label, language), _formula(one, language), one.unit, *said]


def _formula(one: Measure, language: str) -> str:
    """Write a measure as a fraction for each of its denominators."""
    above = _added(one.numerator, language)
    below = (_added(denominator.ids, language) for denominator in one.denominators)
    return word("method.or", language).join(f"{above} ÷ {whole}" for whole in below)


def _added(ids: Iterable[str], language: str) -> str:
    """Write a sum, in brackets where there is more than one figure."""
    words = [short(one, language) for one in ids]
    return f"({' + '.join(words)})" if len(words) > 1 else words[0]


def _checks(language: str) -> Iterator[list]:
    for rule in checks().rules.values():
        yield [getattr(rule.label, language), getattr(rule.meaning, language)]


def _sums(language: str) -> Iterator[list]:
    """Yield the sums of the forms, then the figures that go on from one year to the next."""
    for one in identities().sums.values():
        detail = (
            f"{short(one.total, language)} {RELATIONS[one.relation]} {_added(one.parts, language)}"
        )
        yield [getattr(one.label, language), detail, _years(one.forms, language)]
    for one in identities().over_years.values():
        earlier = word("method.earlier", language, sum=_added(one.earlier, language))
        added = "".join(f" + {short(name, language)}" for name in one.added)
        detail = f"{_added(one.later, language)} = {earlier}{added}"
        yield [getattr(one.label, language), detail, ""]
