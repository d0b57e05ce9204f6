"""A real browser, for tests of what people see."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="session")
def browser():
    """Chromium as installed: its download is not part of the packages."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium")
        assert program, "Install Chromium (on Debian: apt-get install chromium)."
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()
