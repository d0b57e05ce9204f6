"""A kind for every run of digits that is no quantity: dates, document numbers, contacts … (数字的种类)."""

from dataclasses import dataclass

from analysis.codebook.kinds import kind_pattern, kinds


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a view that hold digits of one kind."""

    start: int
    end: int
    kind: str


def find_kinds(text: str) -> list[Marked]:
    """Return the dates, document numbers, contacts, ordinals and names of a view's text, in order.

    Examples
    --------
    >>> text = "2016年,制定了《方案》(新政办〔2016〕56号),受理申请120件"
    >>> [(text[m.start:m.end], m.kind) for m in find_kinds(text)]
    [('2016年', 'date'), ('〔2016〕56号', 'document_number')]
    """
    return [
        Marked(match.start(), match.end(), kinds()[int(match.lastgroup[1:])].kind)
        for match in kind_pattern().finditer(text)
    ]
