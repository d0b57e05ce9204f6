"""What the last run was made of and how it ended (运行记录), kept in the cache and nowhere else."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import IntEnum

from analysis import paths


class Code(IntEnum):
    """How a run ends: the highest that applies is its exit status."""

    FINE = 0
    ERROR = 1
    UNREAD = 3
    FAILED = 4
    MOVED = 5
    BUSY = 6


MEANING = {
    Code.FINE: "nothing wrong",
    Code.ERROR: "stopped by an error",
    Code.UNREAD: "some files were not read",
    Code.FAILED: "some pages failed",
    Code.MOVED: "settled figures changed",
}


@dataclass(frozen=True)
class Record:
    """One run.

    Attributes
    ----------
    began, ended : str
        Times with their zone.
    code : Code
        Its exit status.
    told : list of pairs of int and str
        What it said, each line with the status that it is a reason for.
    grounds : dict of str to str
        Digests of what it rested on and of what it made, by name.
    """

    began: str
    ended: str = ""
    code: Code = Code.ERROR
    told: list[tuple[int, str]] = field(default_factory=list)
    grounds: dict[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> list[str]:
        """What it said."""
        return [line for _, line in self.told]

    @property
    def reasons(self) -> list[tuple[int, str]]:
        """What is wrong: the lines that its status rests on."""
        return [(code, line) for code, line in self.told if code]

    def over(self, told: Iterable[tuple[int, str]], grounds: dict[str, str]) -> "Record":
        """Return the record of the run as it ends now."""
        lines = list(told)
        code = Code(max((code for code, _ in lines), default=Code.FINE))
        return replace(self, ended=now(), code=code, told=lines, grounds=grounds)

    def again(self) -> "Record":
        """Return the record as a run tells it that finds nothing changed."""
        nothing = f"Nothing changed since {self.ended}."
        return replace(self, told=[(Code.FINE, nothing), *self.reasons])


def read() -> Record | None:
    """Return the last run that came to its end, None where there is none."""
    try:
        content = json.loads(_place().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Record(**content | {"code": Code(content["code"])})


def write(record: Record) -> None:
    """Keep `record` as the last run."""
    aside = _place().with_suffix(".aside")
    aside.write_text(json.dumps(asdict(record), ensure_ascii=False, indent=1), encoding="utf-8")
    aside.replace(_place())


def now() -> str:
    """Return the time with its zone, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _place():
    return paths.CACHE / "run.json"
