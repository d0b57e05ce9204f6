"""Digests of files and words: what is done again when they change, and only then (摘要)."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

BYTECODE = "__pycache__"


def of(*parts: bytes) -> str:
    """Return one digest of several parts.

    Examples
    --------
    >>> of(b"12", b"3") == of(b"1", b"23")
    False
    """
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def of_files(*roots: Path) -> str:
    """Return one digest of files, or of all that stand below folders, by their names and bytes.

    What Python compiles is left out; so is what does not exist.
    """
    return of(*(part for root in roots for part in _named(root, _files(root))))


def _files(root: Path) -> Iterable[Path]:
    if not root.is_dir():
        return [root] if root.exists() else []
    found = sorted(root.rglob("*"))
    return [path for path in found if path.is_file() and BYTECODE not in path.parts]


def _named(root: Path, files: Iterable[Path]) -> Iterator[bytes]:
    for path in files:
        yield path.relative_to(root.parent).as_posix().encode()
        yield path.read_bytes()
