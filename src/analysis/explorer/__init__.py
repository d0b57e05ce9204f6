"""Look at one figure or rate of any bodies and years (浏览): chart, table, sentences, files."""

from analysis.explorer.choices import Choice, first
from analysis.explorer.panel import Explorer
from analysis.explorer.views import View, read, view

__all__ = ["Choice", "Explorer", "View", "first", "read", "view"]
