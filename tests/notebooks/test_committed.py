"""Committed notebooks are executed, thin, and print the table behind every figure.

That their stored outputs are those of today's data is checked by running them (nbval).
"""

import re

import nbformat
import papermill
import pytest

from analysis import paths

NOTEBOOKS = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
SILENT = {"parameters", "setup", "skip-execution"}
EXPLORER = "# NBVAL_SKIP\nExplorer(folder, language)"  # run by whoever opens it, never here


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def tags(cell):
    return set(cell.metadata.get("tags", []))


def explores(notebook):
    return any(cell.source == EXPLORER for cell in notebook.cells)


def svg(cell):
    return [output for output in cell.outputs if "image/svg+xml" in output.get("data", {})]


def test_every_checked_cell_has_stored_outputs(notebook):
    checked = [cell for cell in notebook.cells if not tags(cell) & SILENT]
    assert len(checked) > 10 or explores(notebook)
    assert [cell.id for cell in checked if not cell.outputs] == []
    unrun = [cell for cell in notebook.cells if not cell.execution_count]
    assert [cell.source for cell in unrun] == [EXPLORER] * explores(notebook)
    assert all("skip-execution" in tags(cell) and not cell.outputs for cell in unrun)


def test_no_cell_failed_or_warned(notebook):
    kinds = {output.output_type for cell in notebook.cells for output in cell.outputs}
    assert kinds == {"execute_result"}


def test_every_figure_is_followed_by_its_table(notebook):
    figures = [at for at, cell in enumerate(notebook.cells) if svg(cell)]
    assert len(figures) >= (1 if explores(notebook) else 3)
    for at in figures:
        name = notebook.cells[at].source.splitlines()[-1]
        assert notebook.cells[at + 1].source == f"{name}.table"
        assert "<table" in notebook.cells[at + 1].outputs[0].data["text/html"]


def test_cells_are_thin(notebook):
    for cell in notebook.cells:
        assert cell.cell_type == "code"
        assert len(cell.source.splitlines()) <= 10
        assert not re.search(r"\bdef \b|\blambda\b|\bre\.|Path\(|\.csv", cell.source)


def test_every_parameter_is_one_assignment_a_line(notebook):
    cell = next(cell for cell in notebook.cells if "parameters" in tags(cell))
    lines = [line for line in cell.source.splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"\w+ = .+", line) for line in lines)


def test_papermill_sees_the_parameters():
    seen = {path.stem: set(papermill.inspect_notebook(str(path))) for path in NOTEBOOKS}
    assert seen == {
        "city": {"body", "year", "language", "folder", "figures"},
        "city_since_2019": {"body", "year", "language", "folder", "figures"},
        "comparison": {"bodies", "years", "language", "folder", "figures"},
        "comparison_since_2019": {"bodies", "years", "language", "folder", "figures"},
        "explore": {"language", "folder", "figures"},
        "requests": {"bodies", "years", "language", "folder", "figures"},
        "requests_since_2019": {"bodies", "years", "language", "folder", "figures"},
        "trends": {"bodies", "years", "language", "folder", "figures"},
        "data_quality": {"bodies", "years", "language", "folder", "figures"},
        "themes": {"bodies", "years", "level", "language", "folder", "figures"},
    }


def test_data_of_the_project_are_named_without_a_folder_of_this_machine(notebook):
    cell = next(cell for cell in notebook.cells if "parameters" in tags(cell))
    assert re.search(
        r'^folder = "(data/example/processed)?"\nfigures = ""$', cell.source, re.MULTILINE
    )


def test_every_figure_is_kept_as_files_where_a_folder_is_named(notebook):
    tables = [cell.source for cell in notebook.cells if cell.source.endswith(".table")]
    figures = [table.removesuffix(".table") for table in tables]
    kept = re.fullmatch(
        r"style\.save\(\s*figures,\s+(.+?),?\s*\)", notebook.cells[-1].source, re.DOTALL
    )
    assert re.split(r",\s+", kept[1]) == figures


def test_nothing_of_one_run_is_kept(notebook):
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}
    assert [cell.id for cell in notebook.cells if set(cell.metadata) - {"tags"}] == []
    outputs = [str(output) for cell in notebook.cells for output in cell.outputs]
    assert not any(re.search(r"0x[0-9a-f]{6}|/site-packages/|<dc:date>", text) for text in outputs)


def test_one_notebook_explores_and_lab_opens_on_it():
    found = [path.stem for path in NOTEBOOKS if explores(nbformat.read(path, as_version=4))]
    assert found == ["explore"]
    assert "jupyter lab notebooks/explore.ipynb" in (paths.ROOT / "Makefile").read_text("utf-8")
