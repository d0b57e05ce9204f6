"""Which percentage a part is said to make of a whole (占比)."""

import re
from collections.abc import Iterable, Iterator

from analysis.codebook.claims import claims
from analysis.codebook.quantities import quantities
from analysis.facts.claims.said import Part, Said
from analysis.facts.claims.words import words
from analysis.facts.quantities import Quantity

_JOINED = ("和", "、", "及", "与", ",", "以及")
_CLAUSE = re.compile("[,;:。()]")
_EMPTY = re.compile(r"[,;:(、]?(?:[所约仅也就均又]|分别|各|其)*")


def percentages(said: Said) -> list[list[Quantity]]:
    """Return the percentages, those that are listed together in one group."""
    groups: list[list[Quantity]] = []
    for quantity in (q for q in said.quantities if q.is_percentage):
        gap = said.text[groups[-1][-1].behind : quantity.before] if groups else None
        if gap in _JOINED:
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


def shares(said: Said, group: list[Quantity]) -> Iterator[Part]:
    """Yield the shares that a group of percentages states."""
    lead, first = said.lead(group[0]), group[0]
    rate = words().rate.search(lead)
    if rate and len(group) == 1:
        yield from _rate(said, first, rate)
        return
    counts = said.counts(first.start)
    stated = counts[-1:] if counts and _is_whole(said, counts[-1]) else []
    share = words().share.search(said.lead(stated[0]) if stated else lead)
    parts = counts[: len(counts) - len(stated)][-len(group) :]
    aside = lead == "(" and said.text[first.behind : first.behind + 1] in (")", ",")
    if len(parts) < len(group) or not (share or aside):
        return
    told = said.lead(stated[0]) if stated else lead
    if share and not _is_about(said, told[: share.start()], parts[-1]):
        return
    base = share["base"] if share else ""
    for percentage, part in zip(group, parts, strict=True):
        wholes = tuple(stated) or tuple(_wholes(said, part, parts))
        named = bool(stated) or bool(words().whole.fullmatch(base))
        yield Part("share", percentage, (part,), wholes, named=named)


def _is_about(said: Said, told: str, part: Quantity) -> bool:
    """Tell whether no other thing has the share: 主动公开425件,主动公开比例为83.3%."""
    named = told.strip(",;:(")
    return bool(_EMPTY.fullmatch(told)) or named in said.lead(part)


def _is_whole(said: Said, quantity: Quantity) -> bool:
    """Tell whether a count is named as the whole of a share: 占受理总数120件的53.3%."""
    return bool(words().share.search(said.lead(quantity)))


def _wholes(said: Said, part: Quantity, parts: list[Quantity]) -> Iterator[Quantity]:
    """Yield what a part may be a part of, the nearest in the sentence first."""
    own = [q for q in said.counts(part.start) if q not in parts]
    for quantity in (*reversed(own), *reversed(said.earlier)):
        enough = quantity.amount.value >= part.amount.value
        if quantity.classifier == part.classifier and enough:
            yield quantity


def _rate(said: Said, percentage: Quantity, rate: re.Match) -> Iterator[Part]:
    """Yield the rate of what was done to what came in, where the sentence counts both."""
    verbs, counts = claims().rates[rate["rate"]], said.counts(percentage.start)
    which = rate.string[: rate.start()].strip(",;:(")
    done = [q for q in counts if any(which + verb in said.lead(q) for verb in verbs.part)][-1:]
    came = [q for q in counts if any(verb in said.lead(q) for verb in verbs.whole)]
    came = came or [q for q in said.earlier if _says_before(said.text, q, verbs.whole)]
    came = [q for q in came if done and q.start < done[0].start and _alike(q, done[0])]
    if came:
        yield Part("share", percentage, (done[0],), (came[-1],), named=True)


def _says_before(text: str, quantity: Quantity, verbs: Iterable[str]) -> bool:
    """Tell whether one of some verbs stands in the clause before a number."""
    return any(verb in _CLAUSE.split(text[: quantity.before])[-1] for verb in verbs)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two classifiers count the same kind of thing: 件 and 件次."""
    names = {one.classifier, other.classifier}
    return len(names) == 1 or any(names <= set(g) for g in quantities().classifiers.values())
