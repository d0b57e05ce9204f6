"""Whole reports changed in one way: what is read changes exactly as the words do.

The reports are the published ones and those written in other styles.
"""

import re
from fractions import Fraction

import pytest

from analysis import paths
from analysis.codebook.divisions import divisions
from analysis.documents import read, recognise
from analysis.documents.structure import structured
from analysis.facts import extract
from analysis.facts.lexing import tokens
from analysis.facts.view import view
from analysis.records import Document

from .test_corpus import WRITTEN

FILES = sorted([*paths.RAW.glob("*.txt"), *WRITTEN.glob("*.txt")])
FACTOR = 7
WIDE = {ord("0") + i: ord("０") + i for i in range(10)}
# Other subjects in the words of the indicators, one with a year of its own.
UNRELATED = [
    "全市新增造林面积３２１６亩。",
    "12345市长热线共受理群众来电48615件，办结率为99.2%。",
    "全年办理人大代表建议217件、政协委员提案346件，按时答复率100%。",
    "网上政务服务大厅共办结行政审批事项25874件。",
]


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def given(request):
    """A document and whose report it is."""
    document = read(request.param, request.param.parent)
    report = recognise(document, {}, divisions())
    return document, report


def changed(document: Document, text: str) -> Document:
    made = structured(text)
    return document._replace(text=text, passages=made.passages, tables=made.tables)


def stated(facts) -> list[tuple]:
    """What is said, without its place."""
    return sorted(map(_key, facts.observations))


def _key(o) -> tuple:
    ends = (-1 if o.lower is None else o.lower, -1 if o.upper is None else o.upper)
    return (o.indicator, o.scope, o.scope_name, o.value, *ends, o.source)


def _names_what_it_counts(sentence: str) -> bool:
    words = view(sentence, 0, len(sentence)).text
    return any(token.has("topic") for token in tokens(words, "county"))


def test_other_figures(given):
    """Each count times seven: so does each value, and nothing else moves.

    A single one stays one: more is said of it than of several (行政诉讼1件，法院判决驳回原告诉讼请求).
    """
    document, report = given
    before = extract(document, report)
    counts = [n for n in before.numerals if n.kind in ("indicator", "quantity") and _is_count(n)]
    counts = [n for n in counts if n.text not in _ONE]
    text, after_places = _replaced(
        document.text, {(n.start, n.end): _times(n.text) for n in counts}
    )
    after = extract(_moved(document, text, after_places), report)
    assert len(after.observations) == len(before.observations)
    scaled = {n.start for n in counts}
    for one, other in zip(before.observations, after.observations, strict=True):
        times = FACTOR if one.start in scaled else 1
        assert other.value == pytest.approx(one.value * times)
        same = ("indicator", "scope", "scope_name", "qualifier", "source")
        assert [getattr(one, n) for n in same] == [getattr(other, n) for n in same]


def test_full_width_and_half_width_digits(given):
    document, report = given
    narrow = document.text.translate({wide: digit for digit, wide in WIDE.items()})
    expected = stated(extract(document, report))
    assert stated(extract(changed(document, narrow), report)) == expected
    assert stated(extract(changed(document, narrow.translate(WIDE)), report)) == expected


def test_headings_removed(given):
    """Values that only a heading explains are gone, and no other comes in their place.

    Headings of plans and problems stay: what stands below them is not the year's account.
    """
    document, report = given
    kept = [p for p in document.passages if p.kind != "heading" or _is_of_plans(p.label)]
    without = document._replace(passages=tuple(kept))
    before = {row[:4] for row in stated(extract(document, report))}
    after = {row[:4] for row in stated(extract(without, report))}
    assert after <= before


def test_lines_wrapped(given):
    """Each paragraph broken at 38 characters."""
    document, report = given
    text = re.sub(r"[^\n]{38}(?=[^\n])", lambda m: m.group() + "\n", document.text)
    places = _places(document.text, text)
    wrapped = _moved(document, text, places)
    assert stated(extract(wrapped, report)) == stated(extract(document, report))


@pytest.mark.parametrize("sentence", UNRELATED)
def test_unrelated_sentences_inserted(given, sentence):
    """Between any two sentences of a paragraph, but not before one that goes on with the last.

    A sentence that does not name what it counts (市直部门受理24件) could be about the one inserted,
    so its values may be gone; nothing else is, and nothing new comes.
    """
    document, report = given
    stops = [
        m.end()
        for p in document.passages
        if p.kind == "paragraph"
        for m in re.compile("。(?!其中|\n|$)").finditer(document.text, p.start, p.end)
    ]
    text, places = _replaced(document.text, {(stop, stop): sentence for stop in stops})
    longer = _moved(document, text, places)
    before, after = extract(document, report), stated(extract(longer, report))
    assert set(after) <= set(stated(before))
    lost = [o for o in before.observations if _key(o) not in after]
    assert [o.evidence for o in lost if _names_what_it_counts(o.evidence)] == []


def test_name_exchanged(given):
    """The place is called otherwise, and so are its offices; nothing else changes."""
    document, report = given
    name = report.body[: re.search("[省市区县厅]|畲族乡", report.body).start()]
    text = document.text.replace(name, "云溪")
    other = report._replace(body=report.body.replace(name, "云溪"))
    expected = sorted(
        tuple(v.replace(name, "云溪") if isinstance(v, str) else v for v in row)
        for row in stated(extract(document, report))
    )
    assert stated(extract(changed(document, text), other)) == expected


def test_sections_in_another_order(given):
    document, report = given
    text = document.text
    chapters = [p.start for p in document.passages if p.kind == "heading" and p.level == 1]
    if len(chapters) < 2:
        pytest.skip("no chapters")
    parts = [text[a:b] for a, b in zip(chapters, [*chapters[1:], len(text)], strict=True)]
    turned = text[: chapters[0]] + "\n".join(part.strip("\n") for part in reversed(parts))
    moved = document._replace(text=turned, passages=_turned(document, chapters, turned))
    before, after = stated(extract(document, report)), stated(extract(moved, report))
    assert {row[:-1] for row in after} == {row[:-1] for row in before}


def _is_of_plans(label: str) -> bool:
    return any(token.has("section") for token in tokens(label, "county"))


_ONE = ("1", "１")


def _is_count(numeral) -> bool:
    return bool(re.fullmatch(r"[\d.,，]+", numeral.text)) and numeral.meaning != "page furniture"


def _times(written: str) -> str:
    """The figure times seven, with as many decimals, without separators."""
    digits = re.sub("[,，]", "", written)
    decimals = len(digits.partition(".")[2])
    return f"{float(Fraction(digits) * FACTOR):.{decimals}f}"


def _replaced(text: str, by_span: dict) -> tuple[str, list[int]]:
    """Text with stretches replaced, and for each old offset its new one."""
    parts, places, last = [], [], 0
    length = 0
    for (start, end), new in sorted(by_span.items()):
        parts += [text[last:start], new]
        places += [length + i for i in range(start - last)]
        length += start - last
        places += [length] * (end - start)
        length += len(new)
        last = end
    parts.append(text[last:])
    places += [length + i for i in range(len(text) - last + 1)]
    return "".join(parts), places


def _places(text: str, longer: str) -> list[int]:
    """For each offset of a text its place in one that holds additional line ends."""
    places, at = [], 0
    for char in text:
        while longer[at] != char:
            at += 1
        places.append(at)
        at += 1
    return [*places, len(longer)]


def _moved(document: Document, text: str, places: list[int]) -> Document:
    """The document with another text, in which its passages stand elsewhere."""
    assert not document.tables
    moved = (
        p._replace(start=places[p.start], end=places[p.end - 1] + 1) for p in document.passages
    )
    return document._replace(text=text, passages=tuple(moved))


def _turned(document: Document, chapters: list[int], turned: str) -> tuple:
    """The passages of chapters that stand in the opposite order."""
    found, at = [p for p in document.passages if p.start < chapters[0]], chapters[0]
    bounds = [*chapters[1:], len(document.text)]
    for start, end in reversed(list(zip(chapters, bounds, strict=True))):
        inside = [p for p in document.passages if start <= p.start < end]
        for passage in inside:
            words = document.text[passage.start : passage.end]
            place = turned.index(words, at)
            found.append(passage._replace(start=place, end=place + len(words)))
            at = place + len(words)
    return tuple(found)
