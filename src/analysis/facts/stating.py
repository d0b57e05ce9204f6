"""Paragraphs become observations and printed shares (段落的读取)."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from analysis.codebook.cells import cells
from analysis.codebook.forms import by_applicant
from analysis.codebook.indicators import indicators
from analysis.codebook.periods import periods
from analysis.facts.accounting import Account, of_an_area
from analysis.facts.accrued import is_accrued, is_of_the_year
from analysis.facts.fields import Link, Setting
from analysis.facts.lexing import mentions, says
from analysis.facts.linking import link
from analysis.facts.nones import StatedNone, find_nones
from analysis.facts.quantities import Amount
from analysis.facts.sections import Section
from analysis.facts.sentences import Sentence
from analysis.facts.shares import Share, find_shares
from analysis.facts.source import Source
from analysis.records import Observation, PrintedShare

_OPENING = (
    "^(?:[一二三四五六七八九十]是[^,;。]{{2,16}}[。,:])?(?:虽然|尽管)?(?:截[至止])?{year}年"
    "(?:12月31日|底|末|以来|度)?[,全我本共各省市县区州]"
)
_LITTLE = re.compile("[仅只][^,;]*$")
_CHANGE = 4  # characters before a change in which its verb stands: 减少项目


@dataclass
class Stated:
    """What paragraphs state.

    Attributes
    ----------
    source : Source
    observations, shares : list
        Every statement, repetitions included.
    accrued : set of Observation
        What is said to have built up by a day.
    yearly : list of Observation
        What is said to be of the year.
    """

    source: Source
    observations: list[Observation] = field(default_factory=list)
    shares: list[PrintedShare] = field(default_factory=list)
    accrued: set[Observation] = field(default_factory=set)
    yearly: list[Observation] = field(default_factory=list)

    def read(self, section: Section, accounts: Iterable[Account]) -> None:
        """Read the paragraphs of a section in turn, each in what was said before it."""
        source = self.source
        setting = Setting(source.year, source.body, section.words, section.heading)
        for account in accounts:
            setting = setting.in_paragraph(account.sentences)
            denies = mentions(account.view.text, "none")
            for sentence in (s for s in account.sentences if denies or s.quantities):
                nones = find_nones(sentence, setting) if denies else []
                if sentence.quantities:
                    self._link(account, sentence, setting)
                self.observations += [_none(account, sentence, one) for one in nones]
            account.candidates = setting.unsettled

    def recall(self, accounts: Iterable[Account], known: Collection[tuple]) -> None:
        """Take up the year's figures that plans and problems alone tell.

        五、存在的主要问题: 2022年,我县收到政府信息公开申请64件,… 基层办理压力较大.

        Parameters
        ----------
        accounts : iterable of Account
            Their paragraphs.
        known : collection of tuple
            What else the report states figures of, as `what` has it.
        """
        for account in accounts:
            account.again = list(_told_again(account))
            for sentence, one in account.again:
                stated = _observation(account, sentence, one)
                if _is_told_outright(sentence, one, account) and what(stated) not in known:
                    account.note(one)
                    self.observations.append(stated)

    def _link(self, account: Account, sentence: Sentence, setting: Setting) -> None:
        found = link(sentence, setting)
        links = [one for one in found if not of_an_area(account, sentence, one)]
        for one in links:
            account.note(one)
            stated = _observation(account, sentence, one)
            self.observations.append(stated)
            if is_accrued(sentence, one.quantity):
                self.accrued.add(stated)
            elif is_of_the_year(sentence, one.quantity, self.source.year):
                self.yearly.append(stated)
        for share in find_shares(sentence, links) if links else ():
            self.shares.append(_printed_share(account, sentence, share))


def what(stated: Observation) -> tuple[str, str, str, str]:
    """Return what a value is a figure of."""
    return stated.indicator, stated.applicant, stated.scope, stated.scope_name


def _told_again(account: Account) -> Iterator[tuple[Sentence, Link]]:
    """Yield the figures of sentences that name the year, where plans and problems are told."""
    source = account.source
    setting = Setting(source.year, source.body).in_paragraph(account.sentences)
    named = (f"{source.year}年", *periods().of_it)
    for sentence in account.sentences:
        said = sentence.text[sentence.start : sentence.end]
        if sentence.quantities and any(word in said for word in named):
            yield from ((sentence, one) for one in link(sentence, setting))


def _is_told_outright(sentence: Sentence, one: Link, account: Account) -> bool:
    """Tell whether a sentence on problems begins with the year, and not with how little it was.

    2023年我镇公开信息仅68条 may be of some; 在巩固2016年成果基础上,开展培训4次 is a plan.
    """
    opens = re.search(_OPENING.format(year=account.source.year), sentence.text[sentence.start :])
    said = sentence.text[sentence.start : one.quantity.before]
    of_problems = says(account.section.words, "section", "problem")
    return of_problems and opens is not None and not _LITTLE.search(said)


def _none(account: Account, sentence: Sentence, none: StatedNone) -> Observation:
    start, end = account.view.span(none.start, none.end)
    return Observation(
        none.indicator, _applicant(none.indicator), none.scope.kind, none.scope.name,
        0.0, 0.0, 0.0, "exact", indicators()[none.indicator].unit, "stated_none",
        account.evidence(sentence), start, end, account.section.path,
    )  # fmt: skip


def _observation(account: Account, sentence: Sentence, one: Link) -> Observation:
    number, stated = one.quantity, _as_stated(sentence, one)
    start, end = account.view.span(number.start, number.end)
    return Observation(
        one.indicator, one.applicant or _applicant(one.indicator), one.scope.kind,
        one.scope.name, *stated.floats, stated.qualifier,
        indicators()[one.indicator].unit, "prose",
        account.evidence(sentence), start, end, account.section.path,
    )  # fmt: skip


def _printed_share(account: Account, sentence: Sentence, share: Share) -> PrintedShare:
    number, owner = share.quantity, share.link
    start, end = account.view.span(number.start, number.end)
    return PrintedShare(
        owner.indicator, owner.scope.kind, owner.scope.name, *number.amount.floats,
        account.evidence(sentence), start, end, account.section.path,
    )  # fmt: skip


def _as_stated(sentence: Sentence, one: Link) -> Amount:
    """Return what a number says in the unit of its indicator, and with its sign.

    Amounts of money are read in 万元, of which 采购总金额1384.5万元 is stated in 元; 本年减少18项
    is a change by less than nothing.
    """
    amount, money, unit = one.quantity.amount, cells().money, indicators()[one.indicator].unit
    signed = one.indicator.rpartition(".")[2] in cells().signed
    fewer = signed and "减" in sentence.text[one.quantity.before - _CHANGE : one.quantity.before]
    times = money["万元"] // money[unit] if unit in money else -1 if fewer else 1
    if times == 1:
        return amount
    ends = (None if end is None else end * times for end in (amount.lower, amount.upper))
    return Amount(amount.value * times, *ends, amount.qualifier)


def _applicant(indicator: str) -> str:
    """Return the applicant of a figure that tells no kind apart: all together."""
    return "total" if indicator in by_applicant() else ""
