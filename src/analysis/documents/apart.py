"""Work in a process of its own, for a library that may end its process on damaged bytes."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from analysis.errors import UnreadableError

Result = TypeVar("Result")


def apart(work: Callable[[bytes], Result], content: bytes, damaged: UnreadableError) -> Result:
    """Return what a function of a module makes of some bytes.

    Parameters
    ----------
    work : callable
        Importable by its name.
    content : bytes
    damaged : UnreadableError
        What to raise when the process ends without an answer.
    """
    # Spawned, since a fork of a process with threads may hang.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(work, content).result()
        except BrokenProcessPool as error:
            raise damaged from error
