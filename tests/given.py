"""Documents and reports made by hand: a few sentences, whose they are, and what is read in them."""

from analysis.documents.lines import Line, lines
from analysis.documents.typed import typed_table
from analysis.facts import extract
from analysis.records import Document, Facts, Passage, Report


def document(*parts: tuple) -> Document:
    """A document from (kind, words) or (kind, words, level of the heading), one part a line."""
    passages, place = [], 0
    for kind, words, *level in parts:
        end = place + len(words)
        label = words if kind == "heading" else ""
        passages.append(Passage(place, end, kind, (level or [kind == "heading"])[0], label))
        place = end + 1
    text = "\n".join(words for _, words, *_ in parts)
    tables = (typed_table(text, _lines(text, p)) for p in passages if p.kind == "table")
    return Document("made.txt", "txt", "0" * 64, text, tuple(passages), tuple(tables))


def _lines(text: str, passage: Passage) -> list[Line]:
    return [line for line in lines(text) if passage.start <= line.start < passage.end]


def report(level: str = "prefecture", year: int = 2017, body: str = "新乡市") -> Report:
    """A report of a body that nothing else is known of."""
    return Report(f"{body}-{year}", body, "", "", level, "", year, "", "", "", "prose")


def facts_of(
    sentence: str,
    heading: str = "",
    level: str = "prefecture",
    year: int = 2017,
    body: str = "",
) -> Facts:
    """What is read in one paragraph, below a heading where there is one."""
    body = body or ("湖北省" if level == "province" else "新乡市")
    above = [("heading", heading)] if heading else []
    return extract(document(*above, ("paragraph", sentence)), report(level, year, body))


def stated(facts: Facts) -> list[str]:
    """Every value as ``indicator@scope value``, with the name of a unit in place of its scope."""
    return [f"{o.indicator}@{o.scope_name or o.scope} {o.value:.10g}" for o in facts.observations]
