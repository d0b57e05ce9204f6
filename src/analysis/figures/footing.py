"""What statements about the prose rest on: how much text, how well placed, how much of it stays."""

import pandas as pd

from analysis.codebook.themes import thresholds
from analysis.codebook.words import word
from analysis.figures.listings import listing
from analysis.figures.selection import Selection


def read(page: Selection, paragraphs: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return how much of each report is counted, and what is set apart."""
    many = {one: sentences[one].str.split().str.len() for one in ("terms", "names")}
    said = sentences.assign(**many)
    counted = said.groupby("report_id").agg(
        sentences=("start", "size"), terms=("terms", "sum"), names=("names", "sum"),
        figures=("figures", "sum"))  # fmt: skip
    sizes = paragraphs.groupby("report_id").agg(
        paragraphs=("start", "size"), running=("characters", "sum")
    )
    frame = page.reports[["report_id", "name"]].merge(sizes.join(counted), on="report_id")
    columns = ["name", "paragraphs", "sentences", "running", "terms", "names", "figures"]
    return listing(frame, columns, page.language)


def methods(page: Selection, placed: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of the two ways to place a paragraph that no heading decides."""
    table = placed.attrs["scores"]
    shown = table.assign(
        method=[word(f"themes.by.{name}", page.language) for name in table["method"]],
        used=[word("themes.used", page.language) if used else "" for used in table["used"]],
    )
    columns = ["method", "n", "reports", "groups", "accuracy", "macro_f1", "used"]
    return listing(shown, columns, page.language)


def deciding(page: Selection, placed: pd.DataFrame) -> pd.DataFrame:
    """Return how many paragraphs, and how much of the text, each way of placing decides."""
    sized = placed.groupby("by", sort=True).agg(
        paragraphs=("start", "size"), running=("characters", "sum")
    )
    shown = sized.assign(
        share=(100 * sized["running"] / sized["running"].sum()).round(1),
        method=[word(f"themes.by.{name}", page.language) for name in sized.index],
    )
    return listing(shown, ["method", "paragraphs", "running", "share"], page.language)


def clustering(page: Selection) -> str:
    """Say of how many reports clusters are drawn, or why there are none."""
    rule, n = thresholds().likeness, len(page.reports)
    if n >= rule.least_reports:
        return word("themes.clusters", page.language, n=n)
    values = {"n": n, "least": rule.least_reports}
    reason = getattr(rule.reason, page.language).format(**values)
    return word("themes.no_clusters", page.language, reason=reason, **values)


def stability(page: Selection, frame: pd.DataFrame) -> pd.DataFrame:
    """Return what of likeness and tree stays in resamples, as a table."""
    names = [word(f"themes.stays.{name}", page.language) for name in frame["measure"]]
    columns = ["measure", "value", "lowest", "resamples", "reports"]
    return listing(frame.assign(measure=names), columns, page.language)
