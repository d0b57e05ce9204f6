"""The only place that knows folder names.

The project's root is the folder that holds ``notebooks/`` and ``data/`` above this source file,
so notebooks find the data whatever folder they are run from.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RAW = ROOT / "data" / "raw"
PROCESSED = ROOT / "data" / "processed"
NOTEBOOKS = ROOT / "notebooks"
SITE = ROOT / "site"
DATASET = SITE / "data"
EXPORTS = ROOT / "exports"  # not in the site, which is made anew as a whole
CITATION = ROOT / "CITATION.cff"
CHANGES = ROOT / "CHANGES.md"
ACCURACY = ROOT / "docs" / "accuracy.csv"
QUOTED = (CITATION, CHANGES, ROOT / "docs")
CACHE = ROOT / ".cache"
LOG = CACHE / "run.log"
CODE = Path(__file__).resolve().parent
CODEBOOK = CODE / "codebook"

SOURCES = "sources.csv"
REVIEWED = "reviewed"
TEXTS = "texts"
