"""Which figures a sum adds up (合计): 三家合计51件, 全年共收到申请121件."""

import re
from collections.abc import Iterator

from analysis.facts.claims.relation import TELLING, is_a_set
from analysis.facts.claims.rows import is_plausible, on_level
from analysis.facts.claims.said import Part, Said, agree, number, of_a_kind
from analysis.facts.lexing import says
from analysis.facts.quantities import Quantity

_SHORT = 4  # characters of a verb


def added(said: Said, whole: Quantity) -> Iterator[Part]:
    """Yield the figures that a sum adds up."""
    told = said.adds_up(whole)
    if not told or _is_of_a_row(said, whole):
        return
    readings = [run for run in _before(said, whole, told) if len(run) > 1]
    if not readings:
        return
    agreeing = [run for run in readings if agree(said.text, whole, run)]
    sure = bool(told["number"] or told["word"]) and _names_nothing(said, whole, told)
    free = [run for run in readings if not any(q.start in said.wholes for q in run)]
    plain = sure and not told["verb"] and all(q.amount.upper is not None for q in readings[0])
    plain = plain and all(q.amount.value <= whole.amount.value for q in readings[0])
    meant = [
        run for run in readings if plain or (run in free and _is_meant(said, whole, run, sure))
    ]
    if not agreeing and _is_done(said, whole, readings[0]):
        return
    if found := agreeing or meant or free:
        relation = "equal" if agreeing or meant else "near"
        yield Part("list", whole, tuple(found[0]), relation=relation)


def _is_done(said: Said, whole: Quantity, run: list[Quantity]) -> bool:
    """Tell whether a figure is of what was done with what came in and was carried over.

    新收867件,上年结转31件。全年共办结871件: some may be left.
    """
    carried = any(says(said.known(said.lead(q)), "carried") for q in run)
    return carried and says(said.known(said.lead(whole)), "act", "conclude", "reply")


def _names_nothing(said: Said, whole: Quantity, told: re.Match) -> bool:
    """Tell whether a sum says no noun of its own, and so is of the figures before: 共应办理62件."""
    verb = said.tokens(whole.before - len(told["verb"]), whole.before)
    return len(told["verb"]) <= _SHORT and not any(token.has("topic") for token in verb)


def _is_of_a_row(said: Said, whole: Quantity) -> bool:
    """Tell whether a sum is said of one channel, outcome …: 政务微博共发布50条 adds nothing up."""
    clause = said.clause(whole)
    told = said.tokens(whole.before - len(clause), whole.before)
    return any(not TELLING.isdisjoint(t.notions) for t in told)


def _before(said: Said, whole: Quantity, told: re.Match) -> Iterator[list[Quantity]]:
    """Yield what a sum may add up: since a semicolon, in the sentence, in the sentence before."""
    counts = [q for q in said.counts(whole.start) if of_a_kind(q, whole)]
    stop = said.text.rfind(";", said.sentence.start, whole.before)
    if told["number"]:
        yield _summed([q for q in counts if q.start > stop], whole, told)
        yield _summed(counts, whole, told)
        return
    for run in ([q for q in counts if q.start > stop], counts):
        yield run
        yield on_level(said, run)
        yield from (run[begin:] for begin in range(1, len(run) - 1))
    if not counts and said.past and said.lead(whole) == said.clause(whole):
        earlier = [q for q in said.past[-1].counted if of_a_kind(q, whole)]
        yield from (earlier, on_level(said.past[-1], earlier))


def _is_meant(said: Said, whole: Quantity, run: list[Quantity], sure: bool) -> bool:
    """Tell whether figures are what 全年共收到… adds up: all there are, and not far from it.

    Where the sum has a noun of its own, they have to be listed together.
    """
    listed = any(run == group for group in said.listed(said.counted))
    return is_plausible(whole, run) and (sure or listed or is_a_set(said, run))


def _summed(counts: list[Quantity], whole: Quantity, told: re.Match) -> list[Quantity]:
    """Return as many counts as are said to be added up: the last, or the first (前两类).

    What is more than the sum is none of them, as the whole that they are parts of.
    """
    many = number(told["number"])
    some = [q for q in counts if q.amount.value <= whole.amount.value]
    some = some[:many] if told["first"] else counts[-many:]
    return some if len(some) == many else []
