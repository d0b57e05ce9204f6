"""A web page becomes parts: its text in order, its tables, the title of its window if need be."""

import re

from analysis.codebook.reasons import reason
from analysis.documents.decoding import decode_page
from analysis.documents.html.flow import content_of
from analysis.documents.html.source import framed, parsed, shown
from analysis.documents.lines import lines
from analysis.documents.parts import Part, Prose, has_text
from analysis.documents.titles import find_title
from analysis.errors import UnreadableError

# What stands between the names of a page and of its site in the title of a window.
BETWEEN = re.compile(r"[_|｜>]|[-–—]+(?!\d)")


def read_html(content: bytes) -> list[Part]:
    """Read a web page.

    Parameters
    ----------
    content : bytes
        In UTF-8, UTF-16 with its mark, or GB18030, whatever the page declares.

    Raises
    ------
    UnreadableError
        When the bytes are no page, or the page has no text of its own.

    Examples
    --------
    >>> page = "<title>年报</title><nav>首页</nav><p>一、概述<p>共<b>1</b><b>23</b>件。"
    >>> [(part.text, part.furniture) for part in read_html(page.encode())]
    [('首页', 'navigation'), ('一、概述\\n共123件。', '')]
    """
    root = parsed(decode_page(content))
    window, frame = root.findtext(".//title") or "", framed(root)
    try:
        parts = content_of(shown(root))
    except RecursionError as error:
        raise UnreadableError(reason("page_tables_too_deep")) from error
    if not has_text(parts):
        raise _no_text(frame)
    return [*_titled(window, parts), *parts]


def _no_text(frame: str | None) -> UnreadableError:
    if frame is None:
        return UnreadableError(reason("page_without_text"))
    return UnreadableError(reason("page_of_frame", frame=frame))


def _titled(window: str, parts: list[Part]) -> list[Prose]:
    """Return the title of the window where the page itself has none of a report."""
    body = "\n".join(part.text for part in parts if isinstance(part, Prose) and not part.furniture)
    names = "\n".join(name.strip() for name in BETWEEN.split(" ".join(window.split())))
    wanted = find_title(list(lines(names))) and not find_title(list(lines(body)))
    return [Prose(names)] if wanted else []
