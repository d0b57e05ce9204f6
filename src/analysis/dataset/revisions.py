"""The data as they were in a revision of git."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from analysis.errors import TableError


@contextmanager
def earlier(folder: Path, since: str) -> Iterator[Path]:
    """Give a folder with what `folder` held in revision `since`, for as long as it is needed.

    Raises
    ------
    TableError
        Without git, outside a repository, or where the revision or the folder in it does not exist.
    """
    commit = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{since}^{{commit}}")
    archive = _git(folder, "archive", "--format=tar", commit.decode().strip())
    with TemporaryDirectory() as aside:
        with tarfile.open(fileobj=io.BytesIO(archive)) as held:
            held.extractall(aside, filter="data")
        yield Path(aside)


def _git(folder: Path, *command: str) -> bytes:
    if not folder.is_dir():
        raise TableError(f"There is no folder {folder}. Run `python -m analysis build` first.")
    try:
        done = subprocess.run(["git", "-C", str(folder), *command], capture_output=True, check=True)
    except FileNotFoundError:
        raise TableError("git is not installed: the data have no earlier state here.") from None
    except subprocess.CalledProcessError as error:
        why = error.stderr.decode("utf-8", "replace").strip()
        raise TableError(
            f"git has no earlier state of {folder}: {why}. Name one that it has with --since."
        ) from None
    return done.stdout
