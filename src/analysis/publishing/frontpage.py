"""The first page of the site (首页), in each language, with the style and the font of all."""

import shutil
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader

from analysis.codebook.reasons import explained
from analysis.codebook.words import word
from analysis.figures.style import font_file
from analysis.publishing.html import INDEX, TEMPLATES, files
from analysis.publishing.pages import Page

GROUPS = {
    "site.comparisons": "comparison",
    "site.requests": "requests",
    "site.themes": "themes",
    "site.quality": "data_quality",
    "site.trends": "trends",
    "site.cities": "city",
}


def write_around(
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
            explained=partial(explained, language=language),
            other=next(name for key, name in INDEX.items() if key != language),
            unread=reports[reports["status"] != "read"].to_dict("records"),
            failed=failed,
            files={page.stem: files(site, page.stem) for page in ours if page.stem not in failed},
            groups=[
                (heading, [page for page in ours if page.notebook.startswith(kind)])
                for heading, kind in GROUPS.items()
            ],
        )
        (site / INDEX[language]).write_text(content, encoding="utf-8")
