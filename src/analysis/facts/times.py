"""Whether a figure is the year's: no other year's, growth, plan, or part of the year."""

import re
from functools import lru_cache

from analysis.facts.fields import Field
from analysis.facts.lexing import Token, says
from analysis.facts.own_names import is_school
from analysis.facts.sentences import Clause, Sentence

_HERE = ("growth", "past", "plan", "compared", "rate", "period", "except")
_AROUND = ("past", "plan", "period")
_TELLING = (*(f"relation.{name}" for name in (*_HERE, "school_year", "aim")), "section.plan")
_YEAR = re.compile(r"((?:19|20)(?<!\d{3})\d{2})年")
_SEVERAL = re.compile(
    r"((?:19|20)\d{2})年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:《条例》施行)?起?(?:至|到|—|-|~|和|、)$"
)
_YEAR_BEHIND = re.compile("[,(](?:其中)?(?:今年|本年|当年)")
_LATER = re.compile(r"(?:将?于|在|至|到)((?:19|20)\d{2})年")
_THAT_YEAR = "当年"
_SINCE = re.compile(r"[^,;。]{,16}(?:以来|起|底|末)")  # 2008年以来…,其中当年公开21406条
_HANDED_ON = re.compile("度?结转")  # 2021年结转申请2件,共办结10件: in the year
_THIS_YEAR = re.compile("今年|本年")
_IN_FORCE = 2008  # the year in which the 《条例》 came into force
_OF_THIS_YEAR = re.compile(
    r"(?<!年)(?:自|从|于)(?:今年|本年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|初|底)?(?:正式)?$"
)
_LAST_MONTH = 12
_MONTHS = re.compile(
    r"[至止到—~-](?:(?P<year>\d{4})年)?(?P<last>\d{1,2})月|(?<![\d至止到—~-])(?P<only>\d{1,2})月份(?![至—~-])"
)
_SCHOOL_YEAR = re.compile(r"((?:19|20)\d{2})年?[—~至到-]+((?:19|20)\d{2})学年")
_DAY = re.compile(r"(?<![至止—到底\d])(?!1月1日|12月31日)\d{1,2}月(?:\d{1,2}日|[上中下]旬|初|份)")


@lru_cache(maxsize=1)
def is_of_another_time(words: Field, year: int) -> bool:
    """Tell whether a number is another year's, a growth, a plan, or of several years."""
    sentence = words.sentence
    if sentence.says(*_TELLING) and _is_said_to_be_elsewhen(words, year):
        return True
    if words.after and words.after[0].has("relation", "became"):
        return True  # 由84件增至112件
    if is_of_part_of_the_year(sentence.text[sentence.start : words.quantity.before], year):
        return True
    if _has_a_year_behind(words):
        return True
    behind = _LATER.match(sentence.text, words.quantity.behind)
    if behind and int(behind[1]) != year:
        return True  # 其余16件于2011年初按期答复
    if says(words.own, "relation", "became") and _is_of_the_year_before(words, year):
        return False  # 由2013年的112人增加到126人
    governing = year_at(words.sentence, words.clause, words.quantity.start)
    return _is_cumulative(words, year) or (governing is not None and governing != year)


def _has_a_year_behind(words: Field) -> bool:
    """Tell whether what had built up is told before the year's (累计培训5100人次,今年394人次)."""
    text = words.sentence.text
    built_up = "累计" in text[words.begin : words.quantity.before]
    return built_up and _YEAR_BEHIND.match(text, words.quantity.behind) is not None


def _is_of_the_year_before(words: Field, year: int) -> bool:
    """Tell whether what it grew from was the figure of the year before.

    由2013年的112人增加到126人; 由2014年的46件、2015年的71件上升至132件.
    """
    text, end = words.sentence.text, words.quantity.start
    named = [*_YEAR.finditer(text, words.clause.start, end)]
    became = [t.start for t in words.own if t.has("relation", "became")]
    if not named or not became or named[-1].start() > became[-1]:
        return False
    grew_from = text.endswith(("由", "从", "比", "较"), 0, named[0].start())
    return grew_from and int(named[-1][1]) == year - 1


def _is_of_own_school_year(words: Field, year: int) -> bool:
    """Tell whether a school tells of the school year that it reports on (2015—2016学年)."""
    sentence = words.sentence
    spans = _SCHOOL_YEAR.finditer(sentence.text, sentence.start, words.quantity.start)
    return is_school(sentence.body) and any(str(year) in span.groups() for span in spans)


def _is_said_to_be_elsewhen(words: Field, year: int) -> bool:
    """Tell whether a word beside a number says that it is of another time or a change."""
    here = [name for name in _HERE if name != "except" or not _is_beside_the_rest(words)]
    if says((*words.own, *words.after[:1]), "relation", *here):  # 连同上年结转的6件
        return True
    if says((*words.lead, *words.after), "relation", *_AROUND):
        return True
    governing = ("aim",) if _is_of_own_school_year(words, year) else ("school_year", "aim")
    if any(t.has("relation", *governing) or t.has("section", "plan") for t in _before(words)):
        return True
    return _opens_with_past(words)


def _is_beside_the_rest(words: Field) -> bool:
    """Tell whether what is excepted is of the year, as the rest is (除5件为信函申请外,其余89件…).

    So is 除上年结转的6件外.
    """
    behind = words.sentence.text[words.quantity.behind : words.clause.end]
    rest = words.sentence.text.startswith(("其余", "其他"), words.clause.end + 1)
    told = behind.startswith(("为", "系", "属", "是")) and behind.endswith("外")
    return (told and rest) or says(words.own, "carried")


def _before(words: Field) -> list[Token]:
    place = words.quantity.before
    return [t for t in words.sentence.tokens if t.start < place and "function" not in t.notions]


def _opens_with_past(words: Field) -> bool:
    """Tell whether a sentence begins with another time (上年同期,微博发布7904条、微信2216条)."""
    first = words.sentence.clauses[0]
    before = words.sentence.text[words.sentence.start : words.quantity.start]
    past = bool(first.tokens) and first.tokens[0].has("relation", "past") and not first.quantities
    return past and ";" not in before and not _YEAR.search(before)


def says_this_year(words: Field, year: int) -> bool:
    """Tell whether the own words single out the year.

    其中今年新增4317条, 其中2012年当年272件; 由上年的84件增至112件.
    """
    if says(words.own, "relation", "became"):
        return True
    named = f"{year}年" in words.sentence.text[words.begin : words.quantity.before]
    return named or says(words.own, "relation", "this_year")


def is_of_part_of_the_year(said: str, year: int) -> bool:
    """Tell whether words speak of some months (截至6月底, 12月份, 1月1日至6月30日).

    剩余2件延至2019年1月答复, of 2018, are none of the year's.
    """
    months = _MONTHS.finditer(said) if "月" in said else ()
    since = said.rfind("全年")  # 1至9月收到申请112件,全区全年新收368件
    months = [m for m in months if m.start() > since]
    months = [m for m in months if m["year"] is None or int(m["year"]) == year]
    return any(m["only"] or int(m["last"]) < _LAST_MONTH for m in months)


def year_at(sentence: Sentence, here: Clause, place: int) -> int | None:
    """Return the last year named that holds at a place of a clause, 0 for several (至2017年).

    A year holds for its clause; where it opens a clause, for what follows in the sentence, too:
    比2015年增加20件,办结118件: the 118 are of this year. 2015年受理98件,办结90件: the 90 are not.
    """
    then = sentence.text.rfind(_THAT_YEAR, here.start, place)
    for year in reversed(list(_YEAR.finditer(sentence.text, sentence.start, place))):
        if year.end() < then and not _SINCE.match(sentence.text, year.end()):
            return int(year[1])  # 我局于2019年3月组建,当年公开信息97条
        if _THIS_YEAR.search(sentence.text, year.end(), place):
            return None  # 2015年引发行政复议5件,今年没有发生
        clause = next((c for c in sentence.clauses if c.start <= year.start() < c.end), None)
        if clause is None or _is_in_title(sentence.text, year.start()):
            continue
        handed_on = clause is not here and _HANDED_ON.match(sentence.text, year.end())
        if clause is here or (_opens(sentence, clause, year.start()) and not handed_on):
            since = _SEVERAL.search(sentence.text, sentence.start, year.start())
            return 0 if since and since[1] != year[1] else int(year[1])
    return None


def _is_in_title(text: str, place: int) -> bool:
    return text.rfind("《", 0, place) > text.rfind("》", 0, place)


def _opens(sentence: Sentence, clause: Clause, place: int) -> bool:
    """Tell whether nothing but words like 截至 stands before a place of a clause.

    A year that the whole sentence but compares with is none that holds: 与2013年相比,公开7840条.
    """
    if not clause.quantities and says(clause.tokens, "relation", "compared"):
        return False
    before = [t for t in clause.tokens if t.end <= place]
    plain = all(t.notions.keys() == {"function"} for t in before)
    plain = plain and not any(q.start < place for q in clause.quantities)  # 2件延至2019年1月答复
    return "(" not in clause.opened_by and plain and not sentence.unknown(clause.start, place)


def _is_cumulative(words: Field, year: int) -> bool:
    """Tell whether a number counts from a start before the year (2008年以来, 开通以来)."""
    text = words.sentence.text
    if not words.sentence.says("relation.cumulative"):
        return False
    if says(words.own, "relation", "this_year"):
        return False  # 2008年以来累计发布21560条,其中今年新增4317条
    before = words.sentence.spoken(words.sentence.start, words.quantity.start)
    since = [t for t in before if t.has("relation", "cumulative")]
    clause = words.clause
    told = text[since[-1].end : clause.end] if since and since[-1].start < clause.start else ""
    if f"{year}年" in text[clause.start : clause.end] and told:
        return False  # 累计公开2870条;2013年新公开430条
    if _has_come_to(year, told):
        return False
    if says(words.own, "standing", "in_force"):
        return False  # 规章集中公开以来,…目前现行有效126件
    if since and _begins_in_the_year(words.sentence, since[-1].start, year):
        return False
    word = text[since[-1].start : since[-1].end] if since else ""
    if year == _IN_FORCE and ("施行" in word or "实施" in word):
        return False  # 自5月1日《条例》施行至年底,共接到政府信息公开申请2041件
    return bool(since) and not text.endswith(f"{year}年", 0, since[-1].start)


def _begins_in_the_year(sentence: Sentence, place: int, year: int) -> bool:
    """Tell whether a month of no other year stands before 以来 (自9月开通以来发布1184条)."""
    years = _YEAR.finditer(sentence.text, sentence.start, place)
    dated = any(int(one[1]) != year for one in years)
    return not dated and bool(_OF_THIS_YEAR.search(sentence.text, sentence.start, place))


def _has_come_to(year: int, said: str) -> bool:
    """Tell whether words behind 以来 have come to parts of the year's figure.

    2009年以来累计公开1104条,2015年公开187条,其中县政府网站公开125条; 累计42万条,其中2012年6.73万条,
    县市区4.54万条.
    """
    of_it = rf"(?<![至止到]){year}年(?!底|末|12月)[^;]*"
    part = re.search(rf"其中[^,;]{{,8}}{of_it}$|{of_it},其中[^;]*$", said)
    return part is not None and "累计" not in part.group()


def is_of_one_day(words: Field) -> bool:
    """Tell whether the sentence is about one event (12月21日举办了培训班, 5月下旬)."""
    return bool(_DAY.search(words.sentence.text, words.sentence.start, words.quantity.start))
