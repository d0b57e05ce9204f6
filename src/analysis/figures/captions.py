"""The words around a chart: its title, its notes and its source."""

import pandas as pd

from analysis.codebook.words import plain, word
from analysis.figures.amounts import SILENT
from analysis.figures.selection import Selection
from analysis.figures.style import Words

NOTED = ("interval", "at_least", "at_most", "about", "conflict", "no_whole", "not_asked")
MOST_TITLES = 3


def headline(selection: Selection, page: str) -> str:
    """Return the first heading of a page as Markdown; names are data and never markup."""
    names = list(dict.fromkeys(selection.reports["called"]))
    several = word("bodies", selection.language, count=len(names))
    name = plain(names[0]) if len(names) == 1 else several
    values = {"name": name, "years": selection.years}
    return "# " + word(f"page.{page}", selection.language, **values)


def title(selection: Selection, what: str) -> str:
    """Say what is shown, whose it is and of which years."""
    names = list(dict.fromkeys(selection.reports["called"]))
    values = {"years": selection.years, "what": what, "name": names[0]}
    return word("title.one" if len(names) == 1 else "title.several", selection.language, **values)


def caption(selection: Selection, frame: pd.DataFrame, *notes: str) -> str:
    """Say where a chart comes from and what its marks mean, each mark only where it occurs."""
    language = selection.language
    known = set(frame["status"]) if "status" in frame else set()
    marks = [word(f"note.{key}", language) for key in (*NOTED, *SILENT) if key in known]
    by_hand = (selection.observations["source"] == "reviewed").sum()
    decided = [word("note.reviewed", language, count=by_hand)] if by_hand else []
    told = [*notes, *marks, *decided, _forms(selection), _source(selection)]
    return word("separator", language).join(told)


def words(selection: Selection, page: str, chart: str, caption: str, **values: object) -> Words:
    """Gather the words of a chart of a page (``city`` or ``comparison``)."""
    what = word(f"{page}.{chart}.title", selection.language)
    subtitle = word(f"{page}.{chart}.subtitle", selection.language, **values)
    return Words(title(selection, what), subtitle, caption)


def _forms(selection: Selection) -> str:
    language = selection.language
    forms = [word(f"form.{form}", language) for form in selection.reports["form"].unique()]
    return word("note.forms", language, forms=word("list", language).join(forms))


def _source(selection: Selection) -> str:
    reports = selection.reports
    titles = list(reports["title"].where(reports["title"] != "", reports["report_id"]))
    if len(titles) > MOST_TITLES:
        return word("note.sources", selection.language, count=len(titles))
    joined = word("list", selection.language).join(titles)
    return word("note.source", selection.language, titles=joined)
