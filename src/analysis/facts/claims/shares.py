"""Which percentage a part is said to make of a whole (占比)."""

import re
from collections.abc import Iterable, Iterator

from analysis.codebook.claims import claims
from analysis.codebook.quantities import quantities
from analysis.facts.claims.elsewhere import named_parts, named_wholes
from analysis.facts.claims.said import Part, Said, of_a_kind, wholes_of
from analysis.facts.claims.words import then, words
from analysis.facts.quantities import Quantity

_CLAUSE = re.compile("[,;:。()]")
_RATE = re.compile(r"(?:^|[,;(])(?P<done>[一-龥]{2,6})率[为达到]{0,2}$")
_EMPTY = re.compile(r"[,;:(、]?(?:[所约仅也就均又]|分别|各|其)*")


def percentages(said: Said) -> list[list[Quantity]]:
    """Return the percentages, those that are listed together in one group."""
    return said.listed(q for q in said.quantities if q.is_percentage)


def shares(said: Said, group: list[Quantity]) -> Iterator[Part]:
    """Yield the shares that a group of percentages states."""
    lead, first = said.lead(group[0]), group[0]
    rate = words().rate.search(lead)
    if rate and len(group) == 1:
        yield from _rate(said, first, rate)
        return
    if len(group) == 1 and (told := _RATE.search(lead)):
        yield from _rate_of(said, first, told["done"])
        return
    before = said.quantities[: said.quantities.index(first)][-1:]
    stated = [q for q in before if said.is_count(q) and said.is_whole(q)]
    share = words().share.search(said.lead(stated[0]) if stated else lead)
    if share and then(said.year).search(share.string):
        return  # 占比由去年的53%提高到62%
    parts = _beside(said, group, stated)
    aside = lead == "(" and said.text[first.behind : first.behind + 1] in (")", ",")
    if aside or (share and parts and _is_about(said, share, parts[-1])):
        for percentage, part in zip(group, parts, strict=len(parts) == len(group)):
            yield _share(said, percentage, [part], parts, stated, share)
    elif share and len(group) == 1:
        told = share.string[: share.start()]
        named = named_parts(said, first, told)
        if named and _is_of_scope(said, named[0], told):
            yield _share(said, first, named, named, stated, share)


def _is_of_scope(said: Said, part: Quantity, told: str) -> bool:
    """Tell whether a figure is of the bodies that a share is said of: 全市个人隐私类占…."""
    scopes = {value for token in said.known(told) for value in token.values("scope")}
    own = next(one for one in (said, *said.past) if part in one.quantities)
    before = own.tokens(own.sentence.start, part.before)
    stated = [value for token in before for value in token.values("scope")][-1:]
    return not (scopes and stated) or stated[0] in scopes


def _beside(said: Said, group: list[Quantity], stated: list[Quantity]) -> list[Quantity]:
    """Return the counts right before: 网上64件、信函40件,分别占61.5%和38.5%; their sum is none."""
    counts = [q for q in said.counts(group[0].start) if q not in stated]
    parts = [q for q in counts if not said.is_sum(q)] if len(group) > 1 else counts
    return parts[-len(group) :] if len(parts) >= len(group) else []


def _share(
    said: Said,
    percentage: Quantity,
    parts: list[Quantity],
    beside: list[Quantity],
    stated: list[Quantity],
    share: re.Match | None,
) -> Part:
    """Return the share that some parts have of their whole: named, else known, else any before."""
    base = share["base"] if share and not stated else ""
    named = stated or named_wholes(said, parts[0], base)
    known = [said.wholes[q.start] for q in parts if q.start in said.wholes]
    others = [q for q in wholes_of(said, parts[0], beside) if q not in known]
    if known:  # what was but another part in a sentence before has no parts here
        wholes = {*said.counted, *said.wholes.values()}
        others = [q for q in others if q.start not in said.wholes or q in wholes]
    wholes = named or [*known, *others]
    sure = bool(named) or (
        named is None and (bool(known) or any(not _has_share(said, q) for q in wholes))
    )
    total = next((word for word in claims().totals if base.rstrip("的").endswith(word)), "")
    return Part("share", percentage, tuple(parts), tuple(wholes), relation=total, named=sure)


def _has_share(said: Said, quantity: Quantity) -> bool:
    """Tell whether a count has a share of its own, and so likely stands beside another part."""
    return bool(words().shared.match(said.text, quantity.behind))


def _is_about(said: Said, share: re.Match, part: Quantity) -> bool:
    """Tell whether no other thing has the share: 主动公开425件,主动公开比例为83.3%."""
    told = share.string[: share.start()]
    named = told.strip(",;:(")
    says_what = told.endswith(",") and not _CLAUSE.search(told[:-1])  # 76个明确了科室,占92.6%
    return bool(_EMPTY.fullmatch(told)) or says_what or named in said.lead(part)


def _rate(said: Said, percentage: Quantity, rate: re.Match) -> Iterator[Part]:
    """Yield the rate of what was done to what came in, where the sentence counts both."""
    verbs, counts = claims().rates[rate["rate"]], said.counts(percentage.start)
    which = rate.string[: rate.start()].strip(",;:(")
    done = [q for q in counts if any(which + verb in said.lead(q) for verb in verbs.part)][-1:]
    done = [q for q in done if which or not any(one in said.lead(q) for one in claims().narrowing)]
    stop = said.text.rfind(";", said.sentence.start, percentage.start)
    came = [q for q in counts if any(verb in said.lead(q) for verb in verbs.whole)]
    came = [q for q in counts if stop < q.start] if done and 0 < stop < done[0].start else came
    came = came or [q for q in said.earlier if _says_before(said.text, q, verbs.whole)]
    came = [q for q in came if done and q.start < done[0].start and _alike(q, done[0])]
    if came:
        yield Part("share", percentage, (done[0],), (came[-1],), named=True)


def _rate_of(said: Said, percentage: Quantity, done: str) -> Iterator[Part]:
    """Yield the rate of what was done to a figure before: 发放450份,收回436份,收回率96.9%."""
    *before, part = said.counts(percentage.start) or [percentage]
    if part.start in said.wholes or done not in said.clause(part):
        return
    enough = [q for q in before if of_a_kind(q, part) and q.amount.value >= part.amount.value]
    wholes = [q for q in enough if q.start not in said.wholes]
    if wholes:
        yield Part("share", percentage, (part,), tuple(wholes[::-1]), named=True)


def _says_before(text: str, quantity: Quantity, verbs: Iterable[str]) -> bool:
    """Tell whether one of some verbs stands in the clause of a number, which is of the year."""
    clause = _CLAUSE.split(text[: quantity.before])[-1]
    return any(verb in clause for verb in verbs) and not any(e in clause for e in claims().ever)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two classifiers count the same kind of thing: 件 and 件次."""
    names = {one.classifier, other.classifier}
    return len(names) == 1 or any(names <= set(g) for g in quantities().classifiers.values())
