"""Outline (报告结构): how a report says of how many parts it consists, and numbers them."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Outline(BaseModel):
    """The file ``outline.yaml``; its comments explain each key, words come with a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subjects: dict[str, str]
    units: dict[str, str]
    attached: dict[str, str]
    numbering: dict[str, str]


@cache
def outline() -> Outline:
    """Return the words of outlines.

    Examples
    --------
    >>> "附表" in outline().attached
    True
    """
    return load("outline", Outline)
