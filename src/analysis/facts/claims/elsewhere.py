"""Shares whose part or whole is named where its figure does not stand (政务微信公开数占全市的…)."""

import re

from analysis.codebook.claims import claims
from analysis.facts.claims.said import Said, of_a_kind
from analysis.facts.claims.words import words
from analysis.facts.quantities import Quantity

_NAME = re.compile(r"[^,;:。()、\d%]*$")
_AND = re.compile("[和及与]")
_LEAST, _LONGEST = 2, 30  # characters of a name
_GENERAL = {
    "act",
    "topic",
    "relation",
    "function",
    "label",
    "work",
}  # facets that single nothing out


def named_parts(said: Said, percentage: Quantity, told: str) -> list[Quantity]:
    """Return the figures whose share a percentage is, by the words before that of a share (占).

    Parameters
    ----------
    said : Said
    percentage : Quantity
    told : str
        Those words, since the number before.
    """
    name = _NAME.search(told)[0]
    if name in claims().pair:
        pair = _pair(said, percentage)
        return pair[claims().pair[name].last :][:1]
    if words().together.fullmatch(name):
        return _together(said, percentage)
    if joined := _joined(said, percentage, name):
        return joined
    if len(_core(name)) < _LEAST:  # 统计数据类公开力度加大,占16.4%
        name = _NAME.search(told[: len(told) - len(name)].rstrip(",:("))[0]
    return called(said, percentage, name)[-1:]


def _joined(said: Said, percentage: Quantity, name: str) -> list[Quantity]:
    """Return the figures of several names, all of them: 予以公开和部分公开合计占64.1%."""
    names = _AND.split(words().together.sub("", name))
    found = [called(said, percentage, one)[-1:] for one in names] if len(names) > 1 else []
    return [one for figures in found for one in figures] if all(found) else []


def named_wholes(said: Said, part: Quantity, base: str) -> list[Quantity] | None:
    """Return the figures that the words between 占 and a percentage name: 占全县的35.1%.

    None where these name none, as 占总数的 does.
    """
    name = _without_whole(words().filler.sub("", base))
    if not name:
        return None
    before = [q for q in (*said.earlier, *said.counted) if name in said.clause(q)]
    found = before if len({q.amount for q in before}) == 1 else called(said, part, name)
    enough = [q for q in found if q is not part and q.amount.value >= part.amount.value]
    return [q for q in enough if of_a_kind(q, part) and _of_one_scope(said, q, part)]


def called(said: Said, place: Quantity, name: str) -> list[Quantity]:
    """Return the figures that are called by a name, if all so called agree; none otherwise.

    Those that have the very name, else those whose name it holds or is held by, else those of the
    same channel, outcome ….
    """
    core = _core(name)
    if len(core) < _LEAST:
        return []
    counts = [*said.earlier, *(q for q in said.counted if q is not place)]
    names = [(q, _name_of(said, q)) for q in counts]
    for alike in (
        [q for q, its in names if its == core],
        [
            q
            for q, its in names
            if _holds(said, core, its) or (len(its) > len(core) and core in its)
        ],
        [q for q in counts if _answers(said, name, q)],
    ):
        if alike:
            return alike if len({q.amount for q in alike}) == 1 else []
    return []


def _holds(said: Said, name: str, other: str) -> bool:
    """Tell whether a name holds another one that says something: 乡镇公开 holds 乡镇."""
    return len(other) >= _LEAST and other in name and not _is_general(said, other)


def _is_general(said: Said, name: str) -> bool:
    """Tell whether a name may be anything's: 公开, 收到申请."""
    facets = {facet for token in said.known(name) for facet in token.notions}
    covered = sum(token.end - token.start for token in said.known(name))
    return covered >= len(name) and facets <= _GENERAL


def _answers(said: Said, name: str, quantity: Quantity) -> bool:
    """Tell whether a figure is of the channel, outcome … that a name has: 政务微信公开数."""
    link = said.links.get(quantity.start)
    if link is None:
        return False
    told = {
        f: v for token in said.known(name) for f, v in token.notions.items() if f not in _GENERAL
    }
    own = {f: v for f, v in link.facets.items() if f not in _GENERAL}
    return bool(own) and told.keys() == own.keys() and all(own[f] in told[f] for f in own)


def _pair(said: Said, percentage: Quantity) -> list[Quantity]:
    """Return the two figures that 前者 and 后者 mean, if there are no others since a semicolon.

    Their sum, and a whole that is more than they are, may be named as well.
    """
    stop = said.text.rfind(";", said.sentence.start, percentage.start)
    counts = [q for q in said.counts(percentage.start) if q.start > stop]
    parts = [q for q in counts if not (said.is_sum(q) or said.is_whole(q))]
    least = sum(q.amount.value for q in parts[-2:])
    listed = any(said.text.startswith("、", q.behind) for q in parts[:-2])
    alone = all(q.amount.value >= least for q in parts[:-2]) and not listed
    alike = len({q.classifier for q in parts[-2:]}) == 1
    return parts[-2:] if len(parts) > 1 and alike and alone else []


def _together(said: Said, percentage: Quantity) -> list[Quantity]:
    """Return the figures right before whose share together is told: 合计占45%, 三家合计占45%."""
    counts = said.counts(percentage.start)
    if counts and counts[-1].behind == percentage.before - len(said.lead(percentage)):
        many = int(counts[-1].amount.value)
        if 1 < many < len(counts):
            return counts[-1 - many : -1]
    groups = said.listed(counts)
    return groups[-1] if groups and len(groups[-1]) > 1 else []


def _name_of(said: Said, quantity: Quantity) -> str:
    begin = max(0, quantity.before - _LONGEST)
    return _core(_NAME.search(said.text, begin, quantity.before)[0])


def _core(named: str) -> str:
    """Return a name without the words around it: 其中涉及个人隐私类的 is 个人隐私."""
    return words().kin.sub("", words().about.sub("", named)) or named


def _without_whole(base: str) -> str:
    """Return what a whole is called without the words for a whole: 不予公开总数的."""
    while end := next((word for word in claims().whole if base.endswith(word)), ""):
        base = base.removesuffix(end)
    return base


def _of_one_scope(said: Said, one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures may be of the same bodies; a part of the whole's is as well."""
    links = [said.links[q.start] for q in (one, other) if q.start in said.links]
    scopes = {(link.scope.kind, link.scope.name) for link in links}
    return len(scopes) <= 1 or links[0].scope.kind == "all"
