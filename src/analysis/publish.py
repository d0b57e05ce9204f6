"""Notebooks become the site: run for what is in the data, with figures as files and an index.

Whatever comes from a report is data: it is escaped wherever it is shown, and names a file only
after it was checked.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import nbformat
import pandas as pd
import papermill
from jinja2 import Environment, FileSystemLoader
from joblib import Parallel, delayed
from nbconvert import HTMLExporter
from papermill.exceptions import PapermillExecutionError
from tqdm import tqdm

from analysis import paths
from analysis.codebook.charts import charts
from analysis.codebook.forms import form_of
from analysis.codebook.words import LANGUAGES, word
from analysis.errors import NotebookError
from analysis.figures import city, comparison, inventory, quality, selection, series
from analysis.figures.selection import Selection, read
from analysis.figures.style import font_file
from analysis.tables import reports_only

TEMPLATES = Path(__file__).resolve().parent / "templates"
CHARTS = {
    "city": city.CHARTS,
    "city_since_2019": city.SINCE_2019,
    "comparison": comparison.CHARTS,
    "comparison_since_2019": comparison.SINCE_2019,
    "series": series.CHARTS,
    "data_quality": quality.CHARTS,
}
GROUPS = {
    "site.comparisons": "comparison",
    "site.quality": "data_quality",
    "site.series": "series",
    "site.cities": "city",
}
INDEX = {"zh": "index.html", "en": "index.en.html"}
KEY = re.compile(r"<!-- ([0-9a-f]{64}) -->\s*$")
QUIET = ["--IPKernelApp.log_level=50"]  # a kernel warns of TCP on stderr, whatever it runs
SAFE = re.compile(r"[\w()（）·-]+")


@dataclass(frozen=True)
class Page:
    """One notebook to be run with one set of parameters.

    Attributes
    ----------
    stem : str
        Names the page's files; ends in the language.
    notebook : str
        A key of `CHARTS`.
    bodies, years : tuple
        What the page is about.
    language, title : str
        The title carries the body.
    """

    stem: str
    notebook: str
    bodies: tuple[str, ...]
    years: tuple[int, ...]
    language: str
    title: str

    def parameters(self, folder: str) -> dict[str, object]:
        """Return the parameters of the notebook; an empty `folder` is the project's own data."""
        shared = {"language": self.language, "folder": folder}
        if self.notebook.startswith("city"):
            return {"body": self.bodies[0], "year": self.years[0], **shared}
        if self.notebook == "series":
            return {"body": self.bodies[0], "years": list(self.years), **shared}
        return {"bodies": list(self.bodies), "years": list(self.years), **shared}

    def select(self, frames: Mapping[str, pd.DataFrame]) -> Selection:
        """Return the rows that the page is about."""
        narrow = inventory.narrow if self.notebook == "data_quality" else selection.narrow
        return narrow(dict(frames), self.bodies, self.years, self.language)


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
    frames = read(processed, inventory.TABLES)
    folder = "" if processed.resolve() == paths.PROCESSED else str(processed.resolve())
    pages = list(_pages(frames["reports"], languages))
    for notebook in {page.notebook: page for page in pages}.values():
        check_parameters(notebook, folder)
    keys = {page.stem: _key(page, frames) for page in pages if SAFE.fullmatch(page.stem)}
    earlier = _earlier(site)
    due = [
        page for page in pages if page.stem not in keys or earlier.get(page.stem) != keys[page.stem]
    ]
    failed = _run(due, keys, folder, site, jobs)
    _remove_others(pages, site)
    _write_around(pages, failed, frames["reports"], site, languages)
    if failed:
        listed = "; ".join(f"{stem}: {error}" for stem, error in failed.items())
        raise NotebookError(f"{len(failed)} of {len(pages)} pages failed: {listed}")
    return due


def _pages(reports: pd.DataFrame, languages: Sequence[str]) -> Iterator[Page]:
    """Yield what is about all reports, each body over its years and each report, in every language.

    Reports are shown by the notebooks for their form.
    """
    known = reports_only(reports).sort_values("report_id")
    known = known.drop_duplicates(["body", "year"]).astype({"year": int})
    known = known.assign(ending=[charts().endings[form_of(year)] for year in known["year"]])
    for language in languages:
        for ending, rows in known.groupby("ending"):
            yield _page("comparison", f"comparison{ending}", rows, language, f"comparison{ending}")
        if len(known):
            yield _page("quality", "data_quality", known, language, "data_quality")
        for body, rows in known.groupby("body", sort=False):
            if rows["year"].nunique() > 1:
                yield _page("series", "series", rows, language, f"series-{body}")
        for report_id, rows in known.groupby("report_id", sort=False):
            yield _page("city", f"city{rows['ending'].iloc[0]}", rows, language, report_id)


def _page(kind: str, notebook: str, rows: pd.DataFrame, language: str, stem: str) -> Page:
    """Return the page about the reports in `rows`; `kind` names the words of its title."""
    bodies, years = tuple(dict.fromkeys(rows["body"])), tuple(sorted(set(rows["year"].tolist())))
    first = rows.iloc[0]
    name = (first["english"] or first["body"]) if language == "en" else first["body"]
    span = "–".join(dict.fromkeys([str(years[0]), str(years[-1])]))
    title = word(f"page.{kind}", language, name=name, years=span)
    return Page(f"{stem}-{language}", notebook, bodies, years, language, title)


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


# Nothing unchanged is run again -------------------------------------------------------------------


def _key(page: Page, frames: Mapping[str, pd.DataFrame]) -> str:
    """Digest of all that a page depends on: notebook, parameters, its rows, code and codebook."""
    chosen = page.select(frames)
    tables = [one for one in vars(chosen).values() if isinstance(one, pd.DataFrame)]
    rows = [table.to_csv(index=False).encode() for table in tables]
    return _digest([_source(page).read_bytes(), repr(page).encode(), _code().encode(), *rows])


@cache
def _code() -> str:
    folder = Path(__file__).resolve().parent
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return _digest(path.read_bytes() for path in files)


def _digest(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _earlier(site: Path) -> dict[str, str]:
    """Keys of the pages that stand in `site`: each page ends in its own."""
    found = {
        path.stem: KEY.search(path.read_text(encoding="utf-8", errors="replace"))
        for path in (site / "notebooks").glob("*.html")
    }
    return {stem: match[1] for stem, match in found.items() if match}


def _remove_others(pages: Sequence[Page], site: Path) -> None:
    """Remove pages and figures of reports that are no longer in the data."""
    kept = {page.stem for page in pages}
    for path in (site / "notebooks").glob("*"):
        if path.suffix in (".html", ".ipynb") and path.stem not in kept:
            path.unlink()
    for path in (site / "figures").glob("*"):
        if path.name not in kept:
            shutil.rmtree(path)


def _html(site: Path, stem: str) -> Path:
    return site / "notebooks" / f"{stem}.html"


# Running ------------------------------------------------------------------------------------------


def _run(
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
    """Execute a notebook, write its figures with their tables, and last its page with its key.

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
    shown = page.select(read(folder, inventory.TABLES))
    for draw in CHARTS[page.notebook]:
        chart = draw(shown)
        chart.save(site / "figures" / page.stem / chart.name)
    html.write_text(f"{_as_html(page, executed, site)}\n<!-- {key} -->\n", encoding="utf-8")


def _as_html(page: Page, executed: Path, site: Path) -> str:
    """Turn an executed notebook into a page of its outputs that loads nothing from outside."""
    exporter = HTMLExporter(
        template_name="page",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_input=True,
        exclude_output_prompt=True,
    )
    other = next(language for language in LANGUAGES if language != page.language)
    resources = {
        "metadata": {"name": page.title},
        "language_code": page.language,
        "stem": page.stem,
        "home": f"../{INDEX[page.language]}",
        "other": f"{page.stem.removesuffix(page.language)}{other}.html",
        "words": {
            key: word(f"site.{key}", page.language) for key in ("home", "switch", "download")
        },
        "files": {n: [f"../{f}" for f in kinds] for n, kinds in _files(site, page.stem).items()},
    }
    notebook = nbformat.read(executed, as_version=4)
    return exporter.from_notebook_node(notebook, resources=resources)[0]


# The index ----------------------------------------------------------------------------------------


def _files(site: Path, stem: str) -> dict[str, list[str]]:
    """Return the files of every chart of a page, below `site`."""
    charts = sorted((site / "figures" / stem).glob("*.svg"))
    kinds = (".png", ".svg", ".csv")
    return {
        chart.stem: [f"figures/{stem}/{chart.stem}{kind}" for kind in kinds] for chart in charts
    }


def _write_around(
    pages: Sequence[Page],
    failed: Mapping[str, str],
    reports: pd.DataFrame,
    site: Path,
    languages: Sequence[str],
) -> None:
    """Write the index of each language, the style and the font."""
    (site / "fonts").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(font_file(), site / "fonts" / font_file().name)
    shutil.copyfile(TEMPLATES / "style.css", site / "style.css")
    template = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True).get_template(
        "index.html.j2"
    )
    for language in languages:
        ours = [page for page in pages if page.language == language]
        content = template.render(
            language=language,
            word=partial(word, language=language),
            other=next(name for key, name in INDEX.items() if key != language),
            unread=reports[reports["status"] != "read"].to_dict("records"),
            failed=failed,
            files={page.stem: _files(site, page.stem) for page in ours if page.stem not in failed},
            groups=[
                (heading, [page for page in ours if page.notebook.startswith(kind)])
                for heading, kind in GROUPS.items()
            ],
        )
        (site / INDEX[language]).write_text(content, encoding="utf-8")
