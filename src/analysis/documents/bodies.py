"""Names of bodies: the place in them, what kind of body they name, what it is called here."""

from dataclasses import dataclass

from analysis.codebook.divisions import Division, Divisions
from analysis.codebook.identity import identity

GOVERNMENT, OFFICE, DEPARTMENT = "government", "office", "department"
TOWNSHIP, ZONE, NATIONAL = "township", "zone", "national"
LEVELS = ("national", "province", "prefecture", "county", "township", "department")
# A development zone is run as a county-level government, though it is no official division.
LEVEL_OF = {ZONE: "county", OFFICE: "department"}


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a body, taken apart.

    Attributes
    ----------
    places : tuple of str
        Names of divisions at its beginning, the outermost first.
    rest : str
        What follows them, without the words for a government or a township's office.
    kind : str
        Of the constants of this module.
    """

    places: tuple[str, ...]
    rest: str
    kind: str

    @property
    def lacks_place(self) -> bool:
        """Tell whether a place has to be found elsewhere.

        A zone is known by its full name, and an organ of the state needs no place.
        """
        complete = self.kind in (NATIONAL, ZONE) or identity().central.search(self.rest)
        return not self.places and not complete


def parse(written: str, divisions: Divisions) -> Name | None:
    """Take the name of a body apart, None where it names no body.

    Examples
    --------
    >>> from analysis.codebook.divisions import divisions
    >>> parse("河南省新乡市环境保护局", divisions())
    Name(places=('河南省', '新乡市'), rest='环境保护局', kind='department')
    >>> parse("襄阳市人民政府办公室", divisions()).kind
    'office'
    >>> parse("襄城区尹集乡人民政府", divisions()).rest
    '尹集乡'
    """
    places, rest = _places(written, divisions)
    rules = identity()
    placeless = None if places else rules.placeless.search(written)
    if placeless:
        rest = placeless["office"] or ""
    if rules.government.search(rest):
        return Name(places, "", GOVERNMENT) if places else None
    if rules.national.search(written):
        return Name((), "国务院", NATIONAL)
    if places and rules.general_office.search(rest):
        return Name(places, rest, OFFICE)
    for kind, pattern in ((TOWNSHIP, rules.township), (ZONE, rules.zone)):
        if match := pattern.search(rest):
            return Name(places, match["name"], kind)
    return Name(places, rest, DEPARTMENT) if rules.department.search(rest) else None


def _places(written: str, divisions: Divisions) -> tuple[tuple[str, ...], str]:
    places, start = [], 0
    while name := divisions.name_at(written, start):
        places.append(name)
        start += len(name)
    return tuple(places), written[start:]


def candidates(places: tuple[str, ...], year: int, divisions: Divisions) -> list[Division]:
    """Return the divisions that a chain of names (江苏省, 南京市, 鼓楼区) can mean.

    Names of the year come first; where none fits, the same name in any other year.
    """
    *above, name = places
    for found in (divisions.named(name, year), divisions.ever_named(name)):
        fitting = [d for d in found if all(a in (d.province, d.prefecture) for a in above)]
        if fitting:
            return fitting
    return []


def choose(found: list[Division], context: str) -> Division | None:
    """Return the one place that the text around speaks of, None where it does not decide."""
    if len({place.adcode for place in found}) <= 1:
        return found[0] if found else None
    ranked = sorted(found, key=lambda place: _mentions(place, context), reverse=True)
    best, second = (_mentions(place, context) for place in ranked[:2])
    return ranked[0] if best > second else None


def _mentions(place: Division, context: str) -> tuple[int, int]:
    return _count(place.prefecture, context), _count(place.province, context)


def _count(name: str, context: str) -> int:
    stem = name[:-1] if len(name) > 2 else name
    return context.count(stem) if stem else 0


def called(name: Name, place: Division | None, year: int, divisions: Divisions) -> str:
    """Return what a body is called: its place, with the parent where several bear the name.

    The name of a township always has its county in front: towns of one name are too many to
    tell apart otherwise.
    """
    if place is None:
        return "".join(name.places) + name.rest
    homonyms = {other.adcode for other in divisions.named(place.name, year)}
    front = place.parent if len(homonyms) > 1 else ""
    return front + place.name + name.rest
