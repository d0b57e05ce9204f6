"""Charts of what reports share (文本雷同): rates by report, and who shares with whom."""

import numpy as np
import pandas as pd

from analysis.codebook.words import word
from analysis.figures import bars
from analysis.figures.amounts import number
from analysis.figures.captions import caption, title
from analysis.figures.coverage import SHADES
from analysis.figures.listings import listing
from analysis.figures.selection import Selection
from analysis.figures.style import DARK, ROW, Chart, Words, bare, settled, sheet, wrapped

KINDS = ("own_years", "others")
TABLE = ["name", "block", "text", "value", "n"]
MOST_LEVEL = 12  # reports up to which their names have room side by side
MOST_WRITTEN = 30  # reports up to which a cell of the map has room for its number


def by_report(page: Selection, rates: pd.DataFrame) -> Chart:
    """Return the share of each report's sentences found in its other years, and in other bodies.

    Parameters
    ----------
    rates : DataFrame
        From `themes.rates.rates`.
    """
    rows = pd.concat([_panel(page, rates, kind) for kind in KINDS], ignore_index=True)
    note = word("reuse.note", page.language)
    around = _words(page, "rates", caption(page, rows.assign(status=""), note))
    table = listing(rows, TABLE, page.language)
    return Chart("reuse", bars.beside(rows, around), table)


def between(page: Selection, shared: pd.DataFrame) -> Chart:
    """Return the map of reports by reports: how much of a row's sentences stands in a column's.

    Parameters
    ----------
    shared : DataFrame
        From `themes.rates.between`.
    """
    names = page.reports.set_index("report_id")["name"]
    turned = shared.rename(columns=lambda one: one[:-1] + {"a": "b", "b": "a"}[one[-1]])
    both = pd.concat([shared, turned])[["report_a", "report_b", "sentences_a", "n_a", "rate_a"]]
    ours = both[both["report_a"].isin(names.index) & both["report_b"].isin(names.index)]
    shares = ours.pivot(index="report_a", columns="report_b", values="rate_a")
    shares = shares.reindex(index=names.index, columns=names.index)
    around = _words(page, "map", caption(page, pd.DataFrame(), word("reuse.note", page.language)))
    table = ours.assign(
        name=ours["report_a"].map(names),
        other=ours["report_b"].map(names),
        value=100 * ours["rate_a"],
        sentences=ours["sentences_a"],
        n=ours["n_a"],
    ).sort_values(["report_a", "report_b"])
    columns = ["name", "other", "sentences", "n", "value"]
    return Chart(
        "reuse-map", _map(shares, list(names), around), listing(table, columns, page.language)
    )


def _panel(page: Selection, rates: pd.DataFrame, kind: str) -> pd.DataFrame:
    ours = page.reports[["report_id", "name"]].merge(rates, on="report_id", how="left")
    value = 100 * ours[f"{kind}_rate"]
    known = value.notna()
    nothing = word(f"reuse.none.{kind}", page.language)
    texts = [
        f"{number(one, '%')} (n = {int(n)})" if there else nothing
        for one, n, there in zip(value, ours["n"].fillna(0), known, strict=True)
    ]
    label = word(f"reuse.{kind}", page.language)
    return pd.DataFrame(
        {
            "row": ours["name"], "name": ours["name"], "block": label, "title": label,
            "item": "reuse", "unit": "%", "value": value, "lower": value, "upper": value,
            "n": ours["n"], "text": texts, "median": np.nan,
            "status": np.where(known, "exact", "not_stated"),
        }
    )  # fmt: skip


def _words(page: Selection, chart: str, caption: str) -> Words:
    what = word(f"reuse.{chart}.title", page.language)
    return Words(title(page, what), word(f"reuse.{chart}.subtitle", page.language), caption)


def _map(shares: pd.DataFrame, names: list[str], words: Words):
    figure = sheet(words, max(2.0, (len(names) + 3) * ROW))
    axes = figure.subplots()
    bare(axes, names)
    filled = np.nan_to_num(shares.to_numpy(dtype=float))
    edges = np.arange(len(names) + 1) - 0.5
    top = max(filled.max(initial=0), 0.01)
    axes.pcolormesh(
        edges, edges, filled, cmap=SHADES, vmin=0, vmax=top, edgecolor="white", linewidth=1
    )
    axes.set_xticks(range(len(names)), [wrapped(name, 10) for name in names], size=8)
    axes.xaxis.tick_top()
    if len(names) > MOST_LEVEL:
        axes.tick_params(axis="x", labelrotation=90)
    for y, x in np.argwhere(filled)[: None if len(names) <= MOST_WRITTEN else 0]:
        ink = "white" if filled[y, x] > 0.75 * top else DARK
        text = number(100 * filled[y, x], "%")
        axes.text(x, y, text, ha="center", va="center", size=7.5, color=ink)
    return settled(figure)
