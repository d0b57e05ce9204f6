"""The published data set: in the formats that scholars use, and what changed in it."""

from analysis.dataset.difference import compare, load, told
from analysis.dataset.revisions import earlier
from analysis.dataset.writing import release

__all__ = ["compare", "earlier", "load", "release", "told"]
