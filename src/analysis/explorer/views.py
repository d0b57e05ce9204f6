"""What a choice shows (所见): a chart with its table, and the sentences behind each report."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from analysis.codebook.measures import measures
from analysis.codebook.words import word
from analysis.explorer.choices import Choice, chosen, label
from analysis.figures import comparison, panels, rates, selection, trends
from analysis.figures.captions import title
from analysis.figures.listings import evidence
from analysis.figures.selection import Selection
from analysis.figures.style import Chart, Words

TABLES = (*selection.TABLES, "printed_shares")


def read(folder: str) -> dict[str, pd.DataFrame]:
    """Read the tables that are looked at; an empty `folder` is ``data/processed``."""
    return selection.read(folder, TABLES)


@dataclass(frozen=True)
class View:
    """What is seen of a choice.

    Attributes
    ----------
    chart : Chart or None
        With the table behind it; None where there is nothing to show.
    said : str
        Why there is nothing to show, otherwise empty.
    statements : Selection or None
        The reports shown, with what they state for the figure or for those that a rate is made of.
    """

    chart: Chart | None
    said: str
    statements: Selection | None

    def sentences(self, report_id: str) -> pd.DataFrame:
        """Return each statement of a report with its words and its place, maybe none."""
        rows = self.statements.observations
        return evidence(replace(self.statements, observations=rows[rows["report_id"] == report_id]))


def view(frames: Mapping[str, pd.DataFrame], choice: Choice) -> View:
    """Return chart, table and sentences of a choice, or why there is nothing to show."""
    reports = chosen(frames["reports"], choice)
    if reports.empty:
        return View(None, word("explorer.no_report", choice.language), None)
    page = selection.narrow(
        {**frames, "reports": reports},
        sorted(set(reports["body"])),
        sorted(set(reports["year"])),
        choice.language,
    )
    page = _asked(page, choice)
    if page.reports.empty:
        return View(None, word("explorer.not_asked", choice.language), None)
    return View(_chart(page, choice), "", _statements(page, frames["printed_shares"], choice.item))


def _asked(page: Selection, choice: Choice) -> Selection:
    """Keep the reports whose form asks for the figure, and those that state it beyond that."""
    rows = rates.shown(page, [choice.item], choice.kind).set_index("report_id")
    ids = page.reports["report_id"]
    stated = ids.map(rows["status"]) != "not_stated"
    asked = [rates.asks(choice.item, year) for year in page.reports["year"]]
    kept = page.reports[stated | pd.Series(asked, index=ids.index, dtype=bool)]
    return replace(page, reports=kept.reset_index(drop=True))


def _chart(page: Selection, choice: Choice) -> Chart:
    """Return lines where a body has several years, bars side by side otherwise."""
    what, below = label(choice.item, choice.kind, page.language), _subtitle(choice)
    name = choice.item.replace(".", "_")  # of files, whose endings begin with a point
    if not page.reports["body"].duplicated().any():
        frame = panels.side_by_side(page, [choice.item], choice.kind)
        return comparison.beside(page, name, frame, comparison.TABLE, what, below)
    shown = [[choice.item]]
    frame = trends.trends(page, shown, choice.kind)
    around = Words(title(page, what), below, trends.noted(page, frame, shown))
    table = trends.table(page, frame)
    return Chart(name, trends.drawn(page, frame, shown, around), table)


def _subtitle(choice: Choice) -> str:
    """Return the unit, and for a rate what it is."""
    unit = word(f"unit.{rates.unit(choice.item)}", choice.language)
    one = measures().get(choice.item)
    meaning = (
        getattr(one.definition, choice.language) if one else word("scope.all", choice.language)
    )
    return word("explorer.subtitle", choice.language, unit=unit, meaning=meaning)


def _statements(page: Selection, printed: pd.DataFrame, item: str) -> Selection:
    """Keep what the reports state for a figure, with the shares of it that they print."""
    ids = rates.made_from(item)
    ours = printed[printed["report_id"].isin(page.reports["report_id"])]
    rows = pd.concat([page.observations, ours.assign(applicant="", source="prose")])
    rows = rows[rows["indicator"].isin(ids) & rows["applicant"].isin(["", "total"])]
    return replace(page, observations=rows)
