"""Processed tables: records become data frames, data frames become CSV, and back.

Columns, types and keys are those of ``codebook/dictionary.yaml``; a table that breaks them is
refused before anything is written. Data frames begin here.
"""

from analysis.tables.frames import coded, described, frame, reports_only, rows
from analysis.tables.reading import checked, read, texts
from analysis.tables.schema import check
from analysis.tables.writing import place, plain, to_csv, write

__all__ = [
    "check",
    "checked",
    "coded",
    "described",
    "frame",
    "place",
    "plain",
    "read",
    "reports_only",
    "rows",
    "texts",
    "to_csv",
    "write",
]
