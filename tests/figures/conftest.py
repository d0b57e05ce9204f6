"""Four bodies made up so that every way of stating or not stating a share occurs.

甲市 states everything; 乙市 a total with 余 and one portal instead of all websites; 丙县 four channels
without a total; 丁市 two totals that contradict each other and few requests.
"""

import pytest

from analysis import checks, measures, tables, values
from analysis.codebook.forms import form_of
from analysis.codebook.indicators import indicators
from analysis.figures.selection import narrow

STATED = {
    "甲市": [
        ("disclosure.total", 1000),
        ("channel.website", 600),
        ("channel.weibo", 100),
        ("channel.wechat", 50),
        ("channel.gazette", 50),
        ("channel.other", 200),
        ("request.received", 120),
        ("request.received_in_person", 16),
        ("request.received_online", 64),
        ("request.received_letter", 40),
        ("staff.total", 40),
    ],
    "乙市": [
        ("disclosure.total", 110000, 110000, 120000),
        ("channel.weibo", 1784),
        ("channel.wechat", 1060),
        ("channel.website", 35753, 35753, 35753, "unit", "中国乙"),
        ("reconsideration.total", 13, 13, 13, "county"),
        ("reconsideration.upheld", 4, 4, 4, "county"),
        ("reconsideration.corrected", 8, 8, 8, "county"),
        ("reconsideration.total", 0, 0, 0, "municipal"),
        ("request.received", 107),
    ],
    "丙县": [
        ("channel.website", 4850),
        ("channel.weibo", 1300),
        ("channel.wechat", 1800),
        ("channel.other", 2000),
        ("request.received", 2),
    ],
    "丁市": [("disclosure.total", 10556), ("disclosure.total", 13306), ("request.received", 8)],
}
ENGLISH = {"甲市": "Jia", "乙市": "Yi", "丙县": "Bing", "丁市": "Ding"}


def observation(
    body,
    number,
    indicator,
    value,
    lower=None,
    upper=None,
    scope="all",
    name="",
    applicant="",
    year=2016,
):
    lower, upper = (value, value) if lower is None else (lower, upper)
    return {
        "report_id": f"{body}-{year}",
        "body": body,
        "year": year,
        "indicator": indicator,
        "applicant": applicant,
        "scope": scope,
        "scope_name": name,
        "value": value,
        "lower": lower,
        "upper": upper,
        "qualifier": "exact" if lower == upper else "over",
        "unit": indicators()[indicator].unit,
        "source": "prose",
        "evidence": f"公开{value}条。",
        "start": number * 10,
        "end": number * 10 + 2,
        "section": "一、概述",
    }


def of_year(year, stated, body="甲市", english=""):
    """What a body states for a year, given as (indicator, value or ends, applicant)."""
    rows = [
        observation(body, i, name, *_ends(value), applicant=asking, year=year)
        for i, (name, value, asking) in enumerate(stated)
    ]
    form = form_of(year)
    changes = {"report_id": f"{body}-{year}", "year": year, "form": form}
    title = f"{body}{year}年政府信息公开工作年度报告"
    return rows, report(body, english, title=title, file=f"{body}{year}.txt", **changes)


def _ends(value):
    return value if isinstance(value, tuple) else (value, value, value)


def report(body, english="", **changes):
    return {
        "file": f"{body}.txt",
        "status": "read",
        "report_id": f"{body}-2016",
        "body": body,
        "english": english,
        "province": "某省",
        "level": "prefecture",
        "year": 2016,
        "title": f"{body}2016年政府信息公开工作年度报告",
        "form": "prose",
        "format": "txt",
        "sha256": "0" * 64,
        "characters": 9000,
        **changes,
    }


def made(stated, reports):
    rows = [
        observation(body, number, *values)
        for body, statements in stated.items()
        for number, values in enumerate(statements)
    ]
    return framed(rows, reports)


def framed(rows, reports):
    observations, known = tables.frame("observations", rows), tables.frame("reports", reports)
    printed = tables.frame("printed_shares", [])
    return {
        "observations": observations,
        "reports": known,
        "measures": measures.measure(observations, printed, known),
        "findings": checks.findings(observations, known),
        "values": values.values(observations, known),
        **{
            name: tables.frame(name, [])
            for name in ("numerals", "passages", "corrections", "verdicts")
        },
    }


@pytest.fixture(scope="session")
def frames():
    return made(STATED, [report(body, name) for body, name in ENGLISH.items()])


@pytest.fixture(scope="session")
def make():
    """The makers of frames, for tests with bodies of their own."""
    return made, report


@pytest.fixture(scope="session")
def years():
    """A maker of the selection of one body from what it states for each year."""

    def selected(stated, language="zh", body="甲市", english="Jia"):
        each = [of_year(year, figures, body, english) for year, figures in stated.items()]
        frames = framed([row for rows, _ in each for row in rows], [report for _, report in each])
        return narrow(frames, [body], list(stated), language)

    return selected


@pytest.fixture(scope="session")
def bodies():
    """A maker of the selection of several bodies from what each states for each year."""

    def selected(stated, language="zh"):
        each = [
            of_year(year, figures, body, f"Body of {body}")
            for body, of_years in stated.items()
            for year, figures in of_years.items()
        ]
        frames = framed([row for rows, _ in each for row in rows], [report for _, report in each])
        span = sorted({year for of_years in stated.values() for year in of_years})
        return narrow(frames, list(stated), span, language)

    return selected


@pytest.fixture(scope="session")
def four(frames):
    return narrow(frames, list(ENGLISH), [2016], "zh")


@pytest.fixture(scope="session")
def one(frames):
    """A function that gives the selection of one body."""
    return lambda body, language="zh": narrow(frames, [body], [2016], language)
