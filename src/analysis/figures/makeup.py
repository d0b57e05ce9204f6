"""What wholes are made of, report by report (构成): parts as shares of a total that is stated.

Columns as in `analysis.figures.marks`, in percent of the whole, and with them

``row``, ``depth``     the words of a part, and 0 for a part of the whole, 1 for a part of a part
``block``, ``title``   the report, and its name with the whole, ``n``
``number``             the figure itself, as written

Parts that a report gives without the whole have no share (``no_whole``), and what the form of its
year does not have is ``not_asked``.
"""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from analysis.codebook.charts import charts, tree
from analysis.codebook.checks import checks
from analysis.codebook.forms import applicants
from analysis.codebook.identities import identities, rows
from analysis.codebook.words import word
from analysis.figures.amounts import SILENT, status, written
from analysis.figures.flows import added_up
from analysis.figures.marks import ENDS, certain, short, whole
from analysis.figures.selection import Selection
from analysis.intervals import Amount, ratio

NOTHING = dict.fromkeys(ENDS, float("nan"))


def made_of(selection: Selection, chart: str) -> pd.DataFrame:
    """Return the parts of the first total of a flow for every report, the largest total first."""
    totals = tree(chart, max(selection.reports["year"]))
    root = next(iter(totals))
    laid = list(_laid(totals, root, 0))
    wanted = list(dict.fromkeys(rows([root, *(item for item, _ in laid)])))
    found = whole(selection, wanted)
    years = selection.reports.set_index("report_id")["year"]
    blocks = []
    for report_id, ours in found.groupby("report_id", sort=False):
        ours = ours.set_index("indicator")
        marks = [_part(ours, item, years[report_id], selection.language) for item, _ in laid]
        parts = pd.DataFrame(marks).assign(
            item=[item for item, _ in laid],
            row=[short(item, selection.language) for item, _ in laid],
            depth=[depth for _, depth in laid],
        )
        blocks.append(_block(ours.loc[root], parts, selection.language))
    return _largest_first(blocks)


def _laid(totals: Mapping[str, Sequence[str]], root: str, depth: int) -> Iterator[tuple[str, int]]:
    """Yield the parts of a total with their depth, each followed by its own."""
    for part in totals.get(root, ()):
        yield part, depth
        yield from _laid(totals, part, depth + 1)


def _part(found: pd.DataFrame, item: str, year: int, language: str) -> dict[str, object]:
    """Return the mark of a row, or of the rows of a group that the form of the year has."""
    of = rows([item], year)
    if not of:
        nothing = {"status": "not_asked", "text": word("not_asked", language)}
        return {**NOTHING, **nothing}
    if item in identities().groups:
        return added_up(found, of, language)
    return dict(found.loc[item, [*ENDS, "status", "text"]])


def by_applicant(selection: Selection) -> pd.DataFrame:
    """Return the kinds of applicant of every report, the largest total first."""
    item, language = charts().applicants, selection.language
    totals = whole(selection, [item]).set_index("report_id")
    kinds = [whole(selection, [item], [name]).assign(kind=name) for name in applicants()]
    blocks = []
    for report_id, parts in pd.concat(kinds).groupby("report_id", sort=False):
        names = [f"applicant.{name}" for name in parts["kind"]]
        parts = parts.assign(item=names, row=[word(name, language) for name in names], depth=0)
        blocks.append(_block(totals.loc[report_id].rename(report_id), parts, language))
    return _largest_first(blocks)


def _block(total: pd.Series, parts: pd.DataFrame, language: str) -> pd.DataFrame:
    """Put shares of the total in the place of the figures of one report."""
    shares = [_share(mark, total, language) for _, mark in parts.iterrows()]
    kept = parts[["item", "row", "depth"]].reset_index(drop=True)
    n = certain(total) if total["status"] not in SILENT else float("nan")
    named = {"name": total["name"], "title": _title(total, language), "n": n}
    return kept.join(pd.DataFrame(shares)).assign(**named)


def _share(mark: pd.Series, total: pd.Series, language: str) -> dict[str, object]:
    """Return a mark in percent of the total, silent as it is."""
    if mark["status"] in (*SILENT, "not_asked"):
        known = {"status": mark["status"], "text": mark["text"], "number": ""}
        return {**NOTHING, **known, "unit": "%"}
    ends = [100 * end for end in ratio(Amount(*mark[ENDS]), Amount(*total[ENDS]))]
    shown, text = status(*ends), mark["text"]
    if shown == "not_stated":
        shown = "no_whole"
    else:
        share = written(*ends, "%", language)
        text = word("amount.of_whole", language, share=share, number=mark["text"])
    told = {"status": shown, "text": text, "number": mark["text"], "unit": "%"}
    return dict(zip(ENDS, ends, strict=True)) | told


def _title(total: pd.Series, language: str) -> str:
    """Name a report with its total, and say where that is small."""
    if total["status"] in SILENT:
        return f"{total['name']}\n{word('makeup.silent', language)}"
    few = 0 < certain(total) < checks().small
    key = "makeup.few" if few else "makeup.n"
    return f"{total['name']}\n{word(key, language, n=total['text'], few=checks().small)}"


def _largest_first(blocks: list[pd.DataFrame]) -> pd.DataFrame:
    ranked = sorted(blocks, key=lambda block: -block["n"].fillna(-1).iloc[0])
    return pd.concat([block.assign(block=at) for at, block in enumerate(ranked)], ignore_index=True)
