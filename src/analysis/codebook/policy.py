"""What a figure of a policy area counts (信息条数还是别的数): the words that decide."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.headings import headings
from analysis.codebook.loading import load


class Policy(BaseModel):
    """The file ``policy.yaml``; its comments explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    items: frozenset[str]
    with_noun: frozenset[str]
    nouns: dict[str, str]
    publishing: re.Pattern
    never: re.Pattern
    stock: re.Pattern
    of_year: re.Pattern
    earlier: re.Pattern
    planned: re.Pattern
    elsewhere: tuple[str, ...]
    proposals: re.Pattern


@cache
def policy() -> Policy:
    """Return the words that decide what a figure counts."""
    return load("policy", Policy)


def is_elsewhere(section: str) -> bool:
    """Tell whether the figures of a section are of no policy area, whatever they name.

    Examples
    --------
    >>> is_elsewhere("四、依申请公开政府信息情况 / (一)申请情况")
    True
    >>> is_elsewhere("二、主动公开政府信息情况 / (三)重点领域公开")
    False
    """
    known = headings().topics
    names = (known[topic].words for topic in policy().elsewhere)
    return any(word in section for words in names for word in words)


def reading(phrase: str, unit: str, before: str) -> str:
    """Return what a figure counts: ``items``, ``cumulative`` or ``other``.

    Parameters
    ----------
    phrase : str
        Its noun phrase.
    unit : str
        Its classifier.
    before : str
        The sentence up to the figure.

    Examples
    --------
    >>> reading("公开棚户区改造信息", "条", "全年共公开棚户区改造信息")
    'items'
    >>> reading("相关信用信息", "条", "目前已公开相关信用信息")
    'cumulative'
    >>> reading("涉及扶贫资金", "元", "分阶段、批次进行了9次公示,涉及扶贫资金")
    'other'
    """
    known = policy()
    counted = unit in known.items or (unit in known.with_noun and _has_noun(phrase))
    clause = re.split("[,;:。]", before)[-1]
    elsewhen = known.earlier.search(clause) or known.planned.search(clause)
    if not counted or elsewhen or known.never.search(phrase):
        return "other"
    *_, last = [0, *(match.end() for match in known.stock.finditer(before))]
    if last and not known.of_year.search(before, last):
        return "cumulative"
    return "items" if known.publishing.search(before) else "other"


def _has_noun(phrase: str) -> bool:
    counted = phrase.split("、")[-1]  # what stands before belongs to another count
    return any(noun in counted for noun in policy().nouns)
