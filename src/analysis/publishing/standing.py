"""Pages that stand are taken over as they are (沿用), with their notebooks and charts."""

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

KEY = re.compile(rb"<!-- ([0-9a-f]{64}) -->\s*$")
END = 100  # bytes at the end of a page that hold its key


def page_of(site: Path, stem: str) -> Path:
    """Return where a page stands; a page that is there was made to its end."""
    return site / "notebooks" / f"{stem}.html"


def notebook_of(site: Path, stem: str) -> Path:
    """Return where the notebook stands that a page is made of."""
    return site / "notebooks" / f"{stem}.ipynb"


def failed_of(site: Path, stem: str) -> Path:
    """Return where the notebook of a run that failed stands."""
    return site / "notebooks" / f"{stem}.failed.ipynb"


def charts_of(site: Path, stem: str) -> Path:
    """Return the folder of the charts of a page."""
    return site / "figures" / stem


def by_key(sites: Iterable[Path]) -> dict[tuple[str, str], Path]:
    """Return the site that a page stands in, by its stem and key: each page ends in its key."""
    pages = [(site, page) for site in sites for page in site.glob("notebooks/*.html")]
    found = [(site, page.stem, KEY.search(_end(page))) for site, page in pages]
    return {(stem, match[1].decode()): site for site, stem, match in found if match}


def take_over(stem: str, earlier: Path, site: Path) -> None:
    """Give `site` a page of an earlier one; nothing of it may be written to then."""
    page_of(site, stem).parent.mkdir(parents=True, exist_ok=True)
    for of in (page_of, notebook_of):
        _link(of(earlier, stem), of(site, stem))
    if charts_of(earlier, stem).is_dir():
        shutil.copytree(charts_of(earlier, stem), charts_of(site, stem), copy_function=_link)


def _end(page: Path) -> bytes:
    with page.open("rb") as content:
        content.seek(max(0, page.stat().st_size - END))
        return content.read()


def _link(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the disk knows no such thing."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
