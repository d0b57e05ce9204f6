"""Kernels (内核) are forked from a process that has imported what notebooks import.

Importing takes as long as all the rest of a page. A forked kernel is a process of its own all the
same: nothing that one notebook does reaches another. Run as a script, this is the process that
forks, which therefore imports nothing of its own package.
"""

import gc
import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from select import select

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner

INLINE = "module://matplotlib_inline.backend_inline"
FIRST = (
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
)


# Who asks for kernels -----------------------------------------------------------------------------


class Forking(AsyncKernelManager):
    """A manager of jupyter_client for a kernel that is forked and otherwise as one started."""

    def __init__(self, **given):
        super().__init__(**given)
        self.provisioner = _Provisioner(kernel_spec=self.kernel_spec, parent=self)


# On macOS a process may not fork once it has used the system's own libraries, as NumPy does.
KERNELS = Forking if sys.platform == "linux" else AsyncKernelManager


class _Provisioner(LocalProvisioner):
    async def launch_kernel(self, cmd: list[str], **given) -> dict:
        """Fork a kernel where it would be started, with the same arguments and environment."""
        arguments = cmd[cmd.index("-f") :]  # from the connection file on
        self.process = Forked(arguments, given.get("cwd") or str(Path.cwd()), given["env"])
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class Forked:
    """A kernel's process, as `subprocess.Popen` would show it.

    It holds one end of a line and this object the other: the line ends with the kernel's work.

    Parameters
    ----------
    arguments : list of str
        For ipykernel.
    folder : str
        Where it runs.
    environment : dict of str to str
        All of it.

    Raises
    ------
    RuntimeError
        When there is no process.
    """

    stdin = stdout = stderr = None

    def __init__(self, arguments: list[str], folder: str, environment: dict[str, str]):
        self._line, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(_forker(), [b"."], [theirs.fileno()])
        with self._line.makefile("rw") as words:
            print(json.dumps([arguments, folder, environment]), file=words, flush=True)
            answer = words.readline()
        if not answer:
            raise RuntimeError("No kernel was forked. What stands on standard error says why.")
        self.pid = int(answer)

    def poll(self) -> int | None:
        """Return None while it works; with what it ended is not known."""
        return 1 if select([self._line], [], [], 0)[0] else None

    def wait(self) -> int:
        """Wait for the end of its work."""
        self._line.recv(1)
        self._line.close()
        return 1

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still is there."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


def _forker() -> socket.socket:
    """Return the line to the process that forks, another one where the last has died."""
    line, process = _started()
    if process.poll() is not None:
        _started.cache_clear()
        line, _ = _started()
    return line


@cache
def _started() -> tuple[socket.socket, subprocess.Popen]:
    """Start a process that forks: it ends with this one, and an interrupt here is not for it."""
    line, theirs = socket.socketpair()
    options = ("-P", "-Xfrozen_modules=off")  # debugpy asks for the latter
    with theirs:
        process = subprocess.Popen(
            [sys.executable, *options, __file__, str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
    return line, process


# What forks them ----------------------------------------------------------------------------------


def serve(asked: socket.socket) -> None:
    """Fork a kernel for every line that comes, until whoever sends them has ended."""
    _imports()
    gc.freeze()  # else a kernel's first collection copies whatever was imported
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that none stays as a zombie
    while lines := socket.recv_fds(asked, 1, 1)[1]:
        if os.fork() == 0:
            asked.close()
            return _kernel(socket.socket(fileno=lines[0]))
        os.close(lines[0])


def _imports() -> None:
    """Import what notebooks do, as a kernel would. What cannot be imported fails in a notebook."""
    os.environ["MPLBACKEND"] = os.environ.get("MPLBACKEND") or INLINE
    import analysis.figures

    ours = [one.name for one in iter_modules(analysis.figures.__path__, "analysis.figures.")]
    for name in (*FIRST, *ours):
        with suppress(Exception):
            import_module(name)
    import_module("pandas").set_option("display.max_columns", 20)  # its own, but in a terminal


def _kernel(line: socket.socket) -> None:
    """Be a kernel, until the process that it was forked from ends, or before."""
    from ipykernel.kernelapp import IPKernelApp

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    forker = os.getppid()
    os.setsid()
    line.set_inheritable(False)  # what it starts or forks may outlast it
    os.register_at_fork(after_in_child=line.close)
    with line.makefile("rw") as words:
        arguments, folder, environment = json.loads(words.readline())
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        print(os.getpid(), file=words)
    with line:  # nobody need wait for the second that its sockets linger
        IPKernelApp.launch_instance(arguments, parent_handle=forker)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
