"""From passages to observations, printed shares and numerals, in one pass over the text."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from analysis.codebook.cells import cells
from analysis.codebook.forms import by_applicant
from analysis.codebook.indicators import indicators
from analysis.codebook.periods import periods
from analysis.codebook.signatures import signature_of
from analysis.facts.accounting import Account, numerals, of_an_area
from analysis.facts.accrued import is_accrued, is_of_the_year, of_many_years
from analysis.facts.claims import Part, find_claims, items, step
from analysis.facts.cutting import sentences
from analysis.facts.fields import Link, Setting
from analysis.facts.forms import numerals_of, read_form
from analysis.facts.lexing import Token, mentions, says, tokens
from analysis.facts.linking import link
from analysis.facts.nones import StatedNone, find_nones
from analysis.facts.outline import announcements, chapters
from analysis.facts.periods import days_astray, find_periods
from analysis.facts.quantities import Amount, Quantity
from analysis.facts.scoping import captioned
from analysis.facts.sentences import Sentence
from analysis.facts.shares import Share, find_shares
from analysis.facts.spilled import spilled
from analysis.facts.view import View, fold, view, without_space
from analysis.records import (
    Announcement,
    Claim,
    Document,
    Doubt,
    Facts,
    Figure,
    FormCell,
    Numeral,
    Observation,
    Passage,
    Period,
    PrintedShare,
    Refusal,
    Report,
)


def extract(document: Document, report: Report) -> Facts:
    """Read the facts that a report states.

    Parameters
    ----------
    document : Document
        The clean text and its passages.
    report : Report
        Whose it is: its level decides what 县级 means, its year which figures are the year's.

    Returns
    -------
    Facts
        Observations without repetition, printed shares, and every numeral with a kind.
    """
    reader, runs = _Reader(document, report), spilled(document)
    for passage in document.passages:
        reader.read(_as_cell(passage) if _is_in(runs, passage) else passage)
    aside = of_many_years(reader.yearly, reader.accrued)
    stated = _once([one for one in reader.observations if one not in aside])
    unsettled = _unsettled(reader.numerals, {one.start for one in aside})
    return Facts(
        tuple(stated), tuple(_once(reader.shares)), tuple(unsettled),
        tuple(reader.cells), (*runs, *reader.refusals), tuple(reader.doubts), tuple(reader.claims),
        tuple(reader.periods), tuple(reader.days_astray), tuple(reader.announcements),
        tuple(chapters(document.passages)), document.pictures,
    )  # fmt: skip


def _is_in(runs: list[Refusal], passage: Passage) -> bool:
    return any(run.start <= passage.start < run.end for run in runs)


def _as_cell(passage: Passage) -> Passage:
    """Return a line of a refused table as what it is: no heading, and no words of the report."""
    return passage if passage.kind == "furniture" else passage._replace(kind="cell")


_YEAR = re.compile(r"(20\d{2})年")
_SIGNATURE = 40  # characters of a line that may announce an attachment
_DIGIT = re.compile(r"\d")
_CHANGE = 4  # characters before a change in which its verb stands: 减少项目


class _Heading(NamedTuple):
    """A heading with the known words of its label."""

    level: int
    label: str
    words: list[Token]


class _Reader:
    """Reads passage by passage, keeping the headings above and what has been said so far."""

    def __init__(self, document: Document, report: Report):
        self.text, self.folded = document.text, fold(document.text)
        self.report, self.level = report, _level_of_words(report)
        self.tables, self.attachments = document.tables, document.attachments
        self._go_under([])
        self.observations: list[Observation] = []
        self.accrued: set[Observation] = set()
        self.yearly: list[Observation] = []
        self.shares: list[PrintedShare] = []
        self.numerals: list[Numeral] = []
        self.cells: list[FormCell] = []
        self.refusals: list[Refusal] = []
        self.doubts: list[Doubt] = []
        self.claims: list[Claim] = []
        self.periods: list[Period] = []
        self.days_astray: list[Period] = []
        self.announcements: list[Announcement] = []
        self.caption = ""

    def read(self, passage: Passage) -> None:
        """Take in one passage: a heading changes the section, a paragraph is read for facts."""
        if passage.start in self.attachments:
            self._go_under([])
            self.caption = ""
        if passage.kind == "heading":
            above = [h for h in self.headings if h.level < passage.level]
            self._go_under([*above, self._heading(passage)])
        if passage.kind == "paragraph" and self._is_attachment(passage):
            self._go_under([])
        if passage.kind == "table":
            self._read_table(passage)
            return
        self.caption = self.text[passage.start : passage.end]
        if passage.kind != "paragraph" and not _DIGIT.search(self.text, passage.start, passage.end):
            return
        account = self._account(passage)
        if passage.kind == "paragraph":
            self.periods += find_periods(account.view)
            self.announcements += () if self.headings else announcements(account.view)
        if passage.kind == "paragraph" and self.is_plan:
            self.claims += [self._claim(account, {}, part) for part in items(account.view.text)]
            self.claims += self._told_again(account)
        elif passage.kind == "paragraph":
            self._read_paragraph(account)
            self.days_astray += days_astray(account.view, self.report.year)
        found = numerals(account, self.text)
        self.numerals += map(_in_furniture, found) if passage.kind == "furniture" else found

    def _go_under(self, headings: list[_Heading]) -> None:
        """Begin a section, or an attachment, which no heading governs."""
        known = [token for heading in headings for token in heading.words]
        self.headings, self.is_plan = headings, self._announce_plans(headings)
        heading = headings[-1].label if headings else ""
        self.setting = Setting(self.report.year, self.report.body, known, heading)

    def _read_table(self, passage: Passage) -> None:
        """Read a table as that of a form, and account for the numbers of each of its cells."""
        table = next(t for t in self.tables if t.start <= passage.start < t.end)
        filled = read_form(table, self.text, self.report, captioned(self.caption, self.level))
        section = self._section()
        self.observations += [one._replace(section=section) for one in filled.observations]
        self.cells += filled.cells
        self.refusals += [filled.refusal] if filled.refusal else []
        self.doubts += [Doubt(table.start, table.end, table.doubts)] if table.doubts else []
        figures = {one.start: one for one in filled.cells}
        for cell in table.cells:
            if cell.start in figures and cell.end > cell.start:
                self.numerals += numerals_of(figures[cell.start], self.text)
            elif _DIGIT.search(self.text, cell.start, cell.end):
                self.numerals += self._numerals(Passage(cell.start, cell.end, "table"))

    def _numerals(self, passage: Passage) -> list[Numeral]:
        return numerals(self._account(passage), self.text)

    def _account(self, passage: Passage) -> Account:
        seen = without_space(self.folded[passage.start : passage.end], passage.start)
        heading = self.headings[-1].label if self.headings else ""
        read = sentences(seen.text, self.level, self.report.body)
        return Account(seen, read, heading=heading)

    def _heading(self, passage: Passage) -> _Heading:
        said = view(passage.label, 0, len(passage.label)).text
        return _Heading(passage.level, passage.label, tokens(said, self.level))

    def _is_attachment(self, passage: Passage) -> bool:
        """Tell whether a paragraph begins an attachment (附:主要指标), which no heading governs."""
        if not self.text.startswith("附", passage.start):
            return False
        said = "".join(self.text[passage.start : passage.end].split())
        return signature_of(said[:_SIGNATURE]) == "attachment"

    def _announce_plans(self, headings: list[_Heading]) -> bool:
        """Tell whether headings announce plans, problems or another year (下一步工作安排)."""
        years = _YEAR.findall(headings[-1].label) if headings else []
        elsewhen = years and str(self.report.year) not in years
        return bool(elsewhen) or any(says(heading.words, "section") for heading in headings)

    def _read_paragraph(self, account: Account) -> None:
        self.setting = self.setting.in_paragraph(account.sentences)
        denies, linked = mentions(account.view.text, "none"), {}
        for sentence in (s for s in account.sentences if denies or s.quantities):
            nones = find_nones(sentence, self.setting) if denies else []
            links = self._link(account, sentence) if sentence.quantities else []
            self._note_nones(account, sentence, nones)
            linked |= {one.quantity.start: one for one in links}
        account.candidates = self.setting.unsettled
        parts = find_claims(account.sentences, linked, self.report.year)
        self.claims += [self._claim(account, linked, part) for part in parts]

    def _told_again(self, account: Account) -> Iterator[Claim]:
        """Yield the figures of the year that plans and problems go back to; none is a value.

        一是申请量较大,全年收到申请582件,部分单位答复文书不规范: 528 above.
        """
        setting = Setting(self.report.year, self.report.body, []).in_paragraph(account.sentences)
        named = (f"{self.report.year}年", *periods().of_it)
        for sentence in account.sentences:
            said = sentence.text[sentence.start : sentence.end]
            if sentence.quantities and any(word in said for word in named):
                for one in link(sentence, setting):
                    part = Part("again", one.quantity, ())
                    yield self._claim(account, {one.quantity.start: one}, part)

    def _link(self, account: Account, sentence: Sentence) -> list[Link]:
        found = link(sentence, self.setting)
        links = [one for one in found if not of_an_area(account, sentence, one)]
        for one in links:
            account.note(one.quantity.start, f"{one.indicator}@{one.scope.name or one.scope.kind}")
            stated = self._observation(account.view, sentence, one)
            self.observations.append(stated)
            if is_accrued(sentence, one.quantity):
                self.accrued.add(stated)
            elif is_of_the_year(sentence, one.quantity, self.report.year):
                self.yearly.append(stated)
        for share in find_shares(sentence, links) if links else ():
            self.shares.append(self._printed_share(account.view, sentence, share))
        return links

    def _note_nones(self, account, sentence: Sentence, nones: Iterable[StatedNone]) -> None:
        for none in nones:
            start, end = account.view.span(none.start, none.end)
            self.observations.append(
                Observation(
                    none.indicator, _applicant(none.indicator), none.scope.kind,
                    none.scope.name, 0.0, 0.0, 0.0, "exact",
                    indicators()[none.indicator].unit, "stated_none",
                    self._evidence(account.view, sentence), start, end, self._section(),
                )
            )  # fmt: skip

    def _observation(self, seen: View, sentence: Sentence, one: Link) -> Observation:
        number, stated = one.quantity, _as_stated(sentence, one)
        start, end = seen.span(number.start, number.end)
        return Observation(
            one.indicator, one.applicant or _applicant(one.indicator), one.scope.kind,
            one.scope.name, float(stated.value), _end(stated.lower), _end(stated.upper),
            stated.qualifier, indicators()[one.indicator].unit, "prose",
            self._evidence(seen, sentence), start, end, self._section(),
        )  # fmt: skip

    def _printed_share(self, seen: View, sentence: Sentence, share: Share) -> PrintedShare:
        number, owner = share.quantity, share.link
        stated = number.amount
        start, end = seen.span(number.start, number.end)
        return PrintedShare(
            owner.indicator, owner.scope.kind, owner.scope.name, float(stated.value),
            _end(stated.lower), _end(stated.upper),
            self._evidence(seen, sentence), start, end, self._section(),
        )  # fmt: skip

    def _claim(self, account: Account, linked: Mapping[int, Link], part: Part) -> Claim:
        def figures(numbers: Iterable[Quantity]) -> tuple[Figure, ...]:
            return tuple(_figure(account.view, one, linked.get(one.start)) for one in numbers)

        place = part.stated.start
        sentence = next(s for s in account.sentences if s.start <= place < s.end)
        return Claim(
            part.kind, *figures([part.stated]), figures(part.terms), figures(part.wholes),
            part.relation, part.sign, part.named, self._evidence(account.view, sentence),
        )  # fmt: skip

    def _evidence(self, seen: View, sentence: Sentence) -> str:
        start, end = seen.span(sentence.start, sentence.end)
        return self.text[start:end]

    def _section(self) -> str:
        return " / ".join(heading.label for heading in self.headings)


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


def _level_of_words(report: Report) -> str:
    """Return the level whose scope words a body uses: 市级 in 北京市 is what it is in any city."""
    municipality = report.level == "province" and report.body.endswith("市")
    return "prefecture" if municipality else report.level


def _applicant(indicator: str) -> str:
    """Return the applicant of a figure that tells no kind apart: all together."""
    return "total" if indicator in by_applicant() else ""


def _figure(seen: View, number: Quantity, link: Link | None) -> Figure:
    amount = number.amount
    of_all = link and not link.applicant
    whose = (link.indicator, link.scope.kind, link.scope.name) if of_all else ()
    return Figure(
        *seen.span(number.start, number.end), float(amount.value), _end(amount.lower),
        _end(amount.upper), step(seen.text, number), number.classifier, *whose,
    )  # fmt: skip


def _once(found: list) -> list:
    """Keep one of several statements of a value, the table's or else the first."""
    stated: dict[tuple, list] = {}
    for one in found:
        place = (one.indicator, getattr(one, "applicant", ""), one.scope, one.scope_name)
        stated.setdefault((*place, one.value, one.lower, one.upper), []).append(one)
    return [_with_others(same) for same in stated.values()]


def _with_others(same: list):
    kept = next((one for one in same if getattr(one, "source", "") == "table"), same[0])
    others = " ".join(f"{one.start}-{one.end}" for one in same if one is not kept)
    return kept._replace(also_at=others) if others else kept


def _unsettled(found: Iterable[Numeral], places: Collection[int]) -> Iterator[Numeral]:
    """Yield numerals, those at some places as quantities that may be what they were read as."""
    for one in found:
        aside = one.start in places
        yield one._replace(kind="quantity", meaning="", candidates=one.meaning) if aside else one


def _in_furniture(numeral: Numeral) -> Numeral:
    return numeral._replace(meaning="page furniture", area="", candidates="")


def _end(value) -> float | None:
    return None if value is None else float(value)
