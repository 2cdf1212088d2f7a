"""Starts a zygote at a tier of isolation: full (bubblewrap), reduced (no namespaces) or none (spawned processes)."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

from sandbox import channel
from sandbox.outcome import SandboxLost

TIERS = ("full", "reduced", "none")
# NumPy imports its parts when first used; each child would pay again for what the zygote left out.
_NUMPY = ["numpy", "numpy.random", "numpy.linalg", "numpy.fft", "numpy.ma", "numpy.polynomial", "numpy.typing"]
_NUMPY += ["numpy.lib.stride_tricks"]
_SCIPY = ["scipy.stats", "scipy.sparse", "scipy.optimize", "scipy.spatial"]
_SKLEARN = ["sklearn.base", "sklearn.cluster", "sklearn.ensemble", "sklearn.linear_model", "sklearn.metrics"]
_SKLEARN += [
    "sklearn.model_selection",
    "sklearn.neighbors",
    "sklearn.pipeline",
    "sklearn.preprocessing",
    "sklearn.tree",
]
LIBRARIES = {
    "numpy": _NUMPY,
    "sklearn": [*_NUMPY, "scipy", *_SCIPY, "sklearn", *_SKLEARN],
    "torch": [*_NUMPY, "torch", "torch._dynamo"],
}
_NEEDED = {"numpy": {"numpy"}, "sklearn": {"sklearn"}, "torch": {"torch"}}
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "LANG": "C.UTF-8",
    "HOME": "/tmp",
    "TMPDIR": "/tmp",
    "PATH": "/nonexistent",
    "MALLOC_ARENA_MAX": "2",  # an arena a thread would eat the address space that is limited
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "JOBLIB_MULTIPROCESSING": "0",
    "LOKY_MAX_CPU_COUNT": "1",
    "TORCHINDUCTOR_CACHE_DIR": "/tmp",  # else PyTorch looks for a folder to write to while it is imported
    "TORCH_COMPILE_DISABLE": "1",  # it would start a compiler, which children cannot; so torch.compile changes nothing
}
_START = "import sys; sys.path[:] = sys.argv[2].split(':'); from sandbox.zygote import main; main()"
_START_TIMEOUT_S = 60
_JUDGE = Path(__file__).resolve().parents[1]
# PyTorch seeds its generator from this file while it is imported. A child no longer sees it: see `jail.Nursery`.
_DEVICES = {"torch": ["/dev/urandom"]}


class Zygote(NamedTuple):
    """A running zygote: its process (bubblewrap's, in tier full) and the socket that controls it."""

    process: subprocess.Popen[bytes]
    control: socket.socket
    python: str
    libraries: list[str]

    def session(self) -> socket.socket:
        """A connection for one checker; closing it ends all children asked for through it."""
        here, there = socket.socketpair()
        try:
            channel.send(self.control, {"op": "session"}, (there.fileno(),))
        except OSError as error:
            here.close()
            raise SandboxLost("the zygote is gone") from error
        finally:
            there.close()
        return here

    def stop(self) -> None:
        """Ends the zygote and all its children."""
        self.control.close()
        self.process.kill()
        self.process.wait()


def start(tier: str, library_tier: str) -> Zygote:
    """Starts a zygote; raises OSError when the machine does not offer the tier or lacks the libraries."""
    here, there = socket.socketpair()
    with there:
        os.set_inheritable(there.fileno(), True)
        config = f'{{"control": {there.fileno()}, "tier": "{tier}", "libraries": {_json(LIBRARIES[library_tier])}}}'
        command = _in_bubblewrap(config, _DEVICES.get(library_tier, [])) if tier == "full" else _bare(config)
        environment = None if tier == "full" else {**ENVIRONMENT, "TMPDIR": os.environ.get("TMPDIR", "/tmp")}
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, pass_fds=[there.fileno()], env=environment
        )
    here.settimeout(_START_TIMEOUT_S)
    try:
        ready, _ = channel.receive(here)
    except (EOFError, OSError) as error:
        here.close()
        process.kill()
        process.wait()
        raise OSError(f"the {tier} sandbox does not start") from error
    here.settimeout(None)
    zygote = Zygote(process, here, ready["python"], ready["libraries"])
    if not _NEEDED[library_tier] <= set(zygote.libraries):
        zygote.stop()
        raise OSError(f"{library_tier} is not installed")
    return zygote


def installed() -> list[str]:
    """Library tiers whose packages can be imported here."""
    import importlib.util

    return ["python", *(tier for tier, names in _NEEDED.items() if all(importlib.util.find_spec(n) for n in names))]


def _json(names: list[str]) -> str:
    import json

    return json.dumps(names)


def _packages() -> list[str]:
    return list(dict.fromkeys([sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]))


def _standard_library() -> list[str]:
    dynamic = str(Path(sysconfig.get_path("platstdlib", vars=_base())) / "lib-dynload")
    return list(dict.fromkeys([sysconfig.get_path("stdlib", vars=_base()), dynamic]))


def _base() -> dict[str, str]:
    return {"base": sys.base_prefix, "platbase": sys.base_exec_prefix, "installed_base": sys.base_prefix,
            "installed_platbase": sys.base_exec_prefix}  # fmt: skip


def _interpreter() -> str:
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def _bare(config: str) -> list[str]:
    path = [str(_JUDGE), *_standard_library(), *_packages()]
    return [_interpreter(), "-S", "-s", "-B", "-c", _START, config, ":".join(path)]


def _in_bubblewrap(config: str, devices: list[str]) -> list[str]:
    """The command that starts the zygote seeing only Python, its packages and this folder, all of it read-only."""
    program = shutil.which("bwrap")
    if program is None:
        raise OSError("bubblewrap is not installed")
    packages = {path: f"/packages/{n}" for n, path in enumerate(_packages())}
    arguments = [
        program, "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534", "--hostname", "judge",
        "--die-with-parent", "--new-session", "--as-pid-1", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP",
        "--clearenv",
    ]  # fmt: skip
    for name, value in ENVIRONMENT.items():
        arguments += ["--setenv", name, value]
    for path in _system_paths():
        arguments += ["--symlink", os.readlink(path), path] if os.path.islink(path) else ["--ro-bind", path, path]
    for path, seen in {**packages, str(_JUDGE / "sandbox"): "/judge/sandbox"}.items():
        arguments += ["--ro-bind", path, seen]
    for path in devices:
        arguments += ["--dev-bind", path, path]
    arguments += ["--proc", "/proc", "--dir", "/tmp", "--chdir", "/tmp", "--remount-ro", "/"]
    path = ["/judge", *_standard_library(), *packages.values()]
    return [*arguments, "--", _interpreter(), "-S", "-s", "-B", "-c", _START, config, ":".join(path)]


def _system_paths() -> list[str]:
    """What the interpreter needs of the system, shortest first: the loader, shared libraries, the standard library."""
    python = Path(sys.base_prefix) / "lib" if sys.base_prefix not in ("/usr", "/usr/local") else None
    libraries = sysconfig.get_config_var("LIBDIR") or ""
    wanted = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store", "/etc/ld.so.cache", _interpreter()]
    wanted += [str(python)] if python else _standard_library()
    wanted += [str(p) for p in Path(libraries).glob("libpython*.so*") if Path(libraries).is_dir()]
    wanted = sorted({p for p in wanted if os.path.lexists(p)}, key=len)
    kept: list[str] = []
    for path in wanted:
        if not any(path.startswith(f"{outer}/") and not os.path.islink(outer) for outer in kept):
            kept.append(path)
    return kept
