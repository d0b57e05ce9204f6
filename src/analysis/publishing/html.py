"""An executed notebook becomes a page of its outputs (网页) that loads nothing from outside."""

from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

from analysis.codebook.words import LANGUAGES, word
from analysis.publishing.pages import Page
from analysis.publishing.standing import failed_of

TEMPLATES = Path(__file__).resolve().parent / "templates"
INDEX = {"zh": "index.html", "en": "index.en.html"}


def as_html(page: Page, executed: Path, site: Path, failed: bool = False) -> str:
    """Turn an executed notebook into a page of its outputs that loads nothing from outside.

    With `failed`, the page says that a later run failed, and leads to the notebook of that run.
    """
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
            key: word(f"site.{key}", page.language)
            for key in ("home", "switch", "download", "later_failed", "failed_notebook")
        },
        "failed": failed_link(site, page.stem) if failed else None,
        "files": {n: [f"../{f}" for f in kinds] for n, kinds in files(site, page.stem).items()},
    }
    notebook = nbformat.read(executed, as_version=4)
    return exporter.from_notebook_node(notebook, resources=resources)[0]


def failed_link(site: Path, stem: str) -> str:
    """Return the name of the notebook that failed, empty where it ended before there was one."""
    notebook = failed_of(site, stem)
    return notebook.name if notebook.exists() else ""


def files(site: Path, stem: str) -> dict[str, list[str]]:
    """Return the files of every chart of a page, below `site`."""
    charts = sorted((site / "figures" / stem).glob("*.svg"))
    kinds = (".png", ".svg", ".csv")
    return {
        chart.stem: [f"figures/{stem}/{chart.stem}{kind}" for kind in kinds] for chart in charts
    }
