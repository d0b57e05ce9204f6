"""Which national form cells are meant for (表式的辨认), by the labels among them."""

from collections.abc import Iterable
from functools import cache

from analysis.codebook.forms import forms
from analysis.facts.cells import said
from analysis.facts.labels import plain
from analysis.facts.placing import units

TELLING = 3  # labels of one form by which cells are known to be meant for it


def meant_for(cells: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return the form whose labels most of some cells are, and those; none where they are few.

    Examples
    --------
    >>> meant_for(["3.危及“三安全一稳定”", "予以公开 12 1 0", "（二）部分公开"])[0]
    'form_2019'
    >>> meant_for(["其他", "总计"])
    ('', ())
    """
    lines = list(cells)
    words = {plain(one): one for line in lines for one in (*line.split(), label_in(line))}
    known = {name: words.keys() & labels_of(name) for name in forms()}
    form = max(known, key=lambda name: len(known[name]))
    if len(known[form]) < TELLING:
        return "", ()
    return form, tuple(label for one, label in words.items() if one in known[form])


def label_in(words: str) -> str:
    """Return what stands before the figures of a line and their unit, all of it if none do.

    Examples
    --------
    >>> label_in("（一）予以公开 12 1 0 / 0 0 13"), label_in("（五）收到申请数 件 105")
    ('（一）予以公开', '（五）收到申请数')
    """
    pieces = words.split()
    while len(pieces) > 1 and (said(pieces[-1]).kind != "text" or pieces[-1] in units()):
        pieces.pop()
    return " ".join(pieces)


@cache
def labels_of(form: str) -> frozenset[str]:
    """Return the plain labels of the rows and columns of a form."""
    parts = forms()[form].parts.values()
    return frozenset(plain(line.label) for part in parts for line in (*part.rows, *part.columns))
