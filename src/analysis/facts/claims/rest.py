"""What percentage is left of a whole that a sentence divides (其余占比): 其他类别合计不到一成."""

from collections.abc import Iterator

from analysis.codebook.claims import claims
from analysis.facts.claims.said import Part, Said
from analysis.facts.claims.words import words
from analysis.facts.quantities import Quantity

_LEAST = 2  # parts beside the rest


def rests(said: Said) -> Iterator[Part]:
    """Yield the percentages that a sentence says are left, with the parts that it tells before.

    A part is its percentage, or its figure where it has none: 业务动态类占58.3%,办事指南类4410条,
    人事财经类2967条,其他类别合计不到一成.
    """
    for percentage in said.quantities:
        if percentage.is_percentage and _is_rest(said, percentage):
            parts = _parts(said, percentage)
            if len(parts) >= _LEAST and any(q.is_percentage for q in parts):
                yield Part("rest", percentage, tuple(parts))


def _is_rest(said: Said, percentage: Quantity) -> bool:
    """Tell whether it is of the rest, which has no figure of its own and is no row of the form."""
    row = any(word in said.clause(percentage) for word in claims().row)
    return bool(words().rest.match(said.lead(percentage))) and not row


def _parts(said: Said, rest: Quantity) -> list[Quantity]:
    """Return the parts before the rest, each once: 征地类64件,占66.7% is one of them."""
    before = [q for q in said.quantities if q.start < rest.start and q.start not in said.growths]
    before = [q for q in before if q.is_percentage or said.is_count(q)]
    return [q for i, q in enumerate(before) if not _has_its_share(before[i : i + 2])]


def _has_its_share(pair: list[Quantity]) -> bool:
    return len(pair) > 1 and pair[1].is_percentage and not pair[0].is_percentage
