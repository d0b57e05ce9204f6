"""Places of a text become marks around its characters (标注), and no character changes.

Places may be one, stand within each other or cross: each gets a mark that holds exactly its
characters, cut in pieces where it crosses another.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

MARK = Markup('<{tag} class="{kind}"{id} data-place="{place}">{words}</{tag}>{notes}')
NOTE = Markup(
    '<a class="note" href="#{row}" lang="{language}" data-label="{short}" title="{about}"'
    ' aria-label="{about}"></a>'
)
TAGS = {"value": "mark", "undecided": "mark", "used": "span"}  # the first of several is taken


class Note(NamedTuple):
    """What stands at a place.

    Attributes
    ----------
    start, end : int
        The place, end exclusive.
    kind : {'value', 'undecided', 'used'}
        A value, a number that is not decided, or what only a check uses.
    short, about : str
        Words shown beside it, and all that is said of it.
    row : str
        Id of the row that says the same below the text; empty for none.
    language : str
        Of the words.
    """

    start: int
    end: int
    kind: str
    short: str = ""
    about: str = ""
    row: str = ""
    language: str = "zh"


class Piece(NamedTuple):
    """Characters of a mark: all of them, or those up to or from where it crosses another."""

    start: int
    end: int
    notes: tuple[Note, ...]

    @property
    def place(self) -> tuple[int, int]:
        """The whole place of the mark."""
        return self.notes[0].start, self.notes[0].end


def anchor(start: int, end: int) -> str:
    """Return the id of a place.

    Examples
    --------
    >>> anchor(12, 15)
    'n12-15'
    """
    return f"n{start}-{end}"


def marked(text: str, notes: Iterable[Note], start: int, end: int) -> Markup:
    """Return ``text[start:end]`` with a mark around every place within.

    Examples
    --------
    >>> print(marked("申请<5件", [Note(3, 4, "value", "申请", "申请：5 件", "v1")], 0, 5))
    ... # doctest: +NORMALIZE_WHITESPACE
    申请&lt;<mark class="value" id="n3-4" data-place="3-4">5</mark><a class="note" href="#v1"
    lang="zh" data-label="申请" title="申请：5 件" aria-label="申请：5 件"></a>件
    """
    ours = sorted(note for note in notes if note.start < end and note.end > start)
    pieces = [Piece(*place, tuple(at)) for place, at in groupby(ours, lambda note: note[:2])]
    return _woven(text, [_cut(piece, start, end) for piece in pieces], start, end)


def _woven(text: str, pieces: Sequence[Piece], start: int, end: int) -> Markup:
    """Mark the first and longest piece, within it what stands there, then what lies beyond."""
    words, at, waiting = [], start, _in_order(pieces)
    while waiting:
        first, within = waiting.popleft(), []
        while waiting and waiting[0].start < first.end:
            within.append(waiting.popleft())
        beyond = [_cut(one, first.end, end) for one in within if one.end > first.end]
        waiting = _in_order([*beyond, *waiting]) if beyond else waiting
        inside = [_cut(one, first.start, first.end) for one in within]
        words += [escape(text[at : first.start]), _element(first, _woven(text, inside, *first[:2]))]
        at = first.end
    return Markup("").join([*words, escape(text[at:end])])


def _in_order(pieces: Iterable[Piece]) -> deque[Piece]:
    """Sort pieces as they begin, the longest of those that begin together first."""
    return deque(sorted(pieces, key=lambda piece: (piece.start, -piece.end)))


def _cut(piece: Piece, start: int, end: int) -> Piece:
    return piece._replace(start=max(piece.start, start), end=min(piece.end, end))


def _element(piece: Piece, words: Markup) -> Markup:
    """Return a piece as an element: the first of a mark bears its id, the last its notes."""
    (start, end), kinds = piece.place, {note.kind for note in piece.notes}
    kind = next(one for one in TAGS if one in kinds)
    begins, ends = piece.start == start, piece.end == end
    return MARK.format(
        tag=TAGS[kind],
        kind=kind,
        id=Markup(' id="{}"').format(anchor(start, end)) if begins else "",
        place=f"{start}-{end}",
        words=words,
        notes=Markup("").join(_note(note) for note in piece.notes if ends and note.row),
    )


def _note(note: Note) -> Markup:
    return NOTE.format(**note._asdict())
