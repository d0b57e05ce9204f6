"""What an elliptic clause carries on from the number before: 各县区有9个 (承前省略)."""

from analysis.codebook.frames import frames
from analysis.facts.facets import own_facets, stated_facets
from analysis.facts.fields import APPEALS, Field, Link, Reading, Setting, fits, is_mute, unit_class
from analysis.facts.lexing import Token, says, values
from analysis.facts.naming import is_named_place
from analysis.facts.narrowed import is_behind_another
from analysis.facts.nouns import fitting_topic, is_of_two
from analysis.facts.quantities import Quantity
from analysis.facts.scoping import ALL, stated_scope

_OF_PARTS = ("outcome", "ground", "timing", "route", "result")
_REACH = 4  # characters of what leaders did that nobody need know: 到场, 上线做客
_SHORT = 2  # 申请, 信息, 会议: so short a noun may be the end of a longer one that nobody knows


def carried_on(words: Field, named: bool, prior: Link | None, setting: Setting) -> Reading | None:
    """Return what an elliptic clause carries on: 市级机关受理90件, 各县区有9个."""
    if prior is None and _adds_up_outcomes(words, setting):
        return None
    if prior and _attends(words, prior):
        return prior.topic, {}
    if prior and _is_granted(words, prior):
        return prior.topic, {"outcome": "granted"}
    if prior and _publishes_some(words, prior):
        return None
    if not (named or _is_elliptic(words, prior, setting)) or _sums_up(words, prior):
        return None
    who = [token for token in words.own if token.has("party")]
    if says(who, "applicant"):
        apart = ";" in words.clause.opened_by  # 办结498件;商业企业占47件: of what came in
        return of_one_kind(who, received(setting) if apart else prior or received(setting))
    if says(words.own, "relation", "rest"):
        return _of_the_other_kind(_listed_before(words, setting) or prior)
    if _names_nothing(words, who, prior):
        return None
    spoken = [*words.lead, *words.own] if named else words.lead
    topic = _topic_of(spoken, words) or topic_before(words, prior, setting)
    if topic is None or (prior and _is_of_a_platform(words, prior)):
        return None
    whole = setting.prior if prior is None else None
    if whole and whole.topic == topic and _exceeds_its_whole(words, whole):
        return None
    return _with_lasting(words, topic, named, prior)


def _exceeds_its_whole(words: Field, prior: Link) -> bool:
    """Tell whether a part has more than all had (行政诉讼9宗。区政府本级承办58宗)."""
    part = stated_scope(words.own)
    within = (
        prior.scope == ALL
        and not prior.facets.keys() - {"act"}
        and part is not None
        and part.kind in ("municipal", "unit")
    )
    alike = words.quantity.classifier == prior.quantity.classifier
    return within and alike and words.quantity.amount.value > prior.quantity.amount.value


def _adds_up_outcomes(words: Field, setting: Setting) -> bool:
    """Tell whether a sentence begins with the sum of the outcomes told last (以上总计95件).

    Not all of them need have a row; where they have, the sum was read before.
    """
    adds = says(words.own, "relation", "sum")
    names = says(words.own, "topic") or says(words.own, "act")
    return adds and not names and any("outcome" in one.facets for one in setting.linked)


def _names_nothing(words: Field, who: list[Token], prior: Link | None) -> bool:
    """Tell whether the own words rule out what was counted before.

    其中企业33件, 复议、诉讼案件合计29件, 向3名申请人; what adds up (当面3件、网络5件,共8件) names
    nothing.
    """
    asks = bool(who) and who[0].start == words.begin  # 法人或其他组织提出147件
    others = {"relation", "topic", "act"} if asks else {"relation", "topic"}
    only_who = who and all(t in who or t.notions.keys() <= others for t in words.own)
    shielded = words.head is not None and words.head.has("shield")
    of_two = any(is_of_two(words, token) for token in words.own)
    if only_who or shielded or of_two or _names_other_requests(words):
        return True
    if prior is None:
        return False
    adds = words.mute and not _counts_otherwise(words.quantity, prior)
    return adds or _adds_up_parts(words, prior) or _counts_bodies(words.quantity, prior)


def _with_lasting(words: Field, topic: str, named: bool, prior: Link | None) -> Reading | None:
    """Return a topic with what the own words say and what lasts of the number before."""
    facets, own = stated_facets(words, topic), own_facets(words)
    if not own <= facets.keys():
        return None
    carried = _lasting_facets(words, topic, prior)
    if named and prior and words.quantity.amount.value > prior.quantity.amount.value:
        carried = {}  # 诉讼9件,…其他情形2件,涉及市国土资源局4件、古城区5件: of the 9
    return topic, (facets or carried) if own else carried | facets


def _lasting_facets(words: Field, topic: str, prior: Link | None) -> dict[str, str]:
    """Return what lasts of the number before, unless a new figure is told of the same.

    审结5件,因政府信息公开引起的仅1件; 现行有效规章5件,本年废止1件; 不予公开3件,…共计办结50件.
    """
    if prior is None or prior.topic != topic or says(words.own, "work", "ogi"):
        return {}
    done = says(words.own, "act", "issue", "repeal")
    adds = says(words.own, "relation", "sum")
    return lasting(prior, *(("standing",) if done else ()), *(_OF_PARTS if adds else ()))


def of_one_kind(who: list[Token], prior: Link | None) -> Reading | None:
    """Return the requests of one kind of applicant: 新收46件(自然人41件、商业企业5件)."""
    kinds = set(values(who, "applicant"))
    one = len(kinds) == 1 and all(token.has("applicant") for token in who)
    if not one or prior is None or prior.topic != "request":
        return None
    kind = kinds.pop()
    listed = kind != "other_organisation" or prior.applicant  # 公民20件、其他组织3件
    in_all = listed and prior.facets.keys() <= {"act", "applicant"}
    return ("request", prior.facets | {"applicant": kind}) if in_all else None


def received(setting: Setting) -> Link | None:
    """Return what the section told last of all requests: …;从申请主体看,自然人41件,商业企业3件."""
    told = [one for one in setting.stated.values() if one.topic == "request"]
    return next((one for one in reversed(told) if one.facets == {"act": "receive"}), None)


def _listed_before(words: Field, setting: Setting) -> Link | None:
    """Return the kind of applicant right before, in a parenthesis, too."""
    listed = (one for one in setting.stated.values() if one.applicant)
    return next(
        (
            one
            for one in listed
            if one.quantity.behind == words.begin and one.quantity in words.sentence.quantities
        ),
        None,
    )


def _of_the_other_kind(prior: Link | None) -> Reading | None:
    """Return the requests of other organisations behind those of the kinds told (其他14件).

    国家秘密3宗、其他18宗: the form has no row for these. Beside natural persons alone they may be
    of every other kind (自然人91件、其他5件).
    """
    told = prior is not None and prior.applicant not in ("", "natural_person")
    return ("request", prior.facets | {"applicant": "other_organisation"}) if told else None


def _is_of_a_platform(words: Field, prior: Link) -> bool:
    """Tell whether a platform that is no channel of the form published it.

    通过局门户网站公开1206条,通过市政府信息公开平台公开218条; 114条,其中县政府信息公开平台47条.
    """
    part = prior.topic == "information" and says(words.own, "relation", "part")
    return says(words.own, "work", "neutral") and ("channel" in prior.facets or part)


def _names_other_requests(words: Field) -> bool:
    """Tell whether a word before the noun says that other requests are counted (企业设立申请)."""
    beside = zip(words.own, words.own[1:], strict=False)
    return any(
        noun.has("topic", "request") and noun.start == last.end and is_behind_another(words, last)
        for last, noun in beside
        if noun.end - noun.start <= _SHORT
    )


def _is_elliptic(words: Field, prior: Link | None, setting: Setting) -> bool:
    """Tell whether all own words are understood, or but the place that they begin with.

    襄城区主动公开政府信息15632条,南漳县主动公开9865条.
    """
    if words.elliptic or _is_said_of_leaders(words, prior):
        return True
    placed = is_named_place(words, words.quantity.before, setting.body)
    return placed and prior is not None and not words.foreign


def lasting(prior: Link, *others: str) -> dict[str, str]:
    """Return the facets of a number that the next one may carry on: 上年结转11件,办结486件."""
    passing = ("carried", "applicant", *others)
    return {f: value for f, value in prior.facets.items() if f not in passing}


def _is_granted(words: Field, prior: Link) -> bool:
    """Tell whether 公开 is an outcome, as beside others (公开19件、部分公开2件、不予公开1件).

    So it is where it counts some of the requests told before (受理5件,公开3件,无法提供2件).
    """
    told = [t for t in words.own if not is_mute(t)]
    written = [words.sentence.text[t.start : t.end] for t in told]
    beside = says(words.sentence.tokens, "outcome", "partially_granted", "denied")
    beside = beside or _counts_some_of_it(words, prior)
    return prior.topic == "request" and written == ["公开"] and beside and words.elliptic


def _publishes_some(words: Field, prior: Link) -> bool:
    """Tell whether some of the requests told before were answered so (受理5件,主动公开3件)."""
    told = prior.topic == "request" and _counts_some_of(words.quantity, prior)
    return told and says(words.own, "act", "publish") and not says(words.own, "topic")


def _counts_some_of_it(words: Field, prior: Link) -> bool:
    """Tell whether it counts some of all requests, right behind them (受理5件,公开3件).

    Of 收到申请35件,制发文件20件、公开20件 it does not, nor of 其中网上申请30件,公开28件.
    """
    numbers = words.sentence.quantities
    between = (q for q in numbers if prior.quantity.behind <= q.start < words.begin)
    aside = any(not q.is_percentage for q in between)
    return not aside and "route" not in prior.facets and _counts_some_of(words.quantity, prior)


def _counts_some_of(quantity: Quantity, prior: Link) -> bool:
    alike = quantity.classifier == prior.quantity.classifier
    return alike and quantity.amount.value <= prior.quantity.amount.value


def _attends(words: Field, prior: Link) -> bool:
    """Tell whether people took part in what was counted.

    举办培训2期,镇村干部56人次参加; 举办培训班1次,培训村(社区)信息员42人次.
    """
    frame = frames()[prior.topic]
    took_part = words.head is not None and words.head.has("act", "hold")
    first = words.own[0] if words.own else None
    trained = first is not None and first.start == words.begin and first.has("topic", prior.topic)
    trained = trained and not says(words.own, "scope")  # 培训各县市、州直单位业务骨干186人次
    people = unit_class(words.quantity, frame) == "people"
    return frame.attended and (took_part or trained) and people


def _is_said_of_leaders(words: Field, prior: Link | None) -> bool:
    """Tell whether a number says how often leaders took part, in nearly any words (到场的有9场).

    局长接受集中采访1次 tells of something else.
    """
    takes_role = prior is not None and "role" in frames()[prior.topic].facets
    unknown = words.sentence.unknown(words.begin, words.quantity.before)
    others = words.foreign or says(words.own, "act", "receive") or unknown > _REACH
    leaders = says(words.own, "role") and not others
    return takes_role and leaders and fits(words.quantity, frames()[prior.topic])


def _counts_otherwise(quantity: Quantity, prior: Link) -> bool:
    """Tell whether a number counts another thing of the same topic (办班2期,共420人次)."""
    frame = frames()[prior.topic]
    return unit_class(quantity, frame) not in (None, unit_class(prior.quantity, frame))


def _adds_up_parts(words: Field, prior: Link) -> bool:
    """Tell whether a number only adds up parts, whatever they are of (重复申请8件,…总计285件)."""
    return words.adds_up and bool(prior.facets.keys() - {"act"})


def _counts_bodies(quantity: Quantity, prior: Link) -> bool:
    """Tell whether a number counts bodies, and the one before it none.

    政府集中采购项目35项,…建成社区日间照料中心19个.
    """
    frame = frames()[prior.topic]
    bodies = unit_class(quantity, frame) == "bodies"
    return bodies and unit_class(prior.quantity, frame) != "bodies"


def _sums_up(words: Field, prior: Link | None) -> bool:
    """Tell whether a number only adds up those of the units named: 142宗和118宗,合计260宗.

    So it does where some were singled out: 居前三位的部门…分别为19件、13件、8件,合计40件.
    """
    adds = says(words.own, "relation", "sum")
    says_more = own_facets(words) or says(words.own, "scope")
    if not adds or says_more:
        return False
    if says(words.sentence.before(words.quantity.start), "rank"):
        return True
    return prior is not None and prior.scope.kind == "unit"


def topic_before(words: Field, prior: Link | None, setting: Setting) -> str | None:
    """Return the topic of the number before, in the sentence or before it, or of the headings."""
    spoken = [] if prior else _spoken_of(words)
    linked = [one.topic for one in (prior, setting.prior) if one and not spoken]
    above = None if setting.interrupted else _topic_of_headings(words, setting)
    candidates = (*spoken, *linked, above)
    return next((topic for topic in candidates if topic and _takes(words, topic)), None)


def _spoken_of(words: Field) -> list[str]:
    """Return the appeal that the sentence itself spoke of last.

    行政诉讼方面,上年未审结的13件已全部审结;本年新发生案件40件.
    """
    before = words.sentence.before(words.begin)
    return [topic for topic in values(before, "topic") if topic in APPEALS][-1:]


def _takes(words: Field, topic: str) -> bool:
    """Tell whether a topic takes the number's classifier and the verbs beside it."""
    frame = frames()[topic]
    verbs = set(values(words.own, "act")) - {"hold", "receive"}
    known = frame.accepted("act") | {n.removeprefix("act.") for n in frame.needs} | {*frame.verbs}
    return fits(words.quantity, frame) and verbs <= known


def _topic_of(spoken: list[Token], words: Field) -> str | None:
    """Return the topic of the clauses before; another subject on the way ends the search."""
    for token in reversed(spoken):
        topic = fitting_topic(token, words.quantity)
        if topic or token.has("foreign"):
            return topic if not token.has("foreign") and _takes(words, topic) else None
    return None


def _topic_of_headings(words: Field, setting: Setting) -> str | None:
    """Return the topic of the headings above if they name just one."""
    named = {fitting_topic(t, words.quantity) for t in setting.headings} - {None}
    topics = {topic for topic in named if _takes(words, topic)}
    return topics.pop() if len(topics) == 1 else None
