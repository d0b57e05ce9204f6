"""What cells of a form may hold, and how alike labels have to be (单元格)."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from analysis.codebook.loading import load
from analysis.codebook.references import IndicatorId


class Cells(BaseModel):
    """The file ``cells.yaml``; its comments explain each key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    signs: dict[str, list[str]]
    changes: dict[str, int]
    signed: list[str]
    money: dict[str, int]
    printed: dict[IndicatorId, str]
    telling: str
    alike: float
    ahead: float


@cache
def cells() -> Cells:
    """Return what is known of cells.

    Examples
    --------
    >>> cells().signs["not_applicable"][0]
    '不适用'
    """
    return load("cells", Cells)
