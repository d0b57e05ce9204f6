"""Notebooks become the site (发布): run for what is in the data, with an index.

Whatever comes from a report is data: it is escaped wherever it is shown, and names a file only
after it was checked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis import paths
from analysis.codebook.words import LANGUAGES
from analysis.dataset import release
from analysis.figures import inventory
from analysis.figures.selection import read
from analysis.publishing.frontpage import write_around
from analysis.publishing.pages import Page, pages_of
from analysis.publishing.running import check_parameters, key, run
from analysis.publishing.staging import replacing
from analysis.publishing.standing import by_key, take_over


@dataclass(frozen=True)
class Published:
    """What became of the pages of a site.

    Attributes
    ----------
    pages : tuple of Page
        All of them.
    due : tuple of Page
        Those run now.
    failed : mapping of str to str
        The errors of those that failed, by stem.
    """

    pages: tuple[Page, ...]
    due: tuple[Page, ...]
    failed: Mapping[str, str]


def publish(
    processed: Path, site: Path, languages: Sequence[str] = LANGUAGES, jobs: int = -1
) -> Published:
    """Run the notebooks for everything in `processed` and write the site, with the data set.

    The site is made aside and takes the place of the one that stands as a whole. A page whose
    notebook, parameters, data and code are what they were is taken over. A page that fails is
    listed on the index with its error, its last good state stays, and the others go on.

    Parameters
    ----------
    processed, site : Path
        Folder of the processed tables, and the folder to write; nothing else may stand in it.
    languages : sequence of str
        Of ``zh`` and ``en``.
    jobs : int
        Processes at a time; -1 for one per core.

    Raises
    ------
    NotebookError
        When a parameter is unknown to a notebook or missing, before anything is run.
    SiteError
        When `site` holds something else.
    """
    frames = read(processed, (*inventory.TABLES, "passages"))
    folder = "" if processed.resolve() == paths.PROCESSED else str(processed.resolve())
    pages = tuple(pages_of(frames, languages))
    for notebook in {page.notebook: page for page in pages}.values():
        check_parameters(notebook, folder)
    keys = {page: key(page, frames) for page in pages}
    with replacing(site) as (aside, earlier):
        due = _take_over(keys, earlier, aside)
        failed = run({page: keys[page] for page in due}, folder, aside, earlier, jobs)
        release(processed, aside / paths.DATASET.name)
        write_around(pages, failed, processed, aside, languages)
    return Published(pages, due, failed)


def _take_over(keys: Mapping[Page, str], earlier: Sequence[Path], site: Path) -> tuple[Page, ...]:
    """Take over the pages that stand as they would be made now, and return the others."""
    stand = by_key(earlier)
    found = {page: stand.get((page.stem, end)) for page, end in keys.items()}
    for page, where in found.items():
        if where:
            take_over(page.stem, where, site)
    return tuple(page for page, where in found.items() if not where)
