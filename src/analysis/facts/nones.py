"""Stated nones: a report says that nothing of a kind occurred (无…发生, 未收取费用)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analysis.codebook.frames import Frame, frames
from analysis.facts.fields import APPEALS, Setting
from analysis.facts.lexing import Token, says, tokens, values
from analysis.facts.naming import subject_at_head, subject_of
from analysis.facts.scoping import ALL, Scope, ScopeTrail
from analysis.facts.sentences import Clause, Sentence
from analysis.facts.times import is_of_part_of_the_year, year_at
from analysis.facts.view import fold
from analysis.facts.whose import inherited_scope, is_supervisor

_REACH = 4  # unknown characters that may stand between a negation and what it negates


@dataclass(frozen=True, slots=True)
class StatedNone:
    """An indicator that a report says is none, and the words that say so (offsets in the view)."""

    indicator: str
    scope: Scope
    start: int
    end: int


def find_nones(sentence: Sentence, setting: Setting) -> list[StatedNone]:
    """Return the indicators that a sentence says are none.

    Parameters
    ----------
    sentence : Sentence
    setting : Setting
        As it was before the sentence's numbers were linked.
    """
    if not sentence.mentions("none"):
        return []
    trail = ScopeTrail(inherited_scope(sentence, setting), setting.body)
    found: list[StatedNone] = []
    for clause in sentence.clauses:
        trail.hear(clause.tokens, clause.opened_by)
        trail.turn_to(subject_at_head(sentence, clause, setting.body))
        found += _nones_of(sentence, clause, trail, setting)
    return found


def _nones_of(
    sentence, clause: Clause, trail: ScopeTrail, setting: Setting
) -> Iterator[StatedNone]:
    negations = [t for t in clause.tokens if t.has("none")]
    subject = subject_of(clause.tokens, setting.body) if negations else None
    for negation in negations:
        if _is_no_statement(sentence, clause, negation, setting.year):
            continue
        if _is_of_other_fees(sentence, negation, setting) or _is_of_others(sentence, negation):
            continue
        here = _governed(sentence, clause, negation)
        governed = here or _titled(sentence, clause, negation, setting)
        for topic, words in _by_topic(governed, negation, sentence, setting).items():
            places = [negation, *words] if here else [negation]
            start, end = min(t.start for t in places), max(t.end for t in places)
            scope = subject or trail.scope_of(topic)
            scope = ALL if topic == "complaint" and is_supervisor(scope) else scope
            if scope.kind in ("above", "several"):
                continue
            for indicator in _indicators(topic, [negation, *governed], setting):
                yield StatedNone(indicator, scope, start, end)


def _is_of_other_fees(sentence: Sentence, negation: Token, setting: Setting) -> bool:
    """Tell whether something else was for nothing (办理档案查询1.1万户次,均免费提供)."""
    free = negation.has("none", "fee") and "免费" in sentence.text[negation.start : negation.end]
    counts = bool(sentence.counted) or not says(setting.headings, "topic", "fee")
    return free and counts and not (sentence.says("work.ogi") or sentence.says("topic.request"))


def _is_of_others(sentence: Sentence, negation: Token) -> bool:
    """Tell whether something else led to none (查处违法案件26件,无一引发行政复议)."""
    if not negation.has("relation", "thereby"):
        return False
    before = sentence.before(negation.start)
    named = says(before, "topic", "request", "information") or says(before, "work", "ogi")
    return not named and bool(sentence.unknown(sentence.start, negation.start))


def _is_no_statement(sentence, clause: Clause, negation: Token, year: int) -> bool:
    """Tell whether a negation says nothing of the year and the whole.

    It is of another time or a plan, a condition (如无申请), a relative clause (没有提出申请的), of
    some bodies only (部分单位没有…), of the rest (除…外, 未收取其他费用), a part of a problem, or
    of a number (没有超过20件).
    """
    before = [t for t in clause.tokens if t.end <= negation.start]
    stop = sentence.text.rfind(";", sentence.start, negation.start)  # 其他类10条;未收到申请
    said = [t for t in sentence.tokens if stop < t.start < clause.end]
    rest = says(said, "relation", "except", "rest")
    here = f"{year}年" in sentence.text[clause.start : negation.start]
    since = says(said, "relation", "cumulative") and not here
    if rest or since or says(said, "relation", "period"):
        return True
    if is_of_part_of_the_year(sentence.text[sentence.start : negation.start], year):
        return True
    relative = sentence.text[clause.end - 1] == "的"
    behind = [t for t in clause.tokens if t.start >= negation.start]
    handed_on = "结转" in sentence.text[negation.end : clause.end]  # 无2021年结转申请
    relative = relative or (handed_on and not any(t.has("carried") for t in behind))
    partial = says(before, "relation", "condition") or says(before, "part")
    elsewhen = says(clause.tokens, "relation", "past", "plan")
    counts = any(not negation.start < q.start <= negation.end for q in clause.counts)  # 未发生1起
    stated_year = year_at(sentence, clause, negation.start)
    problem = says(clause.tokens, "section", "problem")
    return relative or partial or elsewhen or counts or problem or stated_year not in (None, year)


def _governed(sentence: Sentence, clause: Clause, negation: Token) -> list[Token]:
    """Return the words that a negation governs: those behind it, else those that it closes.

    上年无结转 and 未实施行政强制 say themselves what there is none of.
    """
    if negation.has("carried") or negation.has("topic"):
        return [negation]
    behind = _understood(sentence, negation, [t for t in clause.tokens if t.start >= negation.end])
    if sentence.unknown(negation.end, clause.end) and not negation.has("none", "fee"):
        return []
    if any(map(_names_something, behind)):
        return behind
    before = [t for t in clause.tokens if t.end <= negation.start]
    return _understood(sentence, negation, before[::-1])


def _titled(sentence: Sentence, clause: Clause, negation: Token, setting: Setting) -> list[Token]:
    """Return the words that a negation alone answers: of the heading, or before a colon.

    四、政府信息公开的收费及减免情况 / 无。 依申请受理信息公开申请:无。
    """
    if (clause.start, clause.end) != (negation.start, negation.end):
        return []
    if clause.opened_by == ":":
        before = sentence.clauses[sentence.clauses.index(clause) - 1]
        return before.tokens if not before.quantities else []
    alone = sentence.text.strip("。;") == sentence.text[negation.start : negation.end]
    return tokens(fold(setting.heading), sentence.level) if alone else []


def _understood(sentence: Sentence, negation: Token, words: list[Token]) -> list[Token]:
    """Return the words, from the negation away, as far as all that is said is understood."""
    reach = _REACH if negation.end - negation.start > 1 else 0
    found: list[Token] = []
    for token in words:
        between = sorted(
            (negation.end, token.start)
            if token.start >= negation.end
            else (token.end, negation.start)
        )
        if sentence.unknown(*between) > reach or token.has("foreign"):
            break
        found.append(token)
    return found


def _names_something(token: Token) -> bool:
    return not token.notions.keys().isdisjoint(_naming_facets())


@cache
def _naming_facets() -> set[str]:
    return {"topic"} | {facet for frame in frames().values() for facet in frame.facets}


def _by_topic(
    governed: list[Token], negation: Token, sentence: Sentence, setting: Setting
) -> dict[str, list[Token]]:
    """Return the topics that are said to be none, each with the words that name it."""
    if negation.has("none", "fee"):
        return {"fee": []}
    found: dict[str, list[Token]] = {}
    verbs = set(negation.values("act"))  # 未出台收费标准 is no 未收费
    for token in governed:
        for topic in token.values("topic"):
            if frames()[topic].stated_none and verbs <= frames()[topic].accepted("act"):
                found.setdefault(topic, []).append(token)
    if len(found) > 1:  # 因政府信息公开申请引发的行政复议 negates the reconsideration only
        found.pop("request", None)
    if not found and _is_of_published(sentence, negation):
        return {}
    return found or _implied(governed, setting) or _of_appeal(governed, sentence, negation)


def _is_of_published(sentence: Sentence, negation: Token) -> bool:
    """Tell whether what was published is said to hold none (公开的信息没有涉及国家秘密的信息)."""
    clause = next(c for c in sentence.clauses if c.start <= negation.start < c.end)
    before = [t for t in clause.tokens if t.end <= negation.start]
    return says(before, "topic", "information")


def _implied(governed: list[Token], setting: Setting) -> dict[str, list[Token]]:
    """Return the topics that facets alone imply: 无延期办结情况, 无传真申请."""
    found = {}
    for topic, frame in frames().items():
        words = [t for t in governed if not t.notions.keys().isdisjoint(frame.implied_by)]
        in_place = not frame.in_context or setting.speaks_of(f"topic.{topic}")
        if words and frame.stated_none and in_place:
            found[topic] = words
    return found


def _of_appeal(governed: list[Token], sentence, negation: Token) -> dict[str, list[Token]]:
    """Return the appeal whose result is said to be none: 行政诉讼3件,…无被依法纠错的案件."""
    words = [t for t in governed if t.has("result")]
    before = sentence.before(negation.start) if words else []
    spoken = [topic for topic in values(before, "topic") if topic in APPEALS]
    return {spoken[-1]: words} if spoken else {}


def _indicators(topic: str, words: list[Token], setting: Setting) -> list[str]:
    """Return the indicators of a topic that words name as none (当面、信函申请均为零)."""
    frame = frames()[topic]
    if frame.needs and not any(setting.speaks_of(need) for need in frame.needs):
        return []
    if any(_says_more(frame, facet, words) for facet in frame.facets):
        return []
    stated = {f: _values(frame, f, words) for f in frame.facets}
    if says(words, "relation", "suchlike"):  # 未收到通过平台、信函等形式的申请: none by any
        stated["route"] = []
    several = [facet for facet, values in stated.items() if len(values) > 1]
    facets = {facet: values[0] for facet, values in stated.items() if len(values) == 1}
    if len(several) > 1:
        return []
    cases = [facets | {f: value} for f in several for value in stated[f]] or [facets]
    rows = [frame.row(case, "") for case in cases]
    named = (row.stated_in(setting.year) for row in rows if row)
    return [one for one in named if one]


def _says_more(frame: Frame, facet: str, words: list[Token]) -> bool:
    """Tell whether words name a value that the form has no row for (无撤回申请)."""
    return facet != "act" and not frame.accepted(facet).issuperset(values(words, facet))


def _values(frame: Frame, facet: str, words: list[Token]) -> list[str]:
    """Return the values of a facet that words name and the frame knows, each once, in order."""
    accepted = frame.accepted(facet)
    named = [value for value in values(words, facet) if value in accepted]
    return list(dict.fromkeys(named))
