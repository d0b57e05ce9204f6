"""Notebooks are run by papermill, side by side, and none whose ground is what it was (运行)."""

import logging
import re
import shutil
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pandas as pd
import papermill
from joblib import Parallel, delayed
from papermill.exceptions import PapermillExecutionError
from tqdm import tqdm

from analysis import digests, paths
from analysis.codebook.words import word
from analysis.errors import NotebookError
from analysis.publishing import frame
from analysis.publishing.frame import Link
from analysis.publishing.html import as_html
from analysis.publishing.kernels import KERNELS
from analysis.publishing.pages import Page
from analysis.publishing.standing import (
    charts_of,
    failed_of,
    notebook_of,
    page_of,
    take_over,
)

log = logging.getLogger(__name__)

QUIET = ["--IPKernelApp.log_level=50"]  # a kernel warns of TCP on stderr, whatever it runs
SAFE = re.compile(r"[\w()（）·-]+")


def check_parameters(page: Page, folder: str) -> None:
    """Compare the parameters of a page with those that its notebook declares.

    Raises
    ------
    NotebookError
        When one is unknown to the notebook or missing: papermill itself would only warn.
    """
    source = _source(page)
    declared, given = set(papermill.inspect_notebook(str(source))), set(page.parameters(folder))
    if declared != given:
        raise NotebookError(
            f"{source.name}: unknown {sorted(given - declared)}, "
            f"missing {sorted(declared - given)}. "
            "Make its parameters cell and Page.parameters agree, one assignment a line."
        )


def _source(page: Page) -> Path:
    return paths.NOTEBOOKS / f"{page.notebook}.ipynb"


def key(page: Page, frames: Mapping[str, pd.DataFrame]) -> str:
    """Digest of all that a page depends on: notebook, parameters, its rows, code and codebook."""
    chosen = page.select(frames)
    tables = [one for one in vars(chosen).values() if isinstance(one, pd.DataFrame)]
    rows = [table.to_csv(index=False).encode() for table in tables]
    return digests.of(_source(page).read_bytes(), repr(page).encode(), _code().encode(), *rows)


@cache
def _code() -> str:
    return digests.of_files(paths.CODE)


def run(
    keys: Mapping[Page, str], folder: str, site: Path, earlier: Sequence[Path], jobs: int
) -> dict[str, str]:
    """Run pages side by side and return the errors of those that failed, by stem.

    Parameters
    ----------
    keys : mapping of Page to str
        The pages to run, and what each ends in.
    folder : str
        Of the tables, empty for the project's own.
    site : Path
        Where to write them.
    earlier : sequence of Path
        Sites in which the last good state of a page may stand.
    jobs : int
        Processes at a time; -1 for one per core.
    """
    tasks = (delayed(_attempt)(page, key, folder, site, earlier) for page, key in keys.items())
    results = Parallel(n_jobs=jobs, return_as="generator")(tasks)
    errors = tqdm(results, total=len(keys), desc="pages", unit="page", disable=None)
    failed = {}
    for page, error in zip(keys, errors, strict=True):
        log.info("page %s: %s", page.stem, error or "made")
        failed |= {page.stem: error} if error else {}
    return failed


def _attempt(page: Page, key: str, folder: str, site: Path, earlier: Sequence[Path]) -> str:
    """Make a page and return what went wrong: one page never stops the others."""
    if not SAFE.fullmatch(page.stem):
        return f"{page.stem!r} cannot name a file. Give the report another body name."
    try:
        _make(page, key, folder, site)
    except Exception as error:
        _keep_last(page, site, earlier)
        if isinstance(error, PapermillExecutionError):
            return f"{error.ename}: {error.evalue}"
        return f"{type(error).__name__}: {error}"
    return ""


def _make(page: Page, key: str, folder: str, site: Path) -> None:
    """Execute a notebook, which writes its charts, and last its page, which ends in its key."""
    executed = notebook_of(site, page.stem)
    executed.parent.mkdir(parents=True, exist_ok=True)
    try:
        _execute(page, executed, folder)
    except RuntimeError:  # the kernel did not start, as another one took its port, or it died
        _execute(page, executed, folder, each_cell=True)
    content = f"{as_html(page, executed)}\n<!-- {key} -->\n"
    page_of(site, page.stem).write_text(content, encoding="utf-8")


def _execute(page: Page, executed: Path, folder: str, each_cell: bool = False) -> None:
    """Execute a notebook; saved after `each_cell`, which is slow, it shows where a kernel dies."""
    papermill.execute_notebook(
        str(_source(page)),
        str(executed),
        page.parameters(folder),
        request_save_on_cell_execute=each_cell,
        progress_bar=False,
        extra_arguments=QUIET,
        kernel_manager_class=KERNELS,
        cwd=str(executed.parent),
    )


def _keep_last(page: Page, site: Path, earlier: Sequence[Path]) -> None:
    """Keep what failed as a notebook, beside the last good page, which says so and has no key."""
    executed, html = notebook_of(site, page.stem), page_of(site, page.stem)
    if executed.exists():
        executed.replace(failed_of(site, page.stem))
    shutil.rmtree(charts_of(site, page.stem), ignore_errors=True)
    good = next((one for one in earlier if page_of(one, page.stem).exists()), None)
    if good:
        take_over(page.stem, good, site)
        html.unlink()  # it is the earlier site's file, too
        html.write_text(as_html(page, executed, failed_link(page, site)), encoding="utf-8")


def failed_link(page: Page, site: Path, above: str = "") -> Link:
    """Return where the notebook that failed stands, nowhere where a run ended before it."""
    notebook = failed_of(site, page.stem)
    words = word("site.failed_notebook", page.language)
    return Link(words, frame.to(above + notebook.name) if notebook.exists() else "")
