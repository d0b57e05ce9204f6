"""Which images of a web page may be part of a report, and which only furnish the page."""

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from analysis.codebook.decorations import decoration_of
from analysis.documents.pictures import is_large, points, styled

# Where a page that loads its images late keeps their addresses.
SOURCES = ("data-original", "data-src", "src")
NAMES = ("alt", "title", "class", "id")
IMAGE = re.compile(r"\.(gif|png|jpe?g|bmp|webp|tiff?)$", re.IGNORECASE)


def is_of_content(image: HtmlElement) -> bool:
    """Tell whether an image may show words of a report: large, no decoration, no link."""
    source = next(filter(None, map(image.get, SOURCES)), "")
    return bool(
        source
        and is_large(_length(image, "width"), _length(image, "height"))
        and not _is_link(image)
        and decoration_of(*_names(image, source)) is None
    )


def _length(image: HtmlElement, name: str) -> float | None:
    return styled(image.get("style", ""), name) or points(image.get(name, ""))


def _is_link(image: HtmlElement) -> bool:
    """Tell whether an image leads to another page, not to itself in full size."""
    link = next(image.iterancestors("a"), None)
    return link is not None and bool(link.get("href")) and not IMAGE.search(_path(link.get("href")))


def _names(image: HtmlElement, source: str) -> list[str]:
    """Return what an image is called: its address, and its own words and those of its frame."""
    own, frame = ([one.get(name, "") for name in NAMES] for one in (image, image.getparent()))
    return list(filter(None, (_path(source), *own, *frame)))


def _path(address: str) -> str:
    """Return an address without what is asked of it; an image within the page has none."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return "" if parts.scheme == "data" else parts.netloc + parts.path
