"""Runs on a schedule (定时重跑): what changed is done again, one run at a time, and told.

Whether anything changed is decided before anything heavy is imported.
"""

from analysis.rerun.lock import alone
from analysis.rerun.record import Code
from analysis.rerun.running import run
from analysis.rerun.status import status

__all__ = ["Code", "alone", "run", "status"]
