"""Page furniture (网页附加内容): what a web page puts around a report."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load


class Furniture(BaseModel):
    """A kind of line that belongs to the page and not to the report.

    Attributes
    ----------
    label : str
        What it is.
    pattern : re.Pattern
        Matched from the beginning of a line without its white space.
    opens : bool
        Whether links to other pages follow it.
    anywhere : bool
        Whether it also stands between the paragraphs of a report.
    example : str
        A line as published.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    pattern: re.Pattern
    opens: bool = False
    anywhere: bool = False
    example: str


@cache
def furniture() -> tuple[Furniture, ...]:
    """Return the rules in the order in which they are tried.

    Examples
    --------
    >>> furniture()[0].label
    'bookmark'
    """
    return load("furniture", tuple[Furniture, ...])


def furniture_of(line: str) -> Furniture | None:
    """Return the rule that a line answers to.

    Examples
    --------
    >>> furniture_of("责任编辑:刘成").label
    'editor'
    >>> furniture_of("扫一扫实现政务信息跨屏传播") is None
    True
    """
    words = "".join(line.split())
    return next((rule for rule in furniture() if rule.pattern.match(words)), None)
