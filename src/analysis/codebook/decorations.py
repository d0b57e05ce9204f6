"""Decorations (装饰图片): images of a web page that are none of the report, by their names."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Decoration(BaseModel):
    """A kind of image that furnishes a page.

    Attributes
    ----------
    label : str
        What it is.
    pattern : re.Pattern
        Searched in a name of an image, in small letters.
    examples : tuple of str
        Such names.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    pattern: re.Pattern
    examples: tuple[str, ...]


@cache
def decorations() -> tuple[Decoration, ...]:
    """Return the rules in the order in which they are tried."""
    return load("decorations", tuple[Decoration, ...])


def decoration_of(*names: str) -> Decoration | None:
    """Return the rule that a name of an image answers to.

    Examples
    --------
    >>> decoration_of("/images/icon_pdf.gif").label
    'icon'
    >>> decoration_of("/site/2018/W020180131.png", "微信图片_20180131.png") is None
    True
    """
    small = [name.lower() for name in names]
    return next((rule for rule in decorations() if any(map(rule.pattern.search, small))), None)
