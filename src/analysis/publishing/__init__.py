"""Notebooks become the site (发布): run for what is in the data, with an index.

Whatever comes from a report is data: it is escaped wherever it is shown, and names a file only
after it was checked.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from analysis import paths
from analysis.codebook.words import LANGUAGES
from analysis.errors import NotebookError
from analysis.figures import inventory
from analysis.figures.selection import read
from analysis.publishing.frontpage import write_around
from analysis.publishing.pages import Page, pages_of
from analysis.publishing.running import SAFE, check_parameters, earlier, key, run


def publish(
    processed: Path, site: Path, languages: Sequence[str] = LANGUAGES, jobs: int = -1
) -> list[Page]:
    """Run the notebooks for everything in `processed` and write the site.

    A page whose notebook, parameters, data and code are what they were is left alone. A page that
    fails is listed on the index with its error, and the others go on.

    Parameters
    ----------
    processed, site : Path
        Folder of the processed tables, and the folder to write.
    languages : sequence of str
        Of ``zh`` and ``en``.
    jobs : int
        Processes at a time; -1 for one per core.

    Returns
    -------
    list of Page
        Those run now.

    Raises
    ------
    NotebookError
        When a parameter is unknown to a notebook or missing, before anything is run; at the end,
        when a page failed.
    """
    frames = read(processed, (*inventory.TABLES, "passages"))
    folder = "" if processed.resolve() == paths.PROCESSED else str(processed.resolve())
    pages = list(pages_of(frames, languages))
    for notebook in {page.notebook: page for page in pages}.values():
        check_parameters(notebook, folder)
    keys = {page.stem: key(page, frames) for page in pages if SAFE.fullmatch(page.stem)}
    standing = earlier(site)
    due = [
        page
        for page in pages
        if page.stem not in keys or standing.get(page.stem) != keys[page.stem]
    ]
    failed = run(due, keys, folder, site, jobs)
    _remove_others(pages, site)
    write_around(pages, failed, processed, site, languages)
    if failed:
        listed = "; ".join(f"{stem}: {error}" for stem, error in failed.items())
        raise NotebookError(f"{len(failed)} of {len(pages)} pages failed: {listed}")
    return due


def _remove_others(pages: Sequence[Page], site: Path) -> None:
    """Remove pages and figures of reports that are no longer in the data."""
    kept = {page.stem for page in pages}
    for path in (site / "notebooks").glob("*"):
        if path.suffix in (".html", ".ipynb") and path.stem not in kept:
            path.unlink()
    for path in (site / "figures").glob("*"):
        if path.name not in kept:
            shutil.rmtree(path)
