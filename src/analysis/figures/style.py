"""How every chart looks: font, colours, the sheet with its words, and its files."""

import importlib.util
import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from analysis.codebook.charts import shared

WIDTH = 9.0
ROW = 0.3
LINE = 0.19
MARGIN = 0.012
GREY, DARK, PALE = "#7A7A7A", "#222222", "#DDDDDD"

# Okabe and Ito, "Color Universal Design" (2008): distinguishable with the common kinds of colour
# blindness. One colour a thing; Weibo and WeChat are a pair of related hues.
BLUE, SKY, GREEN, YELLOW = "#0072B2", "#56B4E9", "#009E73", "#F0E442"
ORANGE, VERMILLION, PURPLE = "#E69F00", "#D55E00", "#CC79A7"
COLOURS = {
    "channel.website": BLUE,
    "channel.weibo": ORANGE,
    "channel.wechat": VERMILLION,
    "channel.new_media": "#DE7F00",
    "channel.gazette": GREEN,
    "channel.other": PURPLE,
    "reply.already_public": SKY,
    "reply.granted": GREEN,
    "reply.partially_granted": YELLOW,
    "reply.denied": VERMILLION,
    "reply.not_this_agency": PURPLE,
    "reply.not_exist": PURPLE,
    "reply.amendment_required": ORANGE,
    "reply.other_route": ORANGE,
    "outcome.granted": GREEN,
    "outcome.partial": YELLOW,
    "request.concluded_on_time": GREEN,
    "request.concluded_extended": ORANGE,
    "state.breach": VERMILLION,
    "state.not_assessable": "#BBBBBB",
    "state.consistent": SKY,
}
FAMILIES = {
    "reply.denied_": VERMILLION,
    "request.received_": SKY,
    "request.carried_": SKY,
    "applicant.": SKY,
    "outcome.denied": VERMILLION,
    "outcome.unable": PURPLE,
    "outcome.rejected": ORANGE,
    "outcome.other": SKY,
}
RESULTS = {".upheld": BLUE, ".corrected": VERMILLION, ".other": PURPLE, ".pending": SKY}
APPEALS = ("reconsideration.", "litigation")


def colour(item: str, scope: str = "all") -> str:
    """Return the colour of a thing; what has none of its own is blue, paler for a part of the body.

    Examples
    --------
    >>> colour("share.weibo") == colour("channel.weibo") == ORANGE
    True
    >>> colour("staff.total"), colour("staff.total", "county")
    ('#0072B2', '#56B4E9')
    """
    item = shared().get(item, item)
    family = [shade for start, shade in FAMILIES.items() if item.startswith(start)]
    if item.startswith(APPEALS):
        family = [shade for end, shade in RESULTS.items() if item.endswith(end)]
    return COLOURS.get(item) or next(iter(family), BLUE if scope == "all" else SKY)


def font_file() -> Path:
    """Return the file of Noto Sans SC that the package `zhplot` carries, without importing it."""
    return (
        Path(importlib.util.find_spec("zhplot").origin).parent / "fonts" / "NotoSansSC-Regular.ttf"
    )


@cache
def apply() -> None:
    """Set font and theme for the process; reports' words are never read as formulas."""
    fontManager.addfont(font_file())
    settings = {
        "font.family": "sans-serif",
        "font.sans-serif": ["Noto Sans SC", "DejaVu Sans"],
        "axes.unicode_minus": False,
        "text.parse_math": False,
        "svg.hashsalt": "analysis",
        "hatch.linewidth": 0.8,
    }
    sns.set_theme(style="white", rc=settings)


@dataclass(frozen=True)
class Words:
    """What stands around a chart: title, subtitle (measure, unit, denominator) and caption."""

    title: str
    subtitle: str
    caption: str


def sheet(words: Words, height: float) -> Figure:
    """Return a figure with its words in place and room to draw between them.

    Parameters
    ----------
    words : Words
        Long lines are broken, never cut.
    height : float
        Height of the drawing, inches.
    """
    apply()
    title, subtitle = wrapped(words.title, 78), wrapped(words.subtitle, 118)
    caption = wrapped(words.caption, 150)
    upper, lower = 0.32 * _count(title), LINE * _count(caption) + 0.15
    head = upper + LINE * _count(subtitle) + 0.25
    total = head + height + lower
    figure = Figure(figsize=(WIDTH, total))
    figure.set_label(f"{words.title} – {words.subtitle}")
    middle = (MARGIN, lower / total, 1 - 2 * MARGIN, height / total)
    figure.set_layout_engine("constrained", rect=middle)
    below = {"va": "top", "x": MARGIN, "linespacing": 1.25}
    figure.text(y=1 - 0.08 / total, s=title, size=15, color=DARK, **below)
    figure.text(y=1 - (0.08 + upper) / total, s=subtitle, size=10, color=GREY, **below)
    figure.text(y=(lower - 0.02) / total, s=caption, size=8, color=GREY, **below)
    return figure


def _count(text: str) -> int:
    return text.count("\n") + 1


def settled(figure: Figure) -> Figure:
    """Return `figure` with its layout fixed: the solver's last digits differ between runs."""
    figure.get_layout_engine().execute(figure)
    figure.set_layout_engine(None)
    for axes in figure.axes:
        axes.set_position(np.round(axes.get_position().bounds, 4))
    return figure


def wrapped(text: str, columns: int) -> str:
    """Break `text` into lines of at most `columns` half-width columns, at spaces if there are any.

    Examples
    --------
    >>> wrapped("政府信息公开工作年度报告", 12)
    '政府信息公开\\n工作年度报告'
    >>> wrapped("Annual report on openness", 14)
    'Annual report\\non openness'
    """
    return "\n".join(line for part in text.split("\n") for line in _lines(part, columns))


def _lines(text: str, columns: int) -> list[str]:
    if _width(text) > columns:
        cut = next(i for i in range(len(text), 0, -1) if _width(text[:i]) <= columns)
        cut -= text[cut] in "。，、；：）”"
        space = text.rfind(" ", 1, cut + 1)
        wide = unicodedata.east_asian_width(text[cut - 1]) in "WF"
        cut = cut if wide or space < 0 else space
        return [text[:cut].rstrip(), *_lines(text[cut:].lstrip(), columns)]
    return [text]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def bare(axes: mpl.axes.Axes, rows: list[str]) -> None:
    """Take frame, ticks and scale away, and write the words of every row at its left."""
    words = [wrapped(row, 44) for row in rows]
    axes.set_yticks(range(len(rows)), words, color=DARK, linespacing=1.05)
    for tick in axes.get_yticklabels():
        tick.set_size(8 if "\n" in tick.get_text() else 10)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.tick_params(length=0)
    axes.set_xticks([])
    sns.despine(ax=axes, left=False, bottom=True)
    axes.spines["left"].set_color(PALE)


# A finished chart ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chart:
    """A figure, its name and the table behind it.

    In a notebook it shows itself as SVG with fixed ids and its words as text, so that a changed
    bar is a changed output; its name, and its title and subtitle for those who do not see it, go
    along as metadata.
    """

    name: str
    figure: Figure
    table: pd.DataFrame

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict, dict]:
        shown = {"image/svg+xml": self.svg("none"), "text/plain": f"Chart {self.name}"}
        return shown, {"image/svg+xml": {"chart": self.name, "alt": self.figure.get_label()}}

    def svg(self, letters: str) -> str:
        """Return the figure as SVG, its `letters` as ``none`` (text) or ``path`` (outlines)."""
        stream = io.StringIO()
        with mpl.rc_context({"svg.fonttype": letters}):
            self.figure.savefig(stream, format="svg", metadata={"Date": None})
        return stream.getvalue()

    def save(self, stem: Path) -> None:
        """Write a PNG (200 dpi), an SVG (letters as outlines) and the table as CSV."""
        stem.parent.mkdir(parents=True, exist_ok=True)
        quick = {"compress_level": 3}  # a tenth larger, in half the time
        png = {"dpi": 200, "metadata": {"Software": None}, "pil_kwargs": quick}
        self.figure.savefig(stem.with_suffix(".png"), **png)
        stem.with_suffix(".svg").write_text(self.svg("path"), encoding="utf-8")
        self.table.to_csv(stem.with_suffix(".csv"), index_label=self.table.columns.name)


def save(folder: str | Path, *charts: Chart) -> None:
    """Write the files of `charts`, each by its name, into `folder`; nothing where it is empty.

    Notebooks end with it, so that whoever runs one gets its charts as files.
    """
    for chart in charts if folder else ():
        chart.save(Path(folder) / chart.name)
