"""What is said of all that was counted, without a number of its own (5件,均被驳回诉讼请求)."""

from collections.abc import Iterator

from analysis.codebook.forms import by_applicant
from analysis.codebook.frames import frames
from analysis.facts.facets import UnclearError, facets_of
from analysis.facts.fields import Link, is_mute, unit_class
from analysis.facts.lexing import Token, values
from analysis.facts.scoping import ALL
from analysis.facts.sentences import Clause, Sentence

_FACETS = ("result", "outcome", "ground", "route", "employment", "role")


def said_of_all(sentence: Sentence, found: list[Link], year: int) -> Iterator[Link]:
    """Yield further indicators that figures of a sentence answer (申请2件,均为当面申请).

    Parameters
    ----------
    sentence : Sentence
    found : list of Link
        What its numbers answer by their own words.
    year : int
        The reporting year.
    """
    is_one = any(one.quantity.amount.value == 1 for one in found)
    if not found or not (is_one or sentence.says("relation.all")):
        return
    for place, clause in enumerate(sentence.clauses):
        whole = _counted_before(_before(sentence, place), found)
        if whole and (_speaks_of_all(sentence, clause) or _speaks_of_one(sentence, clause, whole)):
            yield from _of_one_kind(whole, clause.tokens, found)
            yield from _narrowed(whole, clause.tokens, year)


def _before(sentence: Sentence, place: int) -> list[Clause]:
    """Return the clauses before one, without a parenthesis right before it.

    3宗(网上提交2宗,现场1宗)全部同意公开: all 3.
    """
    clause = sentence.clauses[place]
    if ")" not in clause.opened_by:
        return sentence.clauses[:place]
    opening = sentence.text.rfind("(", sentence.start, clause.start)
    return [c for c in sentence.clauses[:place] if c.end <= opening]


def _of_one_kind(whole: Link, words: list[Token], found: list[Link]) -> Iterator[Link]:
    """Yield the requests as those of one kind of applicant (新收申请3件,均由商业企业提出).

    新收23件,其中县级部门18件,镇(街道)5件,均为自然人提出: all 23.
    """
    of_all = (o for o in found if o.indicator == whole.indicator and o.scope == ALL)
    whole = next(of_all, whole)
    kinds = set(values(words, "applicant"))
    in_all = whole.topic == "request" and whole.facets.keys() <= {"act"}
    if in_all and len(kinds) == 1 and whole.indicator in by_applicant():
        yield whole._replace(facets=whole.facets | {"applicant": kinds.pop()})


def _speaks_of_all(sentence: Sentence, clause: Clause) -> bool:
    words = clause.tokens[sentence.text.startswith("申请人", clause.start) :]  # 申请人均为自然人
    opening = words[0] if words else None
    begins = opening and opening.has("relation", "all")
    begins = begins and opening.start in (clause.start, clause.tokens[0].end)
    unknown = begins and sentence.unknown(opening.start, clause.end)
    return bool(begins) and not clause.counts and not unknown


def _speaks_of_one(sentence: Sentence, clause: Clause, whole: Link) -> bool:
    """Tell whether the next words say how the only one ended, or why.

    行政复议1件,维持原具体行政行为; 申请1件,部分公开; 不予公开1件(涉及个人隐私).
    """
    first = next((t for t in clause.tokens if not is_mute(t)), None)
    opens = first is not None and any(map(first.has, ("result", "outcome", "ground")))
    known = not sentence.unknown(clause.start, clause.end)
    return opens and known and not clause.counts and whole.quantity.amount.value == 1


def _counted_before(clauses: list[Clause], found: list[Link]) -> Link | None:
    """Return the only figure of the nearest clause that holds one; shares do not count."""
    before = next((clause for clause in reversed(clauses) if clause.quantities), None)
    while before and not before.counts:  # 不同意公开的3件,占5.8%,均因涉及个人隐私
        clauses = clauses[: clauses.index(before)]
        before = clauses[-1] if clauses and clauses[-1].quantities else None
    counted = before.counts if before else []
    linked = [one for one in found if one.quantity in counted]
    return linked[0] if len(counted) == len(linked) == 1 else None


def _narrowed(whole: Link, words: list[Token], year: int) -> Iterator[Link]:
    frame = frames()[whole.topic]
    by_verb = {*frame.facets} <= {"standing", "act"}  # 制发规范性文件9件,全部主动公开
    try:
        facets = facets_of(frame, words, ("act",) if by_verb else _FACETS)
    except UnclearError:
        return
    if "route" in whole.facets and "outcome" in facets:
        return  # 其中信函申请10件,全部予以公开: more may have been
    before = {} if by_verb else whole.facets
    new = facets.keys() - before.keys()
    of_denials = "ground" not in new or whole.facets.get("outcome") == "denied"
    row = frame.row(whole.facets | facets, unit_class(whole.quantity, frame))
    name = row.stated_in(year) if row and new == facets.keys() else ""
    if new and of_denials and name and name != whole.indicator:
        yield Link(whole.quantity, whole.topic, whole.facets | facets, name, whole.scope)
