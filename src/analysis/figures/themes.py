"""The charts of what the prose is about, each with the table behind it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.codebook.themes import thresholds
from analysis.codebook.topics import topics
from analysis.codebook.words import word
from analysis.figures import coverage, dots, trees
from analysis.figures.captions import caption, words
from analysis.figures.listings import listing
from analysis.figures.selection import Selection
from analysis.figures.style import Chart, Words

MOST = 60  # reports that a chart can show
PANELS = 12
ROWS = 8
SURE = 0.5  # a dot is filled where at least so many of the resamples agree


@dataclass(frozen=True)
class Withheld:
    """What stands in place of a chart for which there are too few reports, or too many."""

    name: str
    reason: str
    table: pd.DataFrame

    def _repr_markdown_(self) -> str:
        return self.reason

    def save(self, stem: Path) -> None:
        """Write nothing: there is no chart, and an empty table would look like one."""


def shares(page: Selection, frame: pd.DataFrame) -> Chart:
    """Return the map of reports by topics: the share of its text that each topic has.

    Parameters
    ----------
    frame : DataFrame
        From `analysis.themes.sections.shares`.
    """
    named = _named(page, frame)
    named = named.assign(
        label=[_topic(name, page.language) for name in named["topic"]],
        text=[
            _share(*row, page.language) for row in zip(named["share"], named["joint"], strict=True)
        ],
    )
    table = named.pivot(index="name", columns="label", values="text")
    table = table.loc[named["name"].unique(), named["label"].unique()]
    table.insert(0, word("column.running", page.language), named.groupby("name")["whole"].first())
    shown = named[named["name"].isin(list(table.index[:MOST]))]
    scaled = shown.assign(share=shown["share"].fillna(0) / shown["share"].max())
    notes = [word("themes.note.silent", page.language), _first(page, len(table))]
    if shown["joint"].any():
        notes.insert(1, word("themes.note.joint", page.language))
    around = _words(page, "shares", shown, notes, n=len(table))
    return Chart("shares", coverage.heat_map(scaled, around), table.rename_axis(columns=None))


def key_terms(page: Selection, frame: pd.DataFrame, by: str) -> Chart | Withheld:
    """Return the first key terms of each body or topic, hollow where they do not stay.

    Parameters
    ----------
    frame : DataFrame
        From `analysis.themes.terms.key_terms`.
    by : str
        ``body`` or ``topic``.
    """
    if frame.empty:
        return Withheld(by, word("themes.one_group", page.language), _terms_table(page, frame, by))
    order = list(topics().topics) if by == "topic" else list(dict.fromkeys(page.reports["body"]))
    panels = {name: _group(page, name, by) for name in order}
    ours = frame.assign(place=frame["group"].map(order.index)).sort_values(["place", "rank"])
    ours = ours[ours["rank"] <= thresholds().terms.top].assign(panel=ours["group"].map(panels))
    shown = ours[(ours["rank"] <= ROWS) & (ours["place"].map(_ordinal(ours["place"])) < PANELS)]
    drawn = pd.DataFrame({
        "panel": _with_size(page, shown),
        "row": shown["term"],
        "value": shown["log_odds"],
        "text": [word("themes.times", page.language, count=c, sentences=s)
                 for c, s in zip(shown["count"], shown["sentences"], strict=True)],
        "solid": shown["kept"] >= SURE,
    })  # fmt: skip
    rules = thresholds().terms
    notes = [word("themes.note.kept", page.language, resamples=rules.resamples, top=rules.top)]
    if shown["place"].nunique() < ours["place"].nunique():
        notes.append(word("themes.note.panels", page.language, all=ours["place"].nunique()))
    around = _words(page, f"terms_{by}", shown, notes, n=len(page.reports))
    return Chart(f"terms_{by}", dots.grid(drawn, around), _terms_table(page, ours, by))


def alike(page: Selection, likeness: pd.DataFrame, tree: pd.DataFrame) -> Chart | Withheld:
    """Return the map of how alike reports are, with the tree of clusters if there is one."""
    names = _names(page).reindex(likeness.index)
    if not 1 < len(names) <= MOST:
        reason = word("themes.too_many", page.language, most=MOST, n=len(names))
        return Withheld("alike", reason, _spread(likeness))
    table = likeness.round(2).set_axis(names, axis=0).set_axis(names, axis=1)
    table = table.rename_axis(index=None, columns=None)
    rule = thresholds().likeness
    whole = len(names)  # the root holds all reports in every resample
    texts = [
        f"{100 * support:.0f}" if support >= rule.supported and count < whole else ""
        for support, count in zip(tree["support"], tree["reports"], strict=True)
    ]
    key = "themes.note.tree" if len(tree) else "themes.note.no_tree"
    values = {"resamples": rule.resamples, "supported": f"{rule.supported:.0%}"}
    notes = [word(key, page.language, least=rule.least_reports, **values)]
    around = _words(page, "alike", table, notes, n=len(names))
    figure = trees.alike(likeness, tree.assign(text=texts), list(names), around)
    return Chart("alike", figure, table)


def nearest(page: Selection, frame: pd.DataFrame) -> Chart | Withheld:
    """Return how often the report most like each is the same again in resamples."""
    names = _names(page)
    shown = frame.assign(
        name=frame["report_id"].map(names), nearest=frame["nearest"].map(names)
    ).sort_values(["kept", "report_id"], ascending=[False, True])
    table = listing(shown, ["name", "nearest", "likeness", "kept"], page.language)
    if not 1 < len(frame) <= MOST:
        reason = word("themes.too_many", page.language, most=MOST, n=len(frame))
        return Withheld("nearest", reason, table)
    drawn = pd.DataFrame({
        "panel": "",
        "row": [f"{a} → {b}" for a, b in zip(shown["name"], shown["nearest"], strict=True)],
        "value": shown["kept"],
        "text": [f"{100 * kept:.0f}%" for kept in shown["kept"]],
        "solid": shown["kept"] >= SURE,
    })  # fmt: skip
    notes = [word("themes.note.paragraphs", page.language)]
    resamples = thresholds().likeness.resamples
    around = _words(page, "nearest", shown, notes, n=len(frame), resamples=resamples)
    return Chart("nearest", dots.grid(drawn, around), table)


def themes(page: Selection, terms: pd.DataFrame, stability: pd.DataFrame) -> Chart | Withheld:
    """Return the first terms of each theme, with how many of these stay when tried again.

    Parameters
    ----------
    terms, stability : DataFrame
        Of `analysis.themes.topics.Themes`.
    """
    rule, language = thresholds().themes, page.language
    labels = {row.theme: word("themes.theme", language, number=row.theme,
                              share=f"{100 * row.share:.0f}", seeds=f"{row.seeds:.2f}",
                              resamples=f"{row.resamples:.2f}")
              for row in stability.itertuples()}  # fmt: skip
    columns = ["theme", "share", "seeds", "resamples", "lowest", "paragraphs", "reports"]
    joined = terms.groupby("theme")["term"].agg(word("list", language).join)
    table = listing(
        stability.assign(terms=stability["theme"].map(joined)), [*columns, "terms"], language
    )
    if terms.empty:
        values = {"least": rule.least_reports, "number": rule.number}
        reason = getattr(rule.reason, language).format(**values)
        n = len(page.reports)
        return Withheld(
            "themes", word("themes.too_few", language, n=n, reason=reason, **values), table
        )
    settled = stability.set_index("theme")["resamples"]
    shown = terms[terms["rank"] <= ROWS]
    drawn = pd.DataFrame({
        "panel": shown["theme"].map(labels),
        "row": shown["term"],
        "value": shown["weight"],
        "text": "",
        "solid": shown["theme"].map(settled) >= SURE,
    })  # fmt: skip
    again = {"seeds": rule.seeds, "resamples": rule.resamples, "terms": rule.terms}
    notes = [word("themes.note.themes", language, **again)]
    n = stability["paragraphs"].iloc[0]
    around = _words(page, "themes", shown, notes, n=f"{n:,}", number=rule.number)
    return Chart("themes", dots.grid(drawn, around, across=2), table)


# The words ------------------------------------------------------------------------------------


def _words(
    page: Selection, chart: str, frame: pd.DataFrame, notes: list[str], **values: object
) -> Words:
    told = caption(page, frame, *filter(None, notes))
    return words(page, "themes", chart, told, **values)


def _first(page: Selection, reports: int) -> str:
    return word("themes.note.first", page.language, most=MOST, all=reports) * (reports > MOST)


def _share(share: float, joint: bool, language: str) -> str:
    if np.isnan(share):
        return word("themes.joint", language) if joint else "–"
    return f"{100 * share:.1f}"


def _topic(name: str, language: str) -> str:
    return getattr(topics().topics[name].label, language)


def _group(page: Selection, name: str, by: str) -> str:
    if by == "topic":
        return _topic(name, page.language)
    called = page.reports.drop_duplicates("body").set_index("body")["called"]
    return name if called.duplicated(keep=False)[name] else called[name]


def _with_size(page: Selection, shown: pd.DataFrame) -> list[str]:
    return [
        word("themes.panel", page.language, name=name, size=f"{size:,}")
        for name, size in zip(shown["panel"], shown["size"], strict=True)
    ]


def _ordinal(places: pd.Series) -> dict[int, int]:
    return {place: number for number, place in enumerate(sorted(places.unique()))}


def _named(page: Selection, frame: pd.DataFrame) -> pd.DataFrame:
    """Put the names of the page on rows about reports, in the order of the page."""
    order = list(page.reports["report_id"])
    named = frame.assign(place=frame["report_id"].map(order.index))
    named = named.assign(name=named["report_id"].map(_names(page)))
    return named.sort_values("place", kind="stable")


def _names(page: Selection) -> pd.Series:
    """Return the name of each report, its id where two would have the same."""
    names = page.reports.set_index("report_id", drop=False)
    return names["name"].mask(names["name"].duplicated(keep=False), names["report_id"])


def _spread(likeness: pd.DataFrame) -> pd.DataFrame:
    """Return the quartiles of likeness of all pairs, for which there is no room."""
    pairs = likeness.to_numpy()[np.triu_indices(len(likeness), 1)]
    return pd.Series(pairs, dtype=float).quantile([0, 0.25, 0.5, 0.75, 1]).round(2).to_frame().T


def _terms_table(page: Selection, frame: pd.DataFrame, by: str) -> pd.DataFrame:
    shown = frame.assign(
        **{by: [_group(page, name, by) for name in frame["group"]]},
        evidence=frame["example"],
    )
    columns = [by, "rank", "term", "log_odds", "tfidf", "count", "rest", "sentences", "reports",
               "kept", "evidence"]  # fmt: skip
    return listing(shown, columns, page.language)
