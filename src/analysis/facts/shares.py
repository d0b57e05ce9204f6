"""Percentages that a report prints for the share of a figure (占…的53.3%)."""

from dataclasses import dataclass

from analysis.facts.fields import Link
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity
from analysis.facts.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Share:
    """A printed percentage and the linked number whose share it is."""

    quantity: Quantity
    link: Link


def find_shares(sentence: Sentence, links: list[Link]) -> list[Share]:
    """Return the shares printed in a sentence for the numbers linked in it.

    A percentage behind 占 or 比重 belongs to the linked number before it if no other count stands
    between; a list of percentages (分别占…的4.3%和4.1%) to as many numbers before it.
    """
    found: list[Share] = []
    for group in _groups(sentence):
        owners = _owners(sentence, links, group)
        found += [Share(q, one) for q, one in zip(group, owners, strict=False)]
    return found


def _groups(sentence: Sentence) -> list[list[Quantity]]:
    """Return the percentages, those joined by 和 or 、 together."""
    groups: list[list[Quantity]] = []
    for quantity in (q for q in sentence.quantities if q.is_percentage):
        gap = sentence.text[groups[-1][-1].behind : quantity.before] if groups else None
        if gap in ("和", "、", "及", "与", ","):
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


def _owners(sentence: Sentence, links: list[Link], group: list[Quantity]) -> list[Link]:
    """Return the links whose shares a group of percentages prints, if it prints shares."""
    counts = [q for q in sentence.quantities if not q.is_percentage and q.start < group[0].start]
    by_number = {one.quantity.start: one for one in reversed(links)}
    owners = [by_number.get(q.start) for q in counts[-len(group) :]]
    if len(owners) < len(group) or None in owners:
        return []
    between = sentence.within(counts[-1].behind, group[0].before)
    says_share = says(between, "relation", "share")
    says_else = says(between, "relation", "growth", "rate", "past") or says(between, "foreign")
    return owners if says_share and not says_else else []
