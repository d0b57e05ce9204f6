"""Tables of a national form that came out as lines of text (散成文字的表格).

A page copied as text may leave each cell on a line of its own, or the cells of a row one space
apart. A blank cell leaves nothing behind then, which is why no figure of such lines can be told to
belong to a column.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from analysis.codebook.forms import forms
from analysis.facts.cells import said
from analysis.facts.labels import plain
from analysis.facts.meant import TELLING, label_in, labels_of, meant_for
from analysis.records import Document, Passage, Refusal

_LONGEST = 80  # characters of a line that may be cells
_FIGURE = 16  # characters of a figure with its unit
_FEWEST = 2  # lines of cells: labels and figures
_BETWEEN = 3  # lines of other words, such as a label cut in two, that do not end a run


def spilled(document: Document) -> list[Refusal]:
    """Return the stretches of a document that are the cells of a form, line by line.

    Parameters
    ----------
    document : Document

    Returns
    -------
    list of Refusal
        One a stretch: lines that are labels of a form, three at least, with as many figures
        that stand alone or behind a label.
    """
    runs = (_refusal(document.text, run) for run in _runs(document))
    return [run for run in runs if run]


def _runs(document: Document) -> Iterator[list[Passage]]:
    """Yield passages that follow each other and are cells, from the first such to the last."""
    run: list[Passage] = []
    others = 0
    for passage in document.passages:
        if passage.kind == "furniture":
            continue
        if passage.kind != "table" and _are_cells(document.text[passage.start : passage.end]):
            run, others = [*run, passage], 0
        elif others == _BETWEEN or passage.kind == "table":
            yield run
            run, others = [], 0
        else:
            others += 1
    yield run


def _are_cells(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    label = label_in(line)
    known = any(plain(one) in _known() for one in {label, *line.split()})
    return known or (len(label) <= _FIGURE and said(label).kind != "text")


@cache
def _known() -> frozenset[str]:
    return frozenset(chain.from_iterable(map(labels_of, forms())))


def _refusal(text: str, run: list[Passage]) -> Refusal | None:
    if len(run) < _FEWEST:
        return None
    lines = [text[passage.start : passage.end] for passage in run]
    form, labels = meant_for(lines)
    figures = sum(said(piece).kind == "number" for line in lines for piece in line.split())
    told = form and figures >= TELLING
    return Refusal(run[0].start, run[-1].end, form, labels) if told else None
