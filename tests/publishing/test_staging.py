"""A site is replaced as a whole, whatever happens, and nothing but a site is replaced."""

import pytest

from analysis.errors import SiteError
from analysis.publishing import staging
from analysis.publishing.staging import replacing


def write(folder, state):
    folder.mkdir(exist_ok=True)
    for name in ("style.css", "index.html"):
        (folder / name).write_text(state, "utf-8")


def state(site):
    """The one state that all files of a site are of."""
    (only,) = {path.read_text("utf-8") for path in site.iterdir()}
    return only


def make(site, state):
    with replacing(site) as (aside, _):
        write(aside, state)


@pytest.fixture
def site(tmp_path):
    make(tmp_path / "site", "old")
    return tmp_path / "site"


@pytest.mark.parametrize("exchange", [True, False])
def test_the_new_site_takes_the_place_of_the_old(site, monkeypatch, exchange):
    if not exchange:
        monkeypatch.delattr(staging.ctypes, "CDLL")
    make(site, "new")
    assert state(site) == "new"
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert site.stat().st_mode & 0o777 == 0o755


def test_the_site_stands_while_another_is_made_and_when_that_ends_early(site):
    with pytest.raises(KeyboardInterrupt), replacing(site) as (aside, earlier):
        assert earlier == [site]
        write(aside, "new")
        assert state(site) == "old"
        raise KeyboardInterrupt
    assert state(site) == "old"
    with replacing(site) as (again, earlier):
        assert earlier == [site, aside]
        write(again, "newer")
    assert state(site) == "newer"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_there_is_a_site_at_any_moment_of_the_exchange(site, monkeypatch):
    """Nothing but the exchange itself moves the site: no moment without one."""
    moved = []
    monkeypatch.setattr(staging.Path, "rename", lambda *names: moved.append(names))
    make(site, "new")
    assert state(site) == "new" and moved == []


def test_a_run_cut_short_between_exchange_and_cleaning_leaves_the_new_site(site, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(staging.shutil, "rmtree", lambda *_, **__: None)
        make(site, "new")
    assert state(site) == "new"
    (before,) = [path for path in site.parent.iterdir() if path != site]
    assert state(before) == "old"
    make(site, "newer")
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_link_to_the_site_stays_one(site, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(site)
    make(link, "new")
    assert link.is_symlink() and state(site) == "new"


def test_a_folder_that_holds_something_else_is_refused(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(SiteError, match="is no site"), replacing(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
