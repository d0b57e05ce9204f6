"""The words in which offices say what they count (用语)."""

from functools import cache

import bracex
from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Notion(BaseModel):
    """The forms of one notion, each with an example; ``{a,b}`` in a form expands to either."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    within: list[str] = []
    forms: dict[str, str]


@cache
def notions() -> dict[str, Notion]:
    """Return every notion (``facet.value``) with its forms."""
    return load("notions", dict[str, Notion])


@cache
def words() -> dict[str, tuple[str, ...]]:
    """Map each literal word to the notions it stands for.

    Examples
    --------
    >>> words()["政务微信"]
    ('channel.wechat',)
    """
    found: dict[str, list[str]] = {}
    for name, notion in notions().items():
        for form in notion.forms:
            for word in bracex.expand(form, limit=5000):
                if name not in found.setdefault(word, []):
                    found[word].append(name)
    for name, notion in notions().items():
        for word, names in found.items():
            if name not in names and any(part in word for part in notion.within):
                names.append(name)
    return {word: tuple(names) for word, names in found.items()}
