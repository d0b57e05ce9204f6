"""The panel of JupyterLab (面板): choices at the top, and below them what they show."""

import base64
import hashlib
import html
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import RLock

import pandas as pd
from ipywidgets import HTML, Button, Dropdown, HBox, SelectMultiple, ToggleButtons, VBox

from analysis import paths
from analysis.codebook.words import LANGUAGES, word
from analysis.explorer import choices, views
from analysis.figures.style import Chart

ROWS = 8  # of a list, before it scrolls


class Explorer(VBox):
    """A panel of widgets; what is chosen is in `choice`, what it shows in `view`.

    Parameters
    ----------
    folder : str
        Of processed tables, relative to the project; empty for ``data/processed``.
    language : str
        ``zh`` or ``en``, to begin with.
    exports : Path
        Folder that charts and tables are exported into.
    """

    def __init__(self, folder: str, language: str, exports: Path = paths.EXPORTS) -> None:
        self.frames, self.exports = views.read(folder), exports
        self.items = choices.items(self.frames)
        self.choice = choices.first(self.frames, language)
        self.inputs = _inputs()
        self.reset, self.export = Button(icon="undo"), Button(icon="download")
        self.outputs = {name: HTML() for name in ("chart", "table", "sentences", "message")}
        self.report = Dropdown(style={"description_width": "initial"})
        super().__init__(self._rows())
        # JupyterLab lets two threads of the kernel hear of what is chosen: one change at a time.
        self.turn, self.settling, self.put = RLock(), False, {}
        others = {"report": self.report, "reset": self.reset, "export": self.export}
        for name, one in (self.inputs | self.outputs | others).items():
            one.add_class(f"explorer-{name}")
        for one in (*self.inputs.values(), self.report):
            one.observe(self._changed, names="value")
        self.reset.on_click(lambda _: self.choose(level="", bodies=(), years=()))
        self.export.on_click(lambda _: self.save())
        self.choose()

    def _rows(self) -> list:
        given, shown = self.inputs, self.outputs
        lists = HBox([given["level"], given["bodies"], given["years"]])
        figure = HBox([given["group"], given["item"]])
        buttons = HBox([self.reset, self.export])
        above = [given["language"], lists, figure, buttons, shown["message"]]
        return [*above, shown["chart"], shown["table"], self.report, shown["sentences"]]

    def _changed(self, change: Mapping) -> None:
        """Follow what was chosen by hand, when its turn comes."""
        with self.turn:
            if not self.settling:
                self._follow(change)

    def _follow(self, change: Mapping) -> None:
        if change["owner"] is self.report:
            self._show_sentences()
        elif change["owner"] is self.inputs["group"]:
            item, kind = self.items[change["new"]][0]
            self.choose(item=item, kind=kind)
        elif change["owner"] is self.inputs["item"]:
            item, kind = change["new"]
            self.choose(item=item, kind=kind)
        else:
            name = next(name for name, one in self.inputs.items() if one is change["owner"])
            self.choose(**{name: change["new"]})

    def choose(self, **changes: object) -> None:
        """Change the choice, drop what no longer goes with it, and show what it is about."""
        reports = self.frames["reports"]
        with self.turn:
            choice = replace(self.choice, **changes)
            self.choice = choices.kept(choice, choices.offered(reports, choice))
            self.settling = True
            self._offer(choices.offered(reports, self.choice))
            self.settling = False
            self._show()

    def _offer(self, offer: choices.Offer) -> None:
        """Put words, options and values into the widgets."""
        choice, language = self.choice, self.choice.language
        levels = [(word("explorer.all", language), "")]
        levels += [(word(f"level.{level}", language), level) for level in offer.levels]
        group = next(g for g, of in self.items.items() if (choice.item, choice.kind) in of)
        options = {
            "language": [(word(f"explorer.{one}", language), one) for one in LANGUAGES],
            "level": levels,
            "bodies": [(self._named(body), body) for body in offer.bodies],
            "years": [(str(year), year) for year in offer.years],
            "group": [(word(f"group.{one}", language), one) for one in self.items],
            "item": [(choices.label(*one, language), one) for one in self.items[group]],
        }
        values = {**vars(choice), "group": group, "item": (choice.item, choice.kind)}
        for name, one in self.inputs.items():
            one.description = word(f"explorer.{name}", language)
            self._put(one, options[name], values[name], self.put.get(name))
        self.put = values
        self.report.description = word("explorer.report", language)
        self.reset.description = word("explorer.reset", language)
        self.export.description = word("explorer.export", language)

    def _put(self, one: Dropdown, options: list, value: object, before: object) -> None:
        """Put into a widget what is new: what was chosen in it meanwhile waits for its turn."""
        renewed = tuple(one.options) != tuple(options)
        if renewed:
            one.options = options
        if renewed or value != before:
            one.value = value

    def _named(self, body: str) -> str:
        """Return the name of a body in the language, where there is one."""
        reports = self.frames["reports"]
        english = reports.loc[reports["body"] == body, "english"].iloc[0]
        return english if self.choice.language == "en" and english else body

    def _show(self) -> None:
        """Draw the choice, or say why there is nothing to draw."""
        self.view = views.view(self.frames, self.choice)
        self.outputs["message"].value = html.escape(self.view.said)
        chart = self.view.chart
        self.export.disabled = chart is None
        self.outputs["chart"].value = _image(chart) if chart else ""
        self.outputs["table"].value = _table(chart.table) if chart else ""
        self._offer_reports()
        self._show_sentences()

    def _offer_reports(self) -> None:
        """Let the report be chosen whose words are shown, and stay with the one of before."""
        before, shown = self.report.value, []
        if self.view.statements:
            reports = self.view.statements.reports
            shown = list(zip(reports["name"], reports["report_id"], strict=True))
        ids = [report for _, report in shown]
        self.settling = True
        self.report.options = shown
        self.report.value = before if before in ids else next(iter(ids), None)
        self.settling = False

    def _show_sentences(self) -> None:
        """Show the words of the report chosen, or say that it is silent."""
        language, report = self.choice.language, self.report.value
        if report is None:
            self.outputs["sentences"].value = ""
            return
        found = self.view.sentences(report)
        silent = html.escape(word("explorer.silent", language))
        self.outputs["sentences"].value = silent if found.empty else _table(found)

    def save(self) -> None:
        """Write chart and table as PNG, SVG and CSV, and say where."""
        digest = hashlib.sha256(repr(self.choice).encode()).hexdigest()[:8]
        stem = f"{self.view.chart.name}-{digest}"
        self.view.chart.save(self.exports / stem)
        said = word("explorer.exported", self.choice.language, stem=f"{self.exports.name}/{stem}")
        self.outputs["message"].value = html.escape(said)


def _inputs() -> dict[str, Dropdown | SelectMultiple | ToggleButtons]:
    """Return the widgets of a choice by its parts, still without words and options."""
    wide = {"style": {"description_width": "initial"}, "layout": {"width": "auto", "flex": "1"}}
    return {
        "language": ToggleButtons(),
        "level": Dropdown(**wide),
        "bodies": SelectMultiple(rows=ROWS, **wide),
        "years": SelectMultiple(rows=ROWS, **wide),
        "group": Dropdown(**wide),
        "item": Dropdown(**wide),
    }


def _image(chart: Chart) -> str:
    """Return a chart as an image that fits in, whose title is read out where it is not seen."""
    encoded = base64.b64encode(chart.svg("path").encode()).decode()
    title = html.escape(chart.figure.texts[0].get_text().replace("\n", ""))
    source = f"data:image/svg+xml;base64,{encoded}"
    return f'<img alt="{title}" src="{source}" style="max-width: 100%">'


def _table(table: pd.DataFrame) -> str:
    """Return a table as notebooks show it, its cells as text and never as markup."""
    with pd.option_context("display.max_colwidth", None):
        return f'<div class="jp-RenderedHTMLCommon">{table.to_html(border=0)}</div>'
