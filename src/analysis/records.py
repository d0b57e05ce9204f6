"""The nouns of the project, as frozen records that one room hands to the next.

All offsets are characters of the clean text of one report, end exclusive, so that
``text[start:end]`` is always the words themselves.
"""

import math
from typing import NamedTuple


class Passage(NamedTuple):
    """A part of the clean text (篇章段落).

    Attributes
    ----------
    start, end : int
        Where it stands in the clean text.
    kind : str
        ``title``, ``heading``, ``paragraph``, ``table`` or ``furniture`` (page furniture:
        navigation, related headlines, 责任编辑 …, kept in the text but never read for facts).
    level : int
        Depth of a heading, 1 for a chapter, or of the heading that a numbered paragraph stands
        beside; 0 for whatever else.
    label : str
        The words of a heading without white space around them, a word on what kind of
        furniture it is, otherwise empty.
    """

    start: int
    end: int
    kind: str
    level: int = 0
    label: str = ""


class Cell(NamedTuple):
    """A cell of a table (单元格); one merged over several rows or columns is one cell.

    Attributes
    ----------
    row, column : int
        Of its upper left corner, counted from 0.
    rows, columns : int
        How many it covers.
    start, end : int
        Its words in the clean text, without white space around them; equal where it is blank.
    """

    row: int
    column: int
    rows: int
    columns: int
    start: int
    end: int


class Table(NamedTuple):
    """A table of a document (表格), read as cells.

    Attributes
    ----------
    start, end : int
        Where its rows stand in the clean text, one to a line.
    cells : tuple of Cell
        Row by row; no two cover the same place.
    breaks : tuple of int
        The rows that begin a new page.
    doubts : tuple of str
        Numerals of its cells that a second reader of the file does not find there.
    """

    start: int
    end: int
    cells: tuple[Cell, ...]
    breaks: tuple[int, ...] = ()
    doubts: tuple[str, ...] = ()


class Document(NamedTuple):
    """A file of any format, read.

    Attributes
    ----------
    file : str
        Path below the raw folder, with ``/`` between its parts.
    format : str
        ``txt`` …
    sha256 : str
        Of the file's bytes, hexadecimal.
    text : str
        The clean text.
    passages : tuple of Passage
        In order, without overlap; together they cover every character that is not white space.
    tables : tuple of Table
        In order, each within a passage of that kind.
    attachments : tuple of int
        Where each file that belongs to the report, and was published beside it, begins.
    pictures : tuple of str
        Where each picture stands whose words are not read: which page of how many (``3/12``), or
        the words before it.
    """

    file: str
    format: str
    sha256: str
    text: str
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...] = ()
    attachments: tuple[int, ...] = ()
    pictures: tuple[str, ...] = ()


class Report(NamedTuple):
    """Whose annual report a document is, and of which year (政府信息公开工作年度报告).

    Attributes
    ----------
    report_id : str
        ``<body>-<year>``, 新乡市-2016.
    body, english : str
        The body as it is called, and the official romanisation of its name.
    province, level, adcode : str
        Level is ``national``, ``province``, ``prefecture``, ``county``, ``township`` or
        ``department``; the code is that of the reporting year, empty where there is none.
    year : int
        The year reported on, not that of publication.
    title, issuer, published : str
        As found in the text; published as an ISO date or empty.
    form : str
        ``prose``, ``form_2014``, ``form_2019`` or ``form_2021``.
    """

    report_id: str
    body: str
    english: str
    province: str
    level: str
    adcode: str
    year: int
    title: str
    issuer: str
    published: str
    form: str


class Numeral(NamedTuple):
    """One numeral of a report, accounted for.

    Attributes
    ----------
    start, end, text
        Where it stands and the characters there.
    kind : str
        ``indicator``, ``quantity``, ``date``, ``document_number``, ``ordinal``, ``contact``
        or ``name``.
    meaning : str
        The indicator with its scope, or the noun phrase and unit of a quantity.
    area : str
        The policy area of a quantity (扶贫, 环境保护 …) where one is named.
    candidates : str
        For a quantity that could not be settled, the indicators that it may answer, in one line.
    """

    start: int
    end: int
    text: str
    kind: str
    meaning: str
    area: str = ""
    candidates: str = ""


class Observation(NamedTuple):
    """One value that a report states for an indicator.

    Attributes
    ----------
    indicator, applicant : str
        Ids of the codebook; ``applicant`` only for rows of the requests matrix.
    scope, scope_name : str
        Whose figure it is: ``all``, ``municipal``, ``county``, or ``unit`` with its name.
    value : float
        The number stated, in the unit of the codebook.
    lower, upper : float or None
        The interval that the words allow; None is an open end.
    qualifier : str
        ``exact``, ``over``, ``under`` or ``about``.
    unit : str
        After conversion.
    source : str
        ``prose``, ``table``, ``stated_none`` or ``reviewed``.
    evidence : str
        The sentence or table row as published.
    start, end : int
        Where the number stands (the phrase, for a stated none).
    section : str
        Path of headings above it, joined by `` / ``.
    also_at : str
        Where else the report states the same value, as ``start-end``, separated by a space.
    """

    indicator: str
    applicant: str
    scope: str
    scope_name: str
    value: float
    lower: float | None
    upper: float | None
    qualifier: str
    unit: str
    source: str
    evidence: str
    start: int
    end: int
    section: str
    also_at: str = ""


class PrintedShare(NamedTuple):
    """A percentage that a report prints for the share of an indicator in its total (占…的53.3%).

    Fields are those of `Observation`; ``value`` and its interval are in percent.
    """

    indicator: str
    scope: str
    scope_name: str
    value: float
    lower: float | None
    upper: float | None
    evidence: str
    start: int
    end: int
    section: str
    also_at: str = ""


class FormCell(NamedTuple):
    """A cell of a national form, kept as printed, or a figure of its table that is none of it.

    Attributes
    ----------
    form : str
        The form that the table was read as.
    indicator, applicant, scope, scope_name : str
        As in `Observation`; all empty for a figure that is no cell of the form.
    says : str
        ``number``, ``blank``, ``slash``, ``dash``, ``none``, ``not_applicable`` or ``text``.
    text : str
        The cell as published.
    start, end : int
        Where it stands in the clean text.
    """

    form: str
    indicator: str
    applicant: str
    scope: str
    scope_name: str
    says: str
    text: str
    start: int
    end: int


class Refusal(NamedTuple):
    """A table, or lines that were one, with labels of a national form, which could not be read.

    Attributes
    ----------
    start, end : int
        Where it stands in the clean text.
    form : str
        The form whose labels it bears most of.
    labels : tuple of str
        Those found.
    """

    start: int
    end: int
    form: str
    labels: tuple[str, ...]


class Doubt(NamedTuple):
    """Numerals of a table that a second reader of the file does not find there.

    Attributes
    ----------
    start, end : int
        Where the table stands in the clean text.
    numerals : tuple of str
        As the first reader has them.
    """

    start: int
    end: int
    numerals: tuple[str, ...]


class Figure(NamedTuple):
    """A number that a claim is about.

    Attributes
    ----------
    start, end : int
        Where it stands.
    value : float
    lower, upper : float or None
        The interval that the words allow; None is an open end.
    step : float
        Worth of the last digit printed, where the number is rounded or cut off there; 0 for counts.
    unit : str
        Its classifier, ``%`` for a percentage.
    indicator, scope, scope_name : str
        As in `Observation`, where it states one.
    """

    start: int
    end: int
    value: float
    lower: float | None
    upper: float | None
    step: float
    unit: str
    indicator: str = ""
    scope: str = ""
    scope_name: str = ""


class Claim(NamedTuple):
    """What a report says of its own figures (算术陈述): a share, a growth, parts of a whole.

    Attributes
    ----------
    kind : str
        ``share``: the percentage that a part makes of a whole; ``growth``: how far a figure is from
        that of the year before; ``list``: the whole that parts make up; ``items``: how many things
        are announced that are then named, or that have a figure each; ``rest``: the percentage that
        some parts leave; ``again``: a figure that plans or problems go back to.
    stated : Figure
        The percentage, the growth, the whole, or the number announced.
    terms : tuple of Figure
        The part, or parts whose share together is told; the figure of the year, with that of the
        year before where it is given, or the difference; the parts; the items; the other parts.
    wholes : tuple of Figure
        Of a share: what the part may be a part of, the likeliest first.
    relation : str
        Of a share: what its whole is called where that may stand elsewhere (公开总量);
        of a growth: ``percent``, ``difference``, ``points``, ``times``, ``fold`` (增长一倍),
        ``of_difference``, the percentage that a difference makes (多37条,增长18.6%), or
        ``direction``, whether the figure of the year is greater at all (由6件增至9件);
        of a list: whether its parts are ``equal`` to the whole, ``at_most`` or ``at_least`` it,
        ``loose``, in clauses of their own, which may divide it in several ways, or only ``near``
        it, without a word that says so.
    sign : int
        Of a growth: -1 where the figure became less.
    named : bool
        Of a share: whether the words say what the whole is, by its number or as the total.
    evidence : str
        The sentence as published.
    """

    kind: str
    stated: Figure
    terms: tuple[Figure, ...]
    wholes: tuple[Figure, ...] = ()
    relation: str = ""
    sign: int = 1
    named: bool = False
    evidence: str = ""


class Period(NamedTuple):
    """The time that the figures of a report are said to cover (统计期限).

    Attributes
    ----------
    start, end : int
        Where the words stand.
    first, last : str
        ISO dates.
    """

    start: int
    end: int
    first: str
    last: str


class Announcement(NamedTuple):
    """Of how many parts a report says it consists.

    Attributes
    ----------
    start, end : int
        Where the number stands.
    parts : int
    attached : int
        How many of them may be attachments, which have no title among the others.
    """

    start: int
    end: int
    parts: int
    attached: int


class Chapter(NamedTuple):
    """A numbered title of a part of a report: where it stands, and its number."""

    start: int
    end: int
    number: int


class Finding(NamedTuple):
    """What a check found (核对结果).

    Attributes
    ----------
    finding_id : str
        Stable: report, rule and what it was applied to, joined by colons.
    report_id, rule : str
    state : str
        ``breach``, ``consistent`` or ``not_assessable``.
    indicators, applicant, scope, scope_name : str
        What was compared, the disputed indicator first; ids are separated by a space.
    stated, expected, difference : float
        NaN where they are not exact.
    cases : int
        How many values were examined.
    likely_cause, ground : str
        ``report``, ``reading`` or ``undecided``, and why; or why it could not be assessed.
    detail : str
        The arithmetic, written out.
    observations : str
        The numbers that it rests on, as ``report_id:start-end``, separated by a space.
    """

    finding_id: str
    report_id: str
    rule: str
    state: str
    cases: int
    indicators: str = ""
    applicant: str = ""
    scope: str = ""
    scope_name: str = ""
    stated: float = math.nan
    expected: float = math.nan
    difference: float = math.nan
    likely_cause: str = ""
    ground: str = ""
    detail: str = ""
    observations: str = ""


class Facts(NamedTuple):
    """Everything that was read out of one report."""

    observations: tuple[Observation, ...]
    printed_shares: tuple[PrintedShare, ...]
    numerals: tuple[Numeral, ...]
    cells: tuple[FormCell, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    claims: tuple[Claim, ...] = ()
    periods: tuple[Period, ...] = ()
    days_astray: tuple[Period, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    pictures: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """The form that most cells of its tables are of, ``prose`` where there are none."""
        named = [cell.form for cell in self.cells if cell.indicator]
        return max(named, key=named.count, default="prose")
