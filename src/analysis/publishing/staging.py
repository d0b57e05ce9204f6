"""A site is made aside and takes the place of the one that stands, as a whole (替换).

A reader finds the old site or the new one, whenever a run is cut short. What such a run had made
aside is there for the next one to take pages from.
"""

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from analysis.errors import SiteError

SIGN = "style.css"  # every site has it
OPEN = 0o755  # a folder made aside is private at first
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # of linux/fcntl.h and linux/fs.h


@contextmanager
def replacing(site: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Give an empty folder that takes the place of `site` at the end.

    Yields
    ------
    aside : Path
        The folder to write.
    earlier : list of Path
        Where pages of before stand: `site`, and what runs left that were cut short.

    Raises
    ------
    SiteError
        When `site` holds something else, which would be lost.
    """
    site = site.resolve()  # a link to it stays one
    if site.exists() and any(site.iterdir()) and not (site / SIGN).exists():
        raise SiteError(f"{site} is no site: what it holds would be lost. Name another folder.")
    site.parent.mkdir(parents=True, exist_ok=True)
    earlier = [site, *_aside(site)]
    aside = Path(mkdtemp(prefix=_prefix(site), dir=site.parent))
    aside.chmod(OPEN)
    yield aside, earlier
    _put(aside, site)
    for left in _aside(site):  # the site of before is among them
        shutil.rmtree(left, ignore_errors=True)


def _prefix(site: Path) -> str:
    return f".{site.name}-aside-"


def _aside(site: Path) -> list[Path]:
    return sorted(site.parent.glob(f"{_prefix(site)}*"))


def _put(aside: Path, site: Path) -> None:
    """Move `aside` to where `site` stands; the site of before is aside then."""
    if not site.exists():
        aside.rename(site)
        return
    try:
        _exchange(aside, site)
    except (AttributeError, OSError):  # this system or disk has no exchange: two moves
        site.rename(aside.with_name(f"{aside.name}-before"))
        aside.rename(site)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places, so that there is one at each of them at any moment."""
    system = ctypes.CDLL(None, use_errno=True)
    ends = (AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other))
    if system.renameat2(*ends, RENAME_EXCHANGE):
        raise OSError(ctypes.get_errno(), "renameat2")
