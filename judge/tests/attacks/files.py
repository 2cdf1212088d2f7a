"""Files: the secrets, the tests, the machine's configuration, the libraries that the next submission will load."""

from __future__ import annotations

from attacks import attack
from attacks.prelude import call, ctypes, libc, managed, os, sys


@attack()
def read_etc_shadow(host):
    """Read the machine's password hashes and its users."""
    return managed({path: lambda path=path: open(path).read() for path in ("/etc/shadow", "/etc/passwd", "/etc/hosts")})


@attack()
def read_a_secret_of_the_user(host):
    """Read a file that the user of the machine can read."""
    return managed({"secret": lambda: open(host["secret"]).read()})


@attack()
def read_the_tests(host):
    """Read the problem's tests, reference and wrong answers where the judge has them."""
    names = ("tests.py", "solution.py", "item.yaml", "explain.md")
    return managed({name: lambda name=name: open(f"{host['problem']}/{name}").read() for name in names})


@attack()
def look_for_the_tests(host):
    """Look for the problem by relative paths, in the judge's folder and beside it."""
    tries = {}
    for top in (
        ".",
        "..",
        "../..",
        "/judge",
        "/judge/..",
        "/judge/sandbox/..",
        "/",
        "/app",
        "/content",
        "/srv",
        "/opt",
    ):
        for name in ("tests.py", "solution.py", "supervisor.py", "holdout_judge/checker.py"):
            tries[f"{top}/{name}"] = lambda path=f"{top}/{name}": open(path).read()
        for name in ("content", "holdout_judge", "tests", ".git", "problem"):
            tries[f"{top}/{name}"] = lambda path=f"{top}/{name}": os.listdir(path)
    return managed(tries)


@attack()
def list_homes(host):
    """List home folders, and write into what is said to be home."""
    return managed(
        {
            "home": lambda: os.listdir("/home"),
            "mine": lambda: os.listdir(os.path.dirname(host["secret"])),
            "key": lambda: open(os.path.join(host["home"], ".ssh/authorized_keys"), "a"),
            "rc": lambda: open(os.path.join(host["home"], ".bashrc"), "a"),
        }
    )


@attack()
def read_environments(host):
    """Read the environment of this process and of others: keys of providers live there."""
    found = [name for name in os.environ if "HOLDOUT" in name or "KEY" in name or "TOKEN" in name]
    paths = ["/proc/self/environ", "/proc/1/environ", f"/proc/{host['pid']}/environ", "/proc/thread-self/environ"]
    return managed({path: lambda path=path: open(path, "rb").read() for path in paths}) or (
        f"PWNED: {found}" if found else None
    )


@attack()
def read_other_memory(host):
    """Open the memory of this and other processes through /proc."""
    paths = [f"/proc/{pid}/{name}" for pid in ("self", 1, 2, host["pid"]) for name in ("mem", "maps", "cmdline")]
    return managed({path: lambda path=path: open(path, "rb").read(1) for path in paths})


@attack(needs="full")
def reopen_descriptors(host):
    """Reopen what is open through /proc/self/fd and /dev/fd: a pipe's other end, a folder outside."""
    tries = {
        f"{top}{fd}": lambda top=top, fd=fd: os.open(f"{top}{fd}", os.O_RDWR)
        for fd in range(64)
        for top in ("/proc/self/fd/", "/dev/fd/")
    }
    return managed(tries)


@attack()
def use_inherited_descriptors(host):
    """Find a descriptor beyond the null device, the two outputs and the wire."""
    left = []
    for fd in range(4, 4096):
        try:
            left.append((fd, oct(os.fstat(fd).st_mode)))
        except OSError:
            continue
    return f"PWNED: {left}" if left else None


@attack(needs="full")
def look_at_the_kernel(host):
    """List /proc and /sys: processes, kernel settings, mounts."""
    seen = [path for path in ("/proc", "/sys") if os.path.isdir(path) and os.listdir(path)]
    return f"PWNED: {seen}" if seen else None


@attack()
def leave_a_file_for_the_next(host):
    """Leave files that the next submission would find (see `find_a_file_of_the_last`)."""
    for top in ("/tmp", ".", "/dev/shm", "/var/tmp", os.path.expanduser("~")):
        try:
            with open(f"{top}/holdout-planted", "w") as file:
                file.write("planted")
        except OSError:
            continue


@attack()
def find_a_file_of_the_last(host):
    """Find what an earlier submission left in a shared place."""
    tops = ("/tmp", ".", "/dev/shm", "/var/tmp")
    seen = [f"{top}/{name}" for top in tops if os.path.isdir(top) for name in os.listdir(top)]
    return f"PWNED: {seen}" if any("planted" in path for path in seen) else None


@attack()
def read_folders_of_other_children(host):
    """Reach another child's scratch folder through the process list or a shared one."""
    import glob

    seen = glob.glob("/proc/*/root/tmp/*") + glob.glob("/proc/*/cwd/*") + glob.glob("/tmp/*/*")
    return f"PWNED: {seen}" if seen else None


@attack()
def poison_site_packages(host):
    """Write a sitecustomize, a .pth and a shadow module where the next start of Python would load them."""
    names = ("sitecustomize.py", "holdout.pth", "numpy.py", "numpy/poison.py", "numpy/__pycache__/poison.pyc")
    places = [*sys.path, host["site"], host["judge"], "/judge", "/judge/sandbox"]
    return managed({f"{p}/{n}": lambda p=p, n=n: open(f"{p}/{n}", "w") for p in places for n in names})


@attack()
def rewrite_a_library(host):
    """Open for writing, rename, link, or change mode and times of a file of NumPy and of Python.

    All of it to what it is already: where one succeeds, the machine shall not suffer.
    """
    import numpy as np

    tries = {}
    for path in (np.__file__, os.__file__, "/judge/sandbox/child.py", "/etc/ld.so.cache"):
        if os.access(path, os.R_OK):
            seen = os.stat(path)
            tries[f"open {path}"] = lambda path=path: open(path, "r+b")
            tries[f"rename {path}"] = lambda path=path: os.rename(path, path)
            tries[f"link {path}"] = lambda path=path: os.link(path, "/tmp/linked")
            tries[f"mode {path}"] = lambda path=path, seen=seen: os.chmod(path, seen.st_mode & 0o777)
            tries[f"times {path}"] = lambda path=path, seen=seen: os.utime(
                path, ns=(seen.st_atime_ns, seen.st_mtime_ns)
            )
    return managed(tries)


@attack()
def map_a_library_for_writing(host):
    """Change a library's pages in the page cache through a shared mapping."""
    import mmap

    import numpy as np

    with open(np.__file__, "rb") as file:
        return managed(
            {"map": lambda: mmap.mmap(file.fileno(), 4096, mmap.MAP_SHARED, mmap.PROT_READ | mmap.PROT_WRITE)}
        )


@attack()
def lock_a_shared_file(host):
    """Hold a lock on a file of the host's, so that whoever locks it there waits."""
    import fcntl

    import numpy as np

    with open(np.__file__, "rb") as file:
        whole = fcntl.LOCK_SH | fcntl.LOCK_NB
        return managed(
            {
                "flock": lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB),
                "record": lambda: fcntl.lockf(file, whole),
            }
        )


@attack()
def follow_a_symlink_out(host):
    """Make a symbolic link to a secret and read through it."""

    def through():
        os.symlink(host["secret"], "out")
        return open("out").read()

    return managed({"symlink": through, "up": lambda: open("../" * 30 + host["secret"].lstrip("/")).read()})


@attack()
def hard_link_a_secret(host):
    """Make a hard link to a secret in the own folder."""
    return managed(
        {"link": lambda: os.link(host["secret"], "in"), "empty path": lambda: os.link("/dev/null", "/tmp/null")}
    )


@attack()
def open_beneath_a_descriptor(host):
    """Climb out by opening .. from a descriptor of a folder; openat2 as well."""
    top = os.open("/", os.O_RDONLY | os.O_DIRECTORY)
    how = (ctypes.c_uint64 * 3)(0, 0, 0)
    path = b"../../../.." + host["secret"].encode()

    def newer():
        found, error = call(437, top, path, ctypes.byref(how), 24)
        if found < 0:
            raise OSError(error)
        return found

    return managed({"openat": lambda: os.open(path.decode(), os.O_RDONLY, dir_fd=top), "openat2": newer})


@attack()
def open_devices(host):
    """Open memory, disks, terminals and the device of virtual machines; make a device."""
    names = "mem kmem port sda vda vdb nvme0n1 loop0 kvm fuse tty ptmx console kmsg net/tun mapper/control snapshot"
    tries = {name: lambda name=name: os.open(f"/dev/{name}", os.O_RDONLY) for name in names.split()}
    tries["mknod"] = lambda: os.mknod("/tmp/disk", 0o60600, os.makedev(8, 0))
    tries["shm"] = lambda: open("/dev/shm/x", "w")
    return managed(tries)


@attack()
def change_mode_of_a_device(host):
    """Change the mode of the host's null device, which every program there needs (to what it is: one may fail)."""
    fd = os.open("/dev/null", os.O_RDWR)
    tries = {path: lambda path=path: os.chmod(path, 0o666) for path in ("/dev/null", "/dev/urandom")}
    return managed(tries | {"fchmod": lambda: os.fchmod(fd, 0o666), "fchmod 0": lambda: os.fchmod(0, 0o666)})


@attack()
def mount_something(host):
    """Mount, remount larger, bind, unmount, change the root: by the C library."""
    calls = {
        "tmpfs": lambda: libc.mount(b"none", b"/tmp", b"tmpfs", 0, None),
        "remount": lambda: libc.mount(b"none", b"/tmp", None, 32, b"size=4g"),
        "bind": lambda: libc.mount(b"/", b"/tmp", None, 4096, None),
        "proc": lambda: libc.mount(b"proc", b"/proc", b"proc", 0, None),
        "umount": lambda: libc.umount2(b"/proc", 2),
        "chroot": lambda: libc.chroot(b"/tmp"),
        "pivot": lambda: call(155 if os.uname().machine == "x86_64" else 41, b"/tmp", b"/tmp")[0],
    }
    worked = [name for name, run in calls.items() if run() == 0]
    return f"PWNED: {worked}" if worked else None


@attack()
def write_outside(host):
    """Write a marker file wherever a path outside can be named."""
    places = [
        host["marker"],
        "/marker",
        "/usr/lib/marker",
        "/lib/marker",
        "/etc/marker",
        "/dev/marker",
        "/proc/marker",
        "/judge/marker",
    ]
    return managed({path: lambda path=path: open(path, "w").write("x") for path in places})
