"""In a real browser, JupyterLab runs every notebook from top to bottom, and shows what is stored.

A copy is run, so that no committed notebook changes. Needs Chromium.
"""

import shutil
import socket
import subprocess
import sys
import time

import nbformat
import pytest

from analysis import paths

NOTEBOOKS = sorted(path.name for path in paths.NOTEBOOKS.glob("*.ipynb"))
RUN = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"
SAVE = "() => window.jupyterapp.commands.execute('docmanager:save')"
READY = """() => {
  const context = window.jupyterapp?.shell?.currentWidget?.context;
  return context?.isReady && context.sessionContext.session?.kernel?.status === 'idle';
}"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab that serves a copy of the notebooks, and their folder."""
    folder = tmp_path_factory.mktemp("lab")
    for name in NOTEBOOKS:
        shutil.copy(paths.NOTEBOOKS / name, folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--ServerApp.port={port}", "--no-browser", "--IdentityProvider.token=",
               "--LabApp.expose_app_in_browser=True", "--allow-root"]  # fmt: skip
    log = (folder / "lab.log").open("w")
    command = [sys.executable, "-m", "jupyterlab", *options]
    with subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}/lab", folder
        server.terminate()


def _wait_for(port, server):
    for _ in range(300):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert server.poll() is None, "JupyterLab ended"
        time.sleep(0.2)
    raise AssertionError("JupyterLab does not answer")


def opened(browser, address, name):
    """A page of JupyterLab with one notebook in front, its kernel idle, and the errors it logs."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/tree/{name}?reset")
    page.wait_for_function(READY, timeout=120_000)
    return page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(lab, browser, name):
    address, folder = lab
    page = opened(browser, address, name)
    assert page.evaluate(RUN)
    page.wait_for_function(READY, timeout=120_000)
    page.evaluate(SAVE)
    page.close()
    run = nbformat.read(folder / name, as_version=4)
    stored = nbformat.read(paths.NOTEBOOKS / name, as_version=4)
    assert [said(cell) for cell in run.cells] == [said(cell) for cell in stored.cells]


def said(cell):
    """What a cell shows as text: tables, words, and that there is a chart; of widgets nothing."""
    assert not [output for output in cell.outputs if output.output_type == "error"]
    if "NBVAL_SKIP" in cell.source:
        return []
    return [output.get("data", {}).get("text/plain") for output in cell.outputs]
