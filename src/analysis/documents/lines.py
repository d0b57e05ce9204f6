"""Lines of a clean text and what their shape alone says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.once import once

# A list of one-line items ends its items with ；, so that counts as the end of a sentence too.
ENDINGS = "。；！？;!?"
RUNNING = re.compile(r"。|；|，(?<!\d，)|，(?!\d{3})")  # 3，001 is a number
CELL_GAP = re.compile(r"\t+|[ \xa0]{2,}|\u3000+|[ \xa0]*\|[ \xa0]*")


@dataclass(eq=False)
class Line:
    """A line without the white space around it.

    Attributes
    ----------
    start, end : int
        Offsets of its first and after its last visible character.
    text : str
        The characters between them.
    indented : bool
        Whether white space stands before it.
    apart : bool
        Whether an empty line stands before it.
    """

    start: int
    end: int
    text: str
    indented: bool
    apart: bool

    @once
    def words(self) -> str:
        """Return the text without any white space (乡 镇 is 乡镇)."""
        return "".join(self.text.split())

    @property
    def sentence(self) -> bool:
        """Whether it is running text: long enough, with a full stop or a semicolon."""
        return len(self.text) >= 20 and ("。" in self.text or "；" in self.text)

    @once
    def row(self) -> bool:
        """Tell whether it looks like a table row typed as text: cells apart, and no sentence."""
        return not RUNNING.search(self.text) and bool(CELL_GAP.search(self.text))


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text` that are not empty.

    Examples
    --------
    >>> [(line.text, line.indented, line.apart) for line in lines("标题\\n\\n　　正文。\\n")]
    [('标题', False, False), ('正文。', True, True)]
    """
    offset, apart = 0, False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = offset + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(stripped), stripped, raw[0].isspace(), apart)
        apart = not stripped
        offset += len(raw) + 1
