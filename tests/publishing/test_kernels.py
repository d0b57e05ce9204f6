"""A forked kernel is one that was started, but for the imports that it need not wait for."""

import os
import shutil
import subprocess
import sys
from time import monotonic, sleep

import nbformat
import papermill
import pytest
from jupyter_client.manager import AsyncKernelManager

from analysis import paths
from analysis.publishing import kernels, running
from analysis.publishing.pages import Page
from analysis.publishing.standing import failed_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

NATIVE = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python"}}
CODE = nbformat.v4.new_code_cell


def notebook(*cells):
    parameters = CODE("x = 0", metadata={"tags": ["parameters"]})
    return nbformat.v4.new_notebook(cells=[parameters, *map(CODE, cells)], metadata=NATIVE)


@pytest.fixture
def execute(tmp_path):
    """Execute cells in a kernel of their own, and return what each of them showed."""

    def shown(*cells, manager=kernels.Forking):
        executed = papermill.execute_notebook(
            notebook(*cells),
            str(tmp_path / "executed.ipynb"),
            progress_bar=False,
            extra_arguments=running.QUIET,
            kernel_manager_class=manager,
            cwd=str(tmp_path),
        )
        return [cell.outputs for cell in executed.cells[-len(cells) :]]

    return shown


def said(outputs):
    return "".join(output["text"] for output in outputs)


def test_what_notebooks_import_is_there_at_the_start(execute):
    names = ("pandas", "seaborn", "ipykernel.debugger", "analysis.figures.city")
    assert said(*execute(f"import sys; print(set({names}) - set(sys.modules))")) == "set()\n"


def test_two_notebooks_share_nothing(execute):
    leave = "import os, pandas; pandas.left = os.environ['LEFT'] = 'here'; os.chdir('/')"
    seek = "import os, pandas; print(hasattr(pandas, 'left'), 'LEFT' in os.environ, os.getcwd())"
    pid = "print(os.getpid())"
    first = said(execute(leave, pid)[1])
    found, second = map(said, execute(seek, pid))
    assert found.split()[:2] == ["False", "False"]
    assert found.split()[2] != "/"
    assert first != second


def test_a_kernel_has_the_folder_and_the_environment_of_the_moment(execute, tmp_path, monkeypatch):
    execute("1")
    monkeypatch.setenv("GIVEN", "now")
    monkeypatch.delenv("HOME")
    look = "import os; print(os.getcwd(), os.environ['GIVEN'], 'HOME' in os.environ)"
    assert said(*execute(look)).split() == [str(tmp_path), "now", "False"]


CELLS = (
    "import sys, os; print('one'); print('two', file=sys.stderr); os.system('echo three')",
    "import pandas; pandas.DataFrame([range(30)])",
    "import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.show()",
    "import signal; print(signal.getsignal(signal.SIGCHLD), signal.getsignal(signal.SIGINT))",
    "import subprocess; print(subprocess.run(['false']).returncode)",
    "import matplotlib; print(matplotlib.rcParams)",
)


def test_cells_show_what_they_show_in_a_kernel_that_is_started(execute):
    assert execute(*CELLS) == execute(*CELLS, manager=AsyncKernelManager)


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Attempt a page of some cells and return what went wrong."""
    one = Page("甲市-2016-zh", "city", ("甲市",), (2016,), "zh", "甲市 2016")
    monkeypatch.setattr(running, "as_html", lambda *_: "<p></p>")

    def attempted(*cells):
        nbformat.write(notebook(*cells), tmp_path / "city.ipynb")
        monkeypatch.setattr(running, "_source", lambda _: tmp_path / "city.ipynb")
        return running._attempt(one, "key", "", tmp_path, [])

    return attempted


def test_a_kernel_that_dies_fails_its_page_alone_and_its_notebook_says_where(page, tmp_path):
    assert page("print('so far')", "import os; os._exit(9)") == "DeadKernelError: Kernel died"
    assert "so far" in failed_of(tmp_path, "甲市-2016-zh").read_text("utf-8")
    assert page("print('well')") == ""


def test_a_kernel_that_dies_is_missed_though_what_it_forked_lives(page):
    began = monotonic()
    assert "Kernel died" in page("import os, time; os.fork() or time.sleep(60); os._exit(9)")
    assert monotonic() - began < 60


def test_where_the_process_that_forks_was_killed_another_one_takes_its_place(page):
    assert page("1") == ""
    _, forker = kernels._started()
    forker.kill()
    forker.wait()
    assert page("1") == ""


RUN = """
import papermill, sys
from analysis.publishing.kernels import KERNELS
papermill.execute_notebook(*sys.argv[1:3], kernel_manager_class=KERNELS)
"""


@pytest.fixture
def start(tmp_path):
    """Start a process that executes cells."""

    def started(*cells, source=paths.CODE.parent):
        nbformat.write(notebook(*cells), tmp_path / "cells.ipynb")
        files = [str(tmp_path / "cells.ipynb"), str(tmp_path / "executed.ipynb")]
        environment = os.environ | {"PYTHONPATH": str(source)}
        command = [sys.executable, "-c", RUN, *files]
        return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)

    return started


def test_what_cannot_be_imported_fails_in_the_notebook(start, tmp_path):
    shutil.copytree(paths.CODE, tmp_path / "analysis")
    (tmp_path / "analysis" / "figures" / "city.py").write_text("1 / 0")
    _, told = start("import analysis.figures.city", source=tmp_path).communicate()
    assert "papermill.exceptions.PapermillExecutionError" in told
    assert "ZeroDivisionError: division by zero" in told


def test_a_kernel_ends_with_a_run_that_is_killed(start, tmp_path):
    pids = tmp_path / "pids"
    tell = f"import os; print(os.getpid(), os.getppid(), file=open({str(pids)!r}, 'w'), flush=True)"
    process = start(tell, "import time; time.sleep(600)")
    until(lambda: pids.exists() and pids.read_text().endswith("\n"), 60)
    process.kill()
    process.wait()
    until(lambda: not any(alive(int(pid)) for pid in pids.read_text().split()), 10)


def alive(pid):
    """Whether a process runs. Where nobody waits for the orphans, they stay as zombies."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


def until(true, seconds):
    began = monotonic()
    while not true():
        assert monotonic() - began < seconds
        sleep(0.1)
