"""What sentences say of their own figures (算术陈述): shares, growth, parts of a whole.

A claim is kept only where the words between its numbers leave no other reading: a share whose
part is the number right before it, a growth of the number right before it.
"""

from collections.abc import Iterator, Mapping, Sequence

from analysis.codebook.claims import claims
from analysis.facts.claims.dealt import dealt
from analysis.facts.claims.growth import doublings, growths, points, turns
from analysis.facts.claims.items import counted, items
from analysis.facts.claims.lists import lists
from analysis.facts.claims.rest import rests
from analysis.facts.claims.said import Part, Said, step
from analysis.facts.claims.series import Series, goes_on, of_series
from analysis.facts.claims.shares import percentages, shares
from analysis.facts.claims.words import words
from analysis.facts.fields import Link
from analysis.facts.sentences import Sentence

__all__ = ["Part", "find_claims", "items", "step"]
_BACK = 4  # sentences before, whose figures may be meant


def find_claims(
    paragraph: Sequence[Sentence], links: Mapping[int, Link], year: int
) -> Iterator[Part]:
    """Yield what the sentences of a paragraph say of their own figures.

    Parameters
    ----------
    paragraph : sequence of Sentence
    links : mapping of int to Link
        What its numbers were linked to, by their first digit.
    year : int
        The year reported on.

    Examples
    --------
    >>> from analysis.facts.cutting import sentences
    >>> text = "全年受理申请214件,较2014年的147件增长45.6%,其中网络申请114件,占53.3%。"
    >>> for claim in find_claims(sentences(text, "county"), {}, 2015):
    ...     print(claim.kind, *(text[q.start : q.end] for q in (claim.stated, *claim.terms)))
    list 214 114
    growth 45.6% 214 147
    share 53.3% 114
    """
    text = paragraph[0].text if paragraph else ""
    in_rows = any(word in text for word in claims().series)
    row: Series = {}
    past: list[Said] = []
    yield from items(text)
    for sentence in paragraph:
        if not sentence.quantities:
            continue
        said = Said(sentence, past[-_BACK:], links, year)
        past.append(said)
        if _may_claim(said):
            found = {(one.kind, one.stated.start, one.terms): one for one in _claims(said, row)}
            yield from sorted(found.values(), key=lambda one: one.stated.start)
            if in_rows:
                yield from counted(said)
                row = goes_on(said, row)
        else:
            row = {}


def _may_claim(said: Said) -> bool:
    """Tell whether words of a sentence may say something of its figures, not of a lone one."""
    sentence, alone = said.sentence, len(said.quantities) == 1 and not said.past
    if alone and not (said.quantities[0].is_percentage or claims().turns in said.text):
        return False
    told = words().any.search(sentence.text, sentence.start, sentence.end)
    return bool(told or said.divisions)


def _claims(said: Said, row: Series) -> Iterator[Part]:
    """Yield the claims of a sentence; which figures are parts has to be known for their shares."""
    yield from dealt(said)
    for quantity in said.counted:
        yield from lists(said, quantity)
    groups = {group[0].start: group for group in percentages(said)}
    for quantity in said.quantities:
        if said.text.startswith(claims().points, quantity.end):
            yield from points(said, quantity) if quantity.start in said.growths else ()
        elif quantity.start in said.growths:
            yield from of_series(said, quantity, row) or growths(said, quantity)
        elif quantity.start in groups:
            yield from shares(said, groups[quantity.start])
    if groups:
        yield from rests(said)
    if said.then:
        yield from turns(said)
    if claims().turns in said.text:
        yield from doublings(said)
