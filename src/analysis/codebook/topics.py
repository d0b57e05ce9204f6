"""What the sections of reports are about (主题): one vocabulary, and the words that tell."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.headings import states_a_fact
from analysis.codebook.indicators import Label
from analysis.codebook.loading import load


class Topic(BaseModel):
    """A topic; see the comments in the file.

    Attributes
    ----------
    headings, openings, cues : dict
        Patterns or words, each with words as published.
    before : tuple of str
        Topics that give way where a heading names both.
    whole, chapter : bool
        Whether it holds for all below its heading, and whether only a chapter can name it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    headings: dict[re.Pattern, str]
    openings: dict[re.Pattern, str] = {}
    cues: dict[str, str]
    before: tuple[str, ...] = ()
    whole: bool = False
    chapter: bool = False


class Shape(BaseModel):
    """A pattern with a group ``words``, and words as published."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: re.Pattern
    example: str


class Topics(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    topics: dict[str, Topic]
    inline: tuple[Shape, ...]
    bracketed: Shape
    otherwise: str
    leave_one_out: int
    folds: int


@cache
def topics() -> Topics:
    """Return the topics with the rules about them.

    Examples
    --------
    >>> topics().topics["fees"].label.zh
    '收费和减免'
    """
    return load("topics", Topics)


def named_in(heading: str, is_chapter: bool = False) -> frozenset[str]:
    """Return the topics that the folded words of a heading name.

    Examples
    --------
    >>> sorted(named_in("六、依申请公开的收费情况"))
    ['fees']
    >>> sorted(named_in("七、存在的主要问题和改进措施"))
    ['plans', 'problems']
    """
    known = topics().topics
    found = {
        name
        for name, topic in known.items()
        if (is_chapter or not topic.chapter) and any(p.search(heading) for p in topic.headings)
    }
    return frozenset(found.difference(*(known[name].before for name in found)))


def opened_by(paragraph: str) -> frozenset[str]:
    """Return the topics that the first words of a folded paragraph name.

    Examples
    --------
    >>> sorted(opened_by("如对本报告有任何疑问,请与乐陵市电子政务办公室联系。"))
    ['form']
    >>> sorted(opened_by("积极回应社会关切。建立重要政务舆情处置协调联动机制。"))
    ['response']
    """
    opened = {
        name
        for name, topic in topics().topics.items()
        if any(p.match(paragraph) for p in topic.openings)
    }
    found = filter(None, (shape.pattern.match(paragraph) for shape in topics().inline))
    inline = [one["words"] for one in found if not states_a_fact(one["words"])]
    return frozenset(opened) or frozenset().union(*map(named_in, inline))


def cues_in(words: str) -> dict[str, int]:
    """Return how many different cues of each topic stand in folded words.

    Examples
    --------
    >>> found = cues_in("全市未收取任何费用。")
    >>> {name: count for name, count in found.items() if count}
    {'fees': 2}
    """
    return {
        name: sum(cue in words for cue in topic.cues) for name, topic in topics().topics.items()
    }
