"""Shares whose part is named where its figure does not stand (个人隐私类占…, 前者占…)."""

import re
from collections.abc import Iterator

from analysis.codebook.claims import claims
from analysis.facts.claims.said import Part, Said, wholes_of
from analysis.facts.claims.words import words
from analysis.facts.quantities import Quantity

_NAME = re.compile(r"[^,;:。()、\d%]*$")
_LEAST, _LONGEST = 2, 30  # characters of a name


def elsewhere(
    said: Said, percentage: Quantity, share: re.Match, stated: list[Quantity]
) -> Iterator[Part]:
    """Yield the share of a part that is named before the word of a share (占).

    Parameters
    ----------
    said : Said
    percentage : Quantity
    share : Match
        That word, in the words since the number before, with what stands behind it as ``base``.
    stated : list of Quantity
        The whole, where it is named with its number.
    """
    name = _NAME.search(share.string[: share.start()])[0]
    pair = _pair(said, percentage) if name in claims().pair else []
    part = pair[claims().pair[name].last] if pair else _called(said, percentage, _core(name))
    if part:
        base = _called(said, percentage, _core(_without_whole(share["base"])))
        wholes = stated or ([base] if base and _may_be_whole(said, base, part) else [])
        likely = wholes or wholes_of(said, part, pair or [part])
        yield Part("share", percentage, (part,), tuple(likely), named=bool(wholes))


def _pair(said: Said, percentage: Quantity) -> list[Quantity]:
    """Return the two figures that 前者 and 后者 mean, if there are no others since a semicolon.

    Their sum, and a whole that is more than they are, may be named as well.
    """
    stop = said.text.rfind(";", said.sentence.start, percentage.start)
    counts = [q for q in said.counts(percentage.start) if q.start > stop]
    parts = [q for q in counts if not (said.adds_up(q) or said.is_whole(q))]
    least = sum(q.amount.value for q in parts[-2:])
    listed = any(said.text.startswith("、", q.behind) for q in parts[:-2])
    alone = all(q.amount.value >= least for q in parts[:-2]) and not listed
    alike = len({q.classifier for q in parts[-2:]}) == 1
    return parts[-2:] if len(parts) > 1 and alike and alone else []


def _called(said: Said, percentage: Quantity, name: str) -> Quantity | None:
    """Return the figure before a percentage that is called by a name, if all so called agree."""
    if len(name) < _LEAST:
        return None
    counts = [*said.earlier, *said.counts(percentage.start)]
    found = [q for q in counts if not q.is_percentage and _name_of(said, q) == name]
    return found[-1] if len({q.amount for q in found}) == 1 else None


def _name_of(said: Said, quantity: Quantity) -> str:
    begin = max(0, quantity.before - _LONGEST)
    return _core(_NAME.search(said.text, begin, quantity.before)[0])


def _core(named: str) -> str:
    """Return a name without the words around it: 其中涉及个人隐私类的 is 个人隐私."""
    return words().kin.sub("", words().about.sub("", named))


def _without_whole(base: str) -> str:
    """Return what a whole is called without the words for a whole: 不予公开总数的."""
    while end := next((word for word in claims().whole if base.endswith(word)), ""):
        base = base.removesuffix(end)
    return base


def _may_be_whole(said: Said, whole: Quantity, part: Quantity) -> bool:
    """Tell whether a figure may be the whole of a part: not less, and of the same bodies."""
    links = [said.links[q.start] for q in (whole, part) if q.start in said.links]
    scopes = {(one.scope.kind, one.scope.name) for one in links}
    return whole is not part and whole.amount.value >= part.amount.value and len(scopes) <= 1
