"""Which pages the site has (页面): one per report, one per body over its years, some of all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.codebook.charts import charts
from analysis.codebook.forms import form_of
from analysis.codebook.words import word
from analysis.figures import inventory, selection
from analysis.figures.selection import Selection
from analysis.tables import reports_only

WHOLE = ("data_quality", "themes")  # about all that the tables hold
OF_A_BODY = ("city", "trends")


@dataclass(frozen=True)
class Page:
    """One notebook to be run with one set of parameters.

    Attributes
    ----------
    stem : str
        Names the page's files; ends in the language.
    notebook : str
        The name of a notebook of the project.
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
        figures = f"../figures/{self.stem}"  # seen from the page
        shared = {"language": self.language, "folder": folder, "figures": figures}
        if self.notebook.startswith("city"):
            return {"body": self.bodies[0], "year": self.years[0], **shared}
        several = {"bodies": list(self.bodies), "years": list(self.years), **shared}
        return several | ({"level": ""} if self.notebook == "themes" else {})

    @property
    def of_a_body(self) -> bool:
        """Whether the page is about one body by its kind, and not because there is only one."""
        return self.notebook.startswith(OF_A_BODY)

    @property
    def report_id(self) -> str:
        """The report that the page is about; empty where it is about several."""
        return self.stem.removesuffix(f"-{self.language}") * self.notebook.startswith("city")

    def select(self, frames: Mapping[str, pd.DataFrame]) -> Selection:
        """Return the rows that the page is about."""
        narrow = inventory.narrow if self.notebook in WHOLE else selection.narrow
        return narrow(dict(frames), self.bodies, self.years, self.language)


def pages_of(frames: Mapping[str, pd.DataFrame], languages: Sequence[str]) -> Iterator[Page]:
    """Yield what is about all reports, each body over its years and each report, in every language.

    Reports are shown by the notebooks for their form. Themes need running text: tables have none.
    """
    known = reports_only(frames["reports"]).sort_values("report_id")
    known = known.drop_duplicates(["body", "year"]).astype({"year": int})
    known = known.assign(ending=[charts().endings[form_of(year)] for year in known["year"]])
    for language in languages:
        for ending, rows in known.groupby("ending"):
            for kind in ("comparison", "requests"):
                yield _page(kind, f"{kind}{ending}", rows, language, f"{kind}{ending}")
        if len(known):
            yield _page("quality", "data_quality", known, language, "data_quality")
        if (frames["passages"]["kind"] == "paragraph").any():
            yield _page("themes", "themes", known, language, "themes")
        for body, rows in known.groupby("body", sort=False):
            if rows["year"].nunique() > 1:
                yield _page("trends", "trends", rows, language, f"trends-{body}")
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
