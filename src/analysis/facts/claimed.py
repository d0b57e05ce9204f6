"""What a report says of its own figures, with its words (算术陈述的记录)."""

from collections.abc import Iterable, Iterator

from analysis.facts.accounting import Account
from analysis.facts.claims import Part, find_claims, items, step
from analysis.facts.fields import Link
from analysis.facts.quantities import Quantity
from analysis.records import Claim, Figure

Links = dict[int, Link]  # what numbers were linked to, by their first digit


def claimed(account: Account) -> Iterator[Claim]:
    """Yield what a paragraph, whose numbers are linked, says of its own figures."""
    linked = {start: links[-1] for start, links in account.linked.items()}
    for part in find_claims(account.sentences, linked, account.source.year):
        yield _claim(account, linked, part)


def told_again(account: Account) -> Iterator[Claim]:
    """Yield what is announced in plans and problems, and the figures of the year they go back to.

    一是申请量较大,全年收到申请582件,部分单位答复文书不规范: 528 above.
    """
    for part in items(account.view.text):
        yield _claim(account, {}, part)
    for _, one in account.again:
        if one.quantity.start not in account.linked:
            yield _claim(account, {one.quantity.start: one}, Part("again", one.quantity, ()))


def _claim(account: Account, linked: Links, part: Part) -> Claim:
    def figures(numbers: Iterable[Quantity]) -> tuple[Figure, ...]:
        return tuple(_figure(account, one, linked.get(one.start)) for one in numbers)

    place = part.stated.start
    sentence = next(s for s in account.sentences if s.start <= place < s.end)
    return Claim(
        part.kind, *figures([part.stated]), figures(part.terms), figures(part.wholes),
        part.relation, part.sign, part.named, account.evidence(sentence),
    )  # fmt: skip


def _figure(account: Account, number: Quantity, link: Link | None) -> Figure:
    of_all = link and not link.applicant
    whose = (link.indicator, link.scope.kind, link.scope.name) if of_all else ()
    return Figure(
        *account.view.span(number.start, number.end), *number.amount.floats,
        step(account.view.text, number), number.classifier, *whose,
    )  # fmt: skip
