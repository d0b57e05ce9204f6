"""Write environment.yml from requirements.lock, so that conda users get the same packages.

conda gives Python and pip; every package stands under ``pip:`` at the locked version, with the
condition (operating system, Python version) under which it is needed.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
# Written by `make lock` from requirements.lock; edit pyproject.toml instead.
name: analysis
channels:
  - conda-forge
dependencies:
  - python=3.11
  - pip
  - pip:
"""


def locked(lock: str) -> list[str]:
    r"""Return the requirement lines of a lock, without their hashes.

    Examples
    --------
    >>> locked("a==1 \\\n    --hash=sha256:00\nb==2 ; os_name == 'nt' \\\n    --hash=sha256:11\n")
    ['a==1', "b==2 ; os_name == 'nt'"]
    """
    return re.findall(r"^([^\s#].*?==.*?) \\$", lock, flags=re.MULTILINE)


def environment(lock: str) -> str:
    """Return the text of environment.yml for the text of a lock."""
    packages = [*locked(lock), "-e ."]
    return HEAD + "".join(f'    - "{package}"\n' for package in packages)


if __name__ == "__main__":
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (ROOT / "environment.yml").write_text(environment(lock), encoding="utf-8")
