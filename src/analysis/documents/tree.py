"""The tree of headings: levels from numbering, repaired where numbering is misprinted."""

from dataclasses import dataclass

from analysis.documents.numbering import RANK, Number

# Chapters: nothing but a part stands above them, so a new 一、 never opens a sub-section.
CHAPTER = ("part", "han")
# Styles that are misprinted for one another.
PAIRS = {
    "han": ("arabic", "arabic_point"),
    "arabic": ("han", "arabic_point"),
    "arabic_point": ("han", "arabic"),
    "han_bracket": ("arabic_bracket",),
    "arabic_bracket": ("han_bracket",),
}
UNNUMBERED = "unnumbered"


@dataclass(slots=True)
class Open:
    """A heading that is still open: sections that follow may belong to it."""

    style: str
    value: int


class Tree:
    """Gives each heading its level, in one pass and in order."""

    def __init__(self) -> None:
        self.open: list[Open] = []

    def last_chapter(self) -> int:
        """Return the number of the last heading at the outermost level."""
        return self.open[0].value if self.open else 0

    def numbered(self, number: Number) -> int:
        """Return the level of a heading with a number.

        A heading continues the innermost open run that it fits: of its own style, else of
        another style whose next number it bears (a misprint: （二） then （3）). A number 1 in a
        style not yet open goes one level deeper.
        """
        level = self._fitting(number)
        return self._put(level, Open(number.style, number.value))

    def beside(self, number: Number) -> int:
        """Return the level at which a paragraph with a number ends the heading before it, else 0.

        (一)权力清单已公开。 is a heading, and (二)截至12月31日,累计公开政府信息215条。 stands
        beside it and not below.
        """
        same = [i for i, heading in enumerate(self.open) if heading.style == number.style]
        return same[-1] + 1 if same and self.open[same[-1]].value < number.value else 0

    def unnumbered(self, usual: int) -> int:
        """Return the level of a section known by its name only."""
        siblings = [i for i, heading in enumerate(self.open) if heading.style == UNNUMBERED]
        level = siblings[0] if siblings else min(usual - 1, len(self.open))
        return self._put(level, Open(UNNUMBERED, 0))

    def _put(self, level: int, heading: Open) -> int:
        del self.open[level:]
        self.open.append(heading)
        return level + 1

    def _fitting(self, number: Number) -> int:
        same = [i for i, heading in enumerate(self.open) if heading.style == number.style]
        following = [i for i in same if self.open[i].value + 1 == number.value]
        if following:
            return following[-1]
        misprinted = self._misprinted(number)
        if misprinted is not None:
            return misprinted
        if same and not self._begins_below(number):
            return same[-1]
        return self._by_style(number)

    def continues(self, number: Number) -> bool:
        """Tell whether an open run of the style, or of one misprinted for it, waits for it."""
        styles = (number.style, *PAIRS.get(number.style, ()))
        return any(h.value + 1 == number.value for h in self.open if h.style in styles)

    def _misprinted(self, number: Number) -> int | None:
        """Return the level of the run that a number in another style belongs to."""
        if number.value == 1:
            return None
        pairs = PAIRS.get(number.style, ())
        paired = [i for i, heading in enumerate(self.open) if heading.style in pairs]
        fits = [i for i in paired if self.open[i].value + 1 == number.value]
        known = number.style in {heading.style for heading in self.open}
        chosen = fits or ([] if known else paired)
        if not chosen:
            return None
        return chosen[0] if number.style in CHAPTER else chosen[-1]

    def _begins_below(self, number: Number) -> bool:
        """Tell whether a 1 of an open style starts anew under a style that is above it."""
        innermost = RANK.get(self.open[-1].style, -1)
        return number.value == 1 and innermost < number.rank

    def _by_style(self, number: Number) -> int:
        if number.value == 1 and number.style not in CHAPTER:
            return len(self.open)
        outer = [i for i, h in enumerate(self.open) if RANK.get(h.style, 1) < number.rank]
        return outer[-1] + 1 if outer else 0
