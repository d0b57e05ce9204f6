"""Print what the pages of many bodies cost: one, two processes against one, and all of them.

Usage: python benchmarks/site.py [bodies]; 300 where no number is given. The bounds of the project:
a page costs no more than twice what papermill needs to import the same packages, and two processes
are 1.8 times as fast as one.

The reports are the published ones with another name and other figures, in a copy of the project:
every figure of a report is multiplied by one number, so that what adds up still does.
"""

import csv
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import nbformat
import papermill

from analysis import paths, tables
from analysis.figures import inventory
from analysis.figures.selection import read
from analysis.pipeline import build
from analysis.publishing import running
from analysis.publishing.pages import Page, pages_of

BODIES, SAMPLE, RUNS = 300, 40, 3
NAMES = "东南西北山川河海林泉松柏梅兰竹菊云霞风月"
FIGURE = re.compile(r"(?<![\d.第〕号-])\d+(?![\d.]*[\d年月日号%％-])")


def main() -> None:
    """Make the reports, measure single pages and samples of them, then make the pages of all."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else BODIES
    with TemporaryDirectory() as folder:
        project = copied(Path(folder) / "project")
        write(project / "data" / "raw", count)
        processed = project / "data" / "processed"
        print(f"data: {seconds(lambda: build(project / 'data' / 'raw', processed)):.0f} s")
        pages = cities(processed)
        cost(project, pages[0])
        processes(project, pages[: min(SAMPLE, len(pages))])
        took = seconds(lambda: make(project, pages, 2))
        print(f"all {len(pages)} pages: {took:.0f} s with two processes")


def copied(project: Path) -> Path:
    """Return a copy of what a run needs of this project."""
    compiled = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    for path in (paths.CODE, paths.NOTEBOOKS):
        shutil.copytree(path, project / path.relative_to(paths.ROOT), ignore=compiled)
    shutil.copy(paths.CITATION, project)
    return project


def write(raw: Path, count: int) -> None:
    """Write `count` reports and a row for each that says whose it is."""
    raw.mkdir(parents=True)
    with (raw / paths.SOURCES).open("w", encoding="utf-8", newline="") as target:
        rows = csv.writer(target)
        rows.writerow(["file", "body", "level", "year"])
        for number, (body, year, text) in enumerate(made(count, random.Random(1))):
            name = f"{number}.txt"
            (raw / name).write_text(text, encoding="utf-8")
            rows.writerow([name, body, "prefecture", year])


def made(count: int, draw: random.Random) -> Iterator[tuple[str, int, str]]:
    """Yield body, year and text of made reports."""
    reports = tables.reports_only(tables.read(paths.PROCESSED, "reports"))
    known = list(reports[["file", "body", "year"]].itertuples(index=False))
    names = ["".join(letters) for letters in product(NAMES, repeat=3)]
    for number, name in enumerate(draw.sample(names, count)):
        file, body, year = known[number % len(known)]
        text = (paths.RAW / file).read_text(encoding="utf-8").replace(body[:-1], name)
        factor = draw.randint(1, 99)
        yield f"{name}市", year, FIGURE.sub(lambda found, by=factor: str(int(found[0]) * by), text)


# Pages --------------------------------------------------------------------------------------------


def cities(processed: Path) -> list[Page]:
    """Return the pages about one report."""
    frames = read(processed, (*inventory.TABLES, "passages"))
    return [page for page in pages_of(frames, ["zh"]) if page.notebook.startswith("city")]


def cost(project: Path, page: Page) -> None:
    """Print what a page costs, in units of a run of papermill that imports the same packages."""
    bare = only_imports(page, project / "bare.ipynb")
    pairs = [
        (seconds(lambda: make(project, [page], 1)), seconds(lambda: execute(bare)))
        for _ in range(RUNS)
    ]
    ours, theirs = (median(side) for side in zip(*pairs, strict=True))
    print(f"a page: {ours:.1f} s, papermill with its imports: {theirs:.1f} s, medians of {RUNS}")
    print(f"ratio: {ours / theirs:.2f}")


def processes(project: Path, pages: list[Page]) -> None:
    """Print how much faster two processes are than one."""
    pairs = [[seconds(lambda j=j: make(project, pages, j)) for j in (1, 2)] for _ in range(RUNS)]
    one, two = (median(side) for side in zip(*pairs, strict=True))
    print(
        f"{len(pages)} pages: {one:.1f} s with one process, {two:.1f} s with two, medians of {RUNS}"
    )
    print(f"ratio: {one / two:.2f}")


def make(project: Path, pages: list[Page], jobs: int) -> None:
    """Make pages in a folder of their own."""
    with TemporaryDirectory() as site:
        keys = dict.fromkeys(pages, "")
        failed = running.run(keys, str(project / "data" / "processed"), Path(site), [], jobs)
    if failed:
        sys.exit(f"pages failed: {failed}")


def only_imports(page: Page, target: Path) -> Path:
    """Write the notebook of a page with nothing but its imports."""
    notebook = nbformat.read(paths.NOTEBOOKS / f"{page.notebook}.ipynb", as_version=4)
    lines = [line for cell in notebook.cells for line in cell.source.splitlines()]
    imports = [line for line in lines if line.startswith(("import ", "from "))]
    notebook.cells = [nbformat.v4.new_code_cell("\n".join(imports))]
    nbformat.write(notebook, target)
    return target


def execute(notebook: Path) -> None:
    """Run a notebook with papermill."""
    papermill.execute_notebook(
        str(notebook), str(notebook), progress_bar=False, extra_arguments=running.QUIET
    )


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


if __name__ == "__main__":
    main()
