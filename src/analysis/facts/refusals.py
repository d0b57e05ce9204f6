"""Figures that look like answers and are not: another year's, a plan, another subject's."""

import re
from collections.abc import Mapping

from analysis.codebook.frames import frames
from analysis.codebook.quantities import quantities
from analysis.facts.fields import Field, Setting
from analysis.facts.scoping import stated_scope
from analysis.facts.sentences import Clause, Sentence

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_SEVERAL = re.compile(r"((?:19|20)\d{2})年?(?:至|到|—|-|~|和|、)$")
_LAST_MONTH = 12
_MONTHS = re.compile(
    r"[至止到—~-](?:\d{4}年)?(?P<last>\d{1,2})月|(?<![\d至止到—~-])(?P<only>\d{1,2})月份(?![至—~-])"
)
_DAY = re.compile(r"(?<![至止—到底\d])(?!1月1日|12月31日)\d{1,2}月(?:\d{1,2}日|[上中下]旬|初|份)")


def is_refused(words: Field, topic: str, facets: Mapping[str, str], setting: Setting) -> bool:
    """Tell whether something said beside a number forbids to take it for the year's figure."""
    frame = frames()[topic]
    return (
        is_of_another_time(words, setting.year)
        or (frame.dated and _is_of_one_day(words))
        or any(t.has("part", "some") for t in words.own)
        or (topic != "training" and _is_attendance(words))
        or not _is_about(words, topic, setting)
        or (frame.strict and _is_of_some(words, facets, setting))
    )


def is_of_another_time(words: Field, year: int) -> bool:
    """Tell whether a number is another year's, a growth, a plan, or of several years."""
    here = ("growth", "past", "plan", "compared", "rate", "period", "except")
    if any(t.has("relation", *here) for t in (*words.own, *words.after[:1])):
        return True
    if any(t.has("relation", "past", "plan", "period") for t in (*words.lead, *words.after)):
        return True
    sentence = words.sentence
    if is_of_part_of_the_year(sentence.text[sentence.start : words.quantity.before]):
        return True
    governing = year_at(words.sentence, words.clause, words.quantity.start)
    return _is_cumulative(words, year) or (governing is not None and governing != year)


def is_of_part_of_the_year(said: str) -> bool:
    """Tell whether words speak of some months (截至6月底, 12月份, 1月1日至6月30日)."""
    months = _MONTHS.finditer(said)
    return any(m["only"] or int(m["last"]) < _LAST_MONTH for m in months)


def year_at(sentence: Sentence, here: Clause, place: int) -> int | None:
    """Return the last year named that holds at a place of a clause, 0 for several (至2017年).

    A year holds for its clause; where it opens a clause, for what follows in the sentence, too:
    比2015年增加20件,办结118件: the 118 are of this year. 2015年受理98件,办结90件: the 90 are not.
    """
    for year in reversed(list(_YEAR.finditer(sentence.text, sentence.start, place))):
        clause = next((c for c in sentence.clauses if c.start <= year.start() < c.end), None)
        if clause is None or _is_in_title(sentence.text, year.start()):
            continue
        if clause is here or _opens(sentence, clause, year.start()):
            several = _SEVERAL.search(sentence.text, sentence.start, year.start())
            return 0 if several else int(year[1])
    return None


def _is_in_title(text: str, place: int) -> bool:
    return text.rfind("《", 0, place) > text.rfind("》", 0, place)


def _opens(sentence: Sentence, clause: Clause, place: int) -> bool:
    """Tell whether nothing but words like 截至 stands before a place of a clause."""
    before = [t for t in clause.tokens if t.end <= place]
    plain = all(t.notions.keys() == {"function"} for t in before)
    return "(" not in clause.opened_by and plain and not sentence.unknown(clause.start, place)


def _is_cumulative(words: Field, year: int) -> bool:
    """Tell whether a number counts from a start before the year (2008年以来, 开通以来)."""
    text = words.sentence.text
    before = [t for t in words.sentence.tokens if t.end <= words.quantity.start]
    since = [t for t in before if t.has("relation", "cumulative")]
    return bool(since) and not text.endswith(f"{year}年", 0, since[-1].start)


def _is_of_one_day(words: Field) -> bool:
    """Tell whether the sentence is about one event (12月21日举办了培训班, 5月下旬)."""
    return bool(_DAY.search(words.sentence.text, words.sentence.start, words.quantity.start))


def _is_attendance(words: Field) -> bool:
    """Tell whether a number of people took part in something (工作人员500人参加)."""
    return bool(words.head and words.head.has("act", "hold"))


def _is_about(words: Field, topic: str, setting: Setting) -> bool:
    """Tell whether one of the notions that the frame needs was said, verbs in the sentence."""
    needs = frames()[topic].needs
    carried = setting.prior is not None and setting.prior.topic == topic
    said = [t for t in words.sentence.tokens if t.start < words.quantity.behind]
    return (
        not needs
        or carried
        or any(
            any(t.has(*need.split(".")) for t in said)
            if need.startswith("act.")
            else setting.speaks_of(need)
            for need in needs
        )
    )


def _is_of_some(words: Field, facets: Mapping[str, str], setting: Setting) -> bool:
    """Tell whether a count of everything is one of another subject, a column, or some bodies."""
    if words.foreign or any(t.has("part") for t in words.near) or _has_counted_subject(words):
        return True
    if any(t.has("foreign") for t in setting.headings):
        return True
    if any(t.has("label", "whole") for t in words.own) or stated_scope(words.clause.tokens):
        return False
    if not facets and _has_unknown_subject(words):
        return True
    before = [t for t in words.sentence.tokens if t.end <= words.begin]
    of_a_channel = not facets and any(t.has("channel") for t in before)
    return of_a_channel or any(t.has("foreign") for t in before)


def _has_unknown_subject(words: Field) -> bool:
    """Tell whether words that nobody knows stand before the verb (供水公司公开)."""
    verb = next((t for t in words.own if t.has("act", "publish")), None)
    return verb is not None and bool(words.sentence.unknown(words.begin, verb.start))


def _has_counted_subject(words: Field) -> bool:
    """Tell whether a number of bodies is the subject: 有9个单位全年公开信息不足20条.

    我市77个责任主体 are all there are: a scope word before the number says so.
    """
    bodies = quantities().classifiers["bodies"]
    before = [q for q in words.clause.counts if q.behind == words.begin]
    earlier = [q for q in before if q.classifier in bodies]
    verb = next((t for t in words.own if t.has("act")), None)
    if not earlier or verb is None or verb.start == words.begin:
        return False
    before = [t for t in words.clause.tokens if t.end <= earlier[0].before]
    unknown = words.sentence.unknown(words.begin, verb.start)
    return bool(unknown) or stated_scope(before) is None
