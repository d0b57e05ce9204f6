"""Percentages that a report prints for the share of a figure (占…的53.3%)."""

import itertools
from dataclasses import dataclass

from analysis.facts.facets import telling_facets
from analysis.facts.fields import Link
from analysis.facts.lexing import Token, says, tokens
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
    begin = max(q.behind for q in sentence.quantities if q.start < group[0].start)
    between = sentence.within(begin, group[0].before)
    says_share = says(between, "relation", "share")
    says_else = says(between, "relation", "growth", "rate", "past") or says(between, "foreign")
    written = tokens(sentence.text, sentence.level, begin, group[0].before)
    other = says_else or says(written, "scope", "above") or _names_another(between, owners)
    return owners if says_share and not other else []


def _names_another(between: list[Token], owners: list[Link]) -> bool:
    """Tell whether another figure than the one before is said to have the share.

    网站发布9000条,占九成,微博占一成: the tenth is of what Weibo published. 占全省的两成 is no share
    of the report's own figures either.
    """
    subject = itertools.takewhile(lambda token: not token.has("relation", "share"), between)
    stated = {(facet, value) for one in owners for facet, value in one.facets.items()}
    said = {(facet, value) for t in subject for facet in t.notions for value in t.values(facet)}
    return any(f in telling_facets() and (f, value) not in stated for f, value in said)
