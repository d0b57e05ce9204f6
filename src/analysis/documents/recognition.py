"""Whose annual report a document is, and of which year (政府信息公开工作年度报告)."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace

from analysis.codebook.divisions import Division, Divisions
from analysis.codebook.reasons import found, reason
from analysis.documents.bodies import (
    GOVERNMENT,
    LEVEL_OF,
    LEVELS,
    OFFICE,
    TOWNSHIP,
    Name,
    called,
    candidates,
    choose,
    parse,
)
from analysis.documents.clues import Clues
from analysis.errors import UnrecognisedError
from analysis.records import Document, Report

# Body and report_id become file names.
SAFE = re.compile(r"(?!-)[\u3400-\u9fff〇\U00020000-\U0003ffffA-Za-z0-9()（）·-]{1,70}")


def recognise(document: Document, row: Mapping[str, str], divisions: Divisions) -> Report:
    """Tell whose report a document is.

    Parameters
    ----------
    document : Document
        As read.
    row : mapping of str to str
        The file's row of ``sources.csv``, possibly empty; what is filled in there wins.
    divisions : Divisions
        The official divisions.

    Raises
    ------
    UnrecognisedError
        When the text is no annual report on open government information, when body or year
        cannot be told, or when the row says something that cannot be used.
    """
    given = {k: v.strip() for k, v in row.items() if isinstance(v, str) and v.strip()}
    clues = Clues(document, given.get("title", ""))
    if not clues.is_report():
        raise UnrecognisedError(reason("no_report", begins="".join(document.text.split())[:30]))
    year = _year(clues, given)
    name, place = _body(clues, given, year, divisions)
    report = _report(clues, name, place, year, divisions)
    return _checked(report._replace(**_overrides(given, year)))


def _year(clues: Clues, given: Mapping[str, str]) -> int:
    if "year" in given:
        if not re.fullmatch(r"20\d\d", given["year"]):
            raise UnrecognisedError(reason("no_such_year", year=given["year"]))
        return int(given["year"])
    year = clues.year()
    if year is None:
        raise UnrecognisedError(reason("no_year", title=clues.title))
    return year


def _body(
    clues: Clues, given: Mapping[str, str], year: int, divisions: Divisions
) -> tuple[Name, Division | None]:
    """Return the body and its place: from the row, else the title, else the rest of the text."""
    stated = given.get("body") or clues.title_prefix()
    name = parse(stated, divisions) if stated else None
    if name is None and "level" in given and "body" in given:
        return Name((), stated, given["level"]), None
    if name is None and ("body" in given or _names_a_place(stated)):
        raise UnrecognisedError(reason("no_such_division", stated=stated, year=year))
    if name is None:
        name = _bearer(clues, divisions)
    if name.lacks_place:
        name = replace(name, places=_places_elsewhere(name, clues, divisions))
    return name, _place(name, clues, given, year, divisions)


def _names_a_place(stated: str) -> bool:
    return stated.endswith(("省", "市", "县", "区", "旗", "州", "盟")) and len(stated) > 2


def _bearer(clues: Clues, divisions: Divisions) -> Name:
    """Return the body that the text names, a government where its office speaks for it."""
    for written in clues.bearers():
        name = parse(written, divisions)
        if name is None or (name.lacks_place and name.kind != TOWNSHIP):
            continue
        if name.kind == OFFICE and clues.speaks_for_all():
            return Name(name.places, "", GOVERNMENT)
        return name
    raise UnrecognisedError(reason("no_body", title=clues.title))


def _places_elsewhere(lacking: Name, clues: Clues, divisions: Divisions) -> tuple[str, ...]:
    """Return the place of a body that its title names without one (市教育局, 尹集乡).

    A township that names no county anywhere is known by its own name.
    """
    named = (parse(written, divisions) for written in clues.bearers())
    places = next((name.places for name in named if name and name.places), ())
    if not places and lacking.kind != TOWNSHIP:
        raise UnrecognisedError(reason("no_place", name=lacking.rest))
    return places


def _place(
    name: Name, clues: Clues, given: Mapping[str, str], year: int, divisions: Divisions
) -> Division | None:
    if not name.places:
        return None
    known = candidates(name.places, year, divisions)
    known = [p for p in known if given.get("adcode", p.adcode) == p.adcode] or known
    known = [p for p in known if given.get("province", p.province) == p.province] or known
    place = choose(known, clues.context + "\n".join(clues.furniture))
    if place is None:
        where = "、".join(p.parent + p.name for p in known) or found("none_known")
        raise UnrecognisedError(
            reason("which_place", name="".join(name.places), year=year, where=where)
        )
    return place


def _report(
    clues: Clues, name: Name, place: Division | None, year: int, divisions: Divisions
) -> Report:
    body = called(name, place, year, divisions)
    itself = place if name.kind == GOVERNMENT else None
    current = itself and itself in divisions.named(itself.name, year)
    return Report(
        report_id=f"{body}-{year}",
        body=body,
        english=itself.english if itself else "",
        province=place.province if place else "",
        level=itself.level if itself else LEVEL_OF.get(name.kind, name.kind),
        adcode=itself.adcode if current else "",
        year=year,
        title=clues.title,
        issuer=clues.issuer(),
        published=clues.published(year),
        form=clues.form(year),
    )


def _overrides(given: Mapping[str, str], year: int) -> dict[str, str]:
    """Return the fields of a report that the row of ``sources.csv`` states."""
    fields = ("body", "province", "level", "adcode", "published", "report_id")
    stated = {field: given[field] for field in fields if field in given}
    if "publisher" in given:
        stated["issuer"] = given["publisher"]
    if "body" in given:
        stated.setdefault("report_id", f"{given['body']}-{year}")
    return stated


def _checked(report: Report) -> Report:
    for field in ("report_id", "body"):
        if not SAFE.fullmatch(getattr(report, field)):
            value = getattr(report, field)
            raise UnrecognisedError(reason("no_file_name", value=value, field=field))
    if report.level not in LEVELS:
        raise UnrecognisedError(reason("no_level", level=report.level, levels=", ".join(LEVELS)))
    _refuse_false_day(report.published)
    return report


def _refuse_false_day(published: str) -> None:
    try:
        datetime.date.fromisoformat(published or "2000-01-01")
    except ValueError as error:
        raise UnrecognisedError(reason("no_day", published=published)) from error
