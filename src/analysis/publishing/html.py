"""An executed notebook becomes a page of its outputs (网页) that loads nothing from outside."""

import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup
from nbconvert import HTMLExporter

from analysis.codebook.words import word
from analysis.publishing import frame
from analysis.publishing.frame import TEMPLATES, Link, path_of, to
from analysis.publishing.marking import anchor
from analysis.publishing.pages import Page

PLACE = re.compile(r"(\d+)–(\d+)")
KINDS = ("png", "svg", "csv")


def as_html(page: Page, executed: Path, failed: Link | None = None) -> str:
    """Turn an executed notebook into a page of its outputs that loads nothing from outside.

    With `failed`, it says that a later run failed, and leads to the notebook of that run.
    """
    exporter = HTMLExporter(
        template_name="page",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_input=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
    )
    words = {kind: word(f"site.{kind}", page.language) for kind in KINDS}
    notebook = nbformat.read(executed, as_version=4)
    outputs, _ = exporter.from_notebook_node(notebook, {"stem": page.stem, "words": words})
    return frame.fill(
        "notebook",
        f"notebooks/{page.stem.removesuffix(f'-{page.language}')}",
        page.language,
        title=page.title,
        outputs=readable(outputs, page),
        related=list(_related(page)),
        failed=failed,
    )


def readable(outputs: str, page: Page) -> Markup:
    """Return outputs whose tables have a box, a name and heads, and whose places are links.

    Parameters
    ----------
    outputs : str
        HTML as the notebook's cells give it, tables as pandas writes them.
    page : Page
        Its report is where a place like ``12–15`` leads to.
    """
    body = html.fragment_fromstring(outputs, create_parent="div")
    heading = page.title
    for element in list(body.iter("h2", "table", "style")):
        if element.tag == "h2":
            heading = element.text_content().strip()
        elif element.tag == "table":
            _table(element, heading)
            _places(element, page)
        else:
            element.drop_tree()  # pandas repeats its own with every table
    return Markup(html.tostring(body, encoding="unicode"))


def _table(table: HtmlElement, name: str) -> None:
    """Give a table a box to scroll in, which the keyboard reaches, and say what its heads head."""
    _one_row_of_heads(table)
    for head in table.iter("th"):
        head.set("scope", "col" if head.getparent().getparent().tag == "thead" else "row")
    for cell in table.iter("th", "td"):
        if frame.chinese(cell.text):
            cell.set("lang", "zh")
    for name_ in ("border", "style"):
        table.attrib.pop(name_, None)
    box = table.getparent()
    box.attrib.update({"class": "scroll", "role": "group", "tabindex": "0", "aria-label": name})


def _one_row_of_heads(table: HtmlElement) -> None:
    """Move the name of the index, which pandas writes in a row of its own, above its column."""
    above, *below = table.iterfind("thead/tr")
    names = [head.text or "" for row in below for head in row]
    if names and not any([above[0].text, *names[1:]]):
        above[0].text = names[0]
        below[0].drop_tree()


def _places(table: HtmlElement, page: Page) -> None:
    """Let every cell that is a place lead to it in the page of the report."""
    path = f"../{path_of(frame.stem_of_report(page.report_id), page.language)}"
    for cell in table.iter("td") if page.report_id else ():
        place = PLACE.fullmatch(cell.text or "")
        if place:
            link = html.Element("a", href=to(path, anchor(*place.groups())))
            link.text, cell.text = cell.text, None
            cell.append(link)


def _related(page: Page) -> Iterator[Link]:
    """Yield where else the report or the body of a page is shown."""
    if page.report_id:
        path = path_of(frame.stem_of_report(page.report_id), page.language)
        yield Link(word("report.evidence", page.language), to(f"../{path}"))
    if page.of_a_body:
        path = path_of(frame.stem_of_body(page.bodies[0]), page.language)
        yield Link(word("report.body", page.language, name=page.bodies[0]), to(f"../{path}"))
