"""What a run rests on and makes (依据), as digests: none is due while they are the same."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from analysis import digests, paths


def inputs() -> dict[str, str]:
    """Return the digest of each thing that a run rests on, by name."""
    return {
        "raw": digests.of_files(paths.RAW),
        "reviewed": digests.of_files(paths.RAW.parent / paths.REVIEWED),
        "code": digests.of_files(paths.CODE),
        "notebooks": digests.of_files(*sorted(paths.NOTEBOOKS.glob("*.ipynb"))),
        "project": digests.of_files(*paths.QUOTED),
        "accepted": _committed(paths.PROCESSED),
    }


def outputs() -> dict[str, str]:
    """Return the digest of each thing that a run makes; of the site the files, not their bytes."""
    return {"tables": digests.of_files(paths.PROCESSED), "site": _listing(paths.SITE)}


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Name what is another now.

    Examples
    --------
    >>> changed({"raw": "a", "code": "b"}, {"raw": "a", "code": "c", "site": "d"})
    ['code', 'site']
    """
    return [name for name, digest in after.items() if before.get(name) != digest]


def _committed(folder: Path) -> str:
    """Return what git calls the committed state of a folder, empty where it has none."""
    command = ["git", "-C", str(folder), "rev-parse", "--verify", "--quiet", "HEAD:./"]
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    except FileNotFoundError:
        return ""


def _listing(folder: Path) -> str:
    found = [(path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file()]
    lines = (f"{path.relative_to(folder)} {at.st_size} {at.st_mtime_ns}" for path, at in found)
    return digests.of(*(line.encode() for line in lines))
