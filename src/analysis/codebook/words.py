"""Words that charts, notebooks and the site show, by key, in both languages."""

import html
import re
from functools import cache

from analysis.codebook.indicators import Label
from analysis.codebook.loading import load
from analysis.errors import CodebookError

LANGUAGES = ("zh", "en")


@cache
def words() -> dict[str, Label]:
    """Return every word or sentence by key."""
    return load("words", dict[str, Label])


def word(key: str, language: str, **values: object) -> str:
    """Return the words of `key` in `language`, with `values` set in.

    Raises
    ------
    CodebookError
        When the key or the language does not exist.

    Examples
    --------
    >>> word("not_stated", "zh"), word("not_stated", "en")
    ('未说明', 'not stated')
    """
    if key not in words() or language not in LANGUAGES:
        raise CodebookError(
            f"words.yaml has no {key!r} in {language!r}. Add the key, or use one of {LANGUAGES}."
        )
    return getattr(words()[key], language).format(**values)


def section(key: str, language: str, **values: object) -> str:
    """Return heading and sentence of a notebook section as Markdown.

    `values` come from reports: they are data and never markup.

    Examples
    --------
    >>> print(section("capacity", "en"))
    ## Capacity
    <BLANKLINE>
    Offices, staff, funds, meetings and training. Each unit has an axis of its own.
    """
    shown = {name: plain(value) for name, value in values.items()}
    heading = word(f"section.{key}", language, **shown)
    return f"## {heading}\n\n{word(f'section.{key}.reading', language, **shown)}"


def plain(value: object) -> str:
    r"""Return `value` so that Markdown and HTML show it as it is.

    Examples
    --------
    >>> plain("<b>*公报*</b>")
    '&lt;b&gt;\\*公报\\*&lt;/b&gt;'
    """
    return re.sub(r"([\\`*_{}\[\]()#+!|$~-])", r"\\\1", html.escape(str(value)))
