"""Notebooks are run by papermill, side by side, and none whose ground is what it was (运行)."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pandas as pd
import papermill
from joblib import Parallel, delayed
from papermill.exceptions import PapermillExecutionError
from tqdm import tqdm

from analysis import paths
from analysis.errors import NotebookError
from analysis.publishing.html import as_html
from analysis.publishing.pages import Page

KEY = re.compile(r"<!-- ([0-9a-f]{64}) -->\s*$")
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
    return _digest([_source(page).read_bytes(), repr(page).encode(), _code().encode(), *rows])


@cache
def _code() -> str:
    folder = Path(__file__).resolve().parents[1]
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return _digest(path.read_bytes() for path in files)


def _digest(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def earlier(site: Path) -> dict[str, str]:
    """Keys of the pages that stand in `site`: each page ends in its own."""
    found = {
        path.stem: KEY.search(path.read_text(encoding="utf-8", errors="replace"))
        for path in (site / "notebooks").glob("*.html")
    }
    return {stem: match[1] for stem, match in found.items() if match}


def _html(site: Path, stem: str) -> Path:
    return site / "notebooks" / f"{stem}.html"


def run(
    pages: Sequence[Page], keys: Mapping[str, str], folder: str, site: Path, jobs: int
) -> dict[str, str]:
    """Run pages side by side and return the errors of those that failed, by stem."""
    tasks = (delayed(_attempt)(page, keys.get(page.stem, ""), folder, site) for page in pages)
    results = Parallel(n_jobs=jobs, return_as="generator")(tasks)
    errors = tqdm(results, total=len(pages), desc="pages", unit="page", disable=None)
    return {page.stem: error for page, error in zip(pages, errors, strict=True) if error}


def _attempt(page: Page, key: str, folder: str, site: Path) -> str:
    """Make a page and return what went wrong: one page never stops the others."""
    try:
        _make(page, key, folder, site)
    except PapermillExecutionError as error:
        return f"{error.ename}: {error.evalue}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _make(page: Page, key: str, folder: str, site: Path) -> None:
    """Execute a notebook, which writes its figures, and last its page with its key.

    The page of before is removed first, so that a run cut short leaves none that is not its data's.
    """
    if not SAFE.fullmatch(page.stem):
        raise NotebookError(f"{page.stem!r} cannot name a file. Give the report another body name.")
    executed = site / "notebooks" / f"{page.stem}.ipynb"
    executed.parent.mkdir(parents=True, exist_ok=True)
    html = _html(site, page.stem)
    html.unlink(missing_ok=True)
    papermill.execute_notebook(
        str(_source(page)),
        str(executed),
        page.parameters(folder),
        progress_bar=False,
        extra_arguments=QUIET,
        cwd=str(executed.parent),
    )
    html.write_text(f"{as_html(page, executed)}\n<!-- {key} -->\n", encoding="utf-8")
