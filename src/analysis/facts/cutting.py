"""Where sentences end, and which of their numbers count something (断句)."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from analysis.facts.kinds import Marked, find_kinds
from analysis.facts.quantities import Quantity, find_quantities
from analysis.facts.sentences import Sentence

_LONGEST = 1500  # characters of a sentence
_END = re.compile(r"[。!?.](?:(?<!\.)|(?<=[一-龥]\.)(?=[一-龥“《]|$))")
_YEAR = 5  # characters of a year and what joins it
_RANGE = re.compile(r"\d[至到~—-]$")
_INTRODUCED = (
    "途径",
    "渠道",
    "主线",
    "措施",
    "意见",
    "要求",
    "建议",
    "工作",
    "任务",
)  # by 条, 项, 次
_RANKS = ("第", "前", "每", "逐", "任", "同", "这", "该", "此")  # 第三次, 前3位, 同一条


def sentences(text: str, level: str, body: str = "") -> list[Sentence]:
    """Cut a view's text into sentences of the report of a body of some level.

    Examples
    --------
    >>> text = "全市没有收到举报投诉。2016年受理申请120件,其中网络申请64件(占53.3%)。"
    >>> [[s.text[c.start:c.end] for c in s.clauses] for s in sentences(text, "county")]
    [['全市没有收到举报投诉'], ['2016年受理申请120件', '其中网络申请64件', '占53.3%']]
    """
    marked, ends = find_kinds(text), list(_ends(text))
    within = _parted(marked, ends), _parted(_counting(text, marked), ends)
    found, start = [], 0
    for end, kinds, quantities in zip(ends, *within, strict=True):
        if end > start:
            is_cut = start > 0 and not _END.match(text, start - 1)
            found.append(Sentence(text, start, end, level, body, quantities, kinds, is_cut))
        start = end
    return found


def _parted(items: list, ends: list[int]) -> list[list]:
    """Return the items of each sentence."""
    parts: list[list] = [[] for _ in ends]
    for item in items:
        parts[bisect_right(ends, item.start)].append(item)
    return parts


def _ends(text: str) -> Iterator[int]:
    """Yield where sentences end: at full stops, and at a comma where none comes for long.

    A real sentence is shorter; the bound keeps the time linear on whatever is no prose.
    """
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        while end - start > _LONGEST:
            start = text.rfind(",", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield start
        yield end
        start = end


def _counting(text: str, marked: list[Marked]) -> list[Quantity]:
    """Return the quantities: digits of no date or document number, and no rank (第三次, 前3位)."""
    taken = set().union(*(range(m.start, m.end) for m in marked))
    found = find_quantities(text, taken)
    refused = (_is_rank, _is_article, _ends_a_range)
    return [q for q in found if not any(test(text, q) for test in refused)]


def _is_rank(text: str, quantity: Quantity) -> bool:
    if text.endswith(("无", "没有", "未"), 0, quantity.before):
        return text[quantity.start] == "一"  # 无一宗举报投诉
    return text[quantity.before - 1 : quantity.before] in _RANKS


def _ends_a_range(text: str, quantity: Quantity) -> bool:
    """Tell whether it ends a range whose lower end looks like a year: 2000至2500条."""
    return bool(_RANGE.search(text, max(quantity.before - _YEAR, 0), quantity.before))


def _is_article(text: str, quantity: Quantity) -> bool:
    """Tell whether a Chinese numeral only introduces a noun: 微博、微信两个平台, 通过四条途径."""
    follows = text[quantity.behind : quantity.behind + 1]
    chinese = not text[quantity.start].isdigit()
    introduces = quantity.classifier == "个" and "一" <= follows <= "龥"
    return chinese and (introduces or text.startswith(_INTRODUCED, quantity.behind))
