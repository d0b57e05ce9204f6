"""Print how the memory of one process grows while it reads the same files again and again.

Usage: python benchmarks/memory.py [folder]; the project's own reports where none is named.
"""

import resource
import sys
from itertools import cycle, islice
from pathlib import Path

from analysis import documents, facts, paths
from analysis.codebook.divisions import divisions
from analysis.documents.reading import READERS

FILES = 400
STEPS = 4


def main() -> None:
    """Read the files of the folder in turn, and print the peak so far at each step."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else paths.RAW
    reports = sorted(path for path in folder.iterdir() if path.suffix in READERS)
    for count, path in enumerate(islice(cycle(reports), FILES), start=1):
        document = documents.read(path, folder)
        facts.extract(document, documents.recognise(document, {}, divisions()))
        if count * STEPS % FILES == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"after {count} files: {peak / 1024:.0f} MiB at most")


if __name__ == "__main__":
    main()
