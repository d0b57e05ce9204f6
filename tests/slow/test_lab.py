"""In a real browser, JupyterLab runs every notebook from top to bottom, and shows what is stored.

The panel of the explorer does there what is chosen in it. Copies are run, so that no committed
notebook changes. Needs Chromium.
"""

import shutil
import socket
import subprocess
import sys
import time

import nbformat
import pytest
from playwright.sync_api import expect

from analysis import paths

LONG = 120_000  # milliseconds, for a kernel to start and a notebook to run
expect.set_options(timeout=30_000)
NOTEBOOKS = sorted(path.name for path in paths.NOTEBOOKS.glob("*.ipynb"))
RUN = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"
SAVE = "() => window.jupyterapp.commands.execute('docmanager:save')"
READY = """() => {
  const context = window.jupyterapp?.shell?.currentWidget?.context;
  return context?.isReady && context.sessionContext.session?.kernel?.status === 'idle';
}"""

LISTEN = """() => {
  window.said = [];
  const session = window.jupyterapp.shell.currentWidget.context.sessionContext;
  session.iopubMessage.connect((_, message) => {
    if (message.header.msg_type === 'error') window.said.push(JSON.stringify(message.content));
  });
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
    """A page of JupyterLab with one notebook in front and its kernel idle."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/tree/{name}?reset")
    page.wait_for_function(READY, timeout=LONG)
    return page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(lab, browser, name):
    address, folder = lab
    page = opened(browser, address, name)
    assert page.evaluate(RUN)
    page.wait_for_function(READY, timeout=LONG)
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


# The panel ----------------------------------------------------------------------------------------

CALL = "Explorer(folder, language)"
ALL = ["新乡市 2016", "襄阳市 2017", "邢台市 2017", "乐陵市 2017", "同江市 2017"]


@pytest.fixture
def panel(lab, browser):
    """A page with the panel as it is at first, which exports beside the notebook.

    No error of the page or of the kernel may follow: a widget does not show what went wrong in it.
    """
    address, folder = lab
    notebook = nbformat.read(paths.NOTEBOOKS / "explore.ipynb", as_version=4)
    (cell,) = [cell for cell in notebook.cells if CALL in cell.source]
    here = CALL.replace(")", ', Path("exports"))')
    cell.source = f"from pathlib import Path\n{here}"
    nbformat.write(notebook, folder / "panel.ipynb")
    page, errors = opened(browser, address, "panel.ipynb"), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.evaluate(LISTEN)
    page.evaluate(RUN)
    expect(part(page, "chart").locator("img")).to_be_visible(timeout=LONG)
    yield page
    page.wait_for_function(READY)
    errors += page.evaluate("window.said")
    page.close()
    assert errors == []


def part(page, name):
    return page.locator(f".explorer-{name}")


def choose(page, **labels):
    for name, label in labels.items():
        part(page, name).locator("select").select_option(label=label)


def shows(page, title, **cells):
    """Wait until the chart has a title, and the table these cells, by its heads."""
    expect(part(page, "chart").locator("img")).to_have_attribute("alt", title)
    for head, expected in cells.items():
        heads = part(page, "table").locator("thead th").all_inner_texts()
        column = f"tbody tr > :nth-child({heads.index(head) + 1})"
        expect(part(page, "table").locator(column)).to_have_text(expected)


def image(page):
    """The source of the chart's image, which is not wider than its place."""
    shown = part(page, "chart").locator("img")
    assert shown.evaluate("image => image.width <= image.parentElement.clientWidth")
    return shown.get_attribute("src")


def test_chart_and_table_follow_level_body_and_figure(panel):
    stated = ["130,661", "110,000–120,000", "73,941", "10,556", "未说明"]
    shows(panel, "2016–2017 年 · 主动公开政府信息数", 机关=ALL, 所示=stated)
    images = [image(panel)]
    choose(panel, level="县级")
    shows(panel, "2017 年 · 主动公开政府信息数", 机关=["乐陵市", "同江市"], 所示=stated[3:])
    images.append(image(panel))
    expect(part(panel, "bodies").locator("option")).to_have_text(["乐陵市", "同江市"])
    choose(panel, bodies=["乐陵市"])
    shows(panel, "乐陵市 2017 年 · 主动公开政府信息数", 所示=["10,556"])
    images.append(image(panel))
    choose(panel, group="依申请公开", item="申请办结数")
    shows(panel, "乐陵市 2017 年 · 申请办结数", 所示=["8"])
    images.append(image(panel))
    part(panel, "reset").click()
    choose(panel, group="比率", item="每百件申请的行政诉讼")
    shows(panel, "2016–2017 年 · 每百件申请的行政诉讼")
    images.append(image(panel))
    assert len(set(images)) == 5
    assert all(one.startswith("data:image/svg+xml;base64,") for one in images)


def test_a_report_chosen_shows_its_sentence_in_either_language(panel):
    words = part(panel, "sentences")
    choose(panel, report="新乡市 2016")
    expect(words).to_contain_text("2016年,全市共新增主动公开政府信息130661条。")
    part(panel, "language").get_by_role("button", name="English").click()
    shows(panel, "2016–2017 · Government information items proactively disclosed")
    expect(words).to_contain_text("Levels below")
    expect(words).to_contain_text("2016年,全市共新增主动公开政府信息130661条。")
    choose(panel, report="Tongjiang 2017")
    expect(words).to_have_text("This report does not state it, so that there are no sentences.")


def test_what_is_seen_is_exported(panel, lab):
    choose(panel, level="县级")
    part(panel, "export").click()
    expect(part(panel, "message")).to_contain_text("已写入 exports/disclosure_total-")
    files = sorted((lab[1] / "exports").iterdir())
    assert [path.suffix for path in files] == [".csv", ".png", ".svg"]
    starts = [path.read_bytes()[:5] for path in files]
    assert starts == ["机关".encode()[:5], b"\x89PNG\r", b"<?xml"]
    assert [line.split(",")[0] for line in files[0].read_text("utf-8").splitlines()] == [
        "机关", "乐陵市", "同江市",
    ]  # fmt: skip
