"""Processes: make one, outlive the verdict, signal or read others."""

from __future__ import annotations

from attacks import attack, refused
from attacks.prelude import call, ctypes, libc, machine_code, managed, os, time


@attack()
def fork_with_the_standard_library(host):
    """Fork by os.fork and forkpty; the child stays, so that a survivor is seen from outside."""

    def forked(fork):
        pid = fork()
        if (pid if isinstance(pid, int) else pid[0]) == 0:
            time.sleep(60)
        return pid

    import pty

    return managed(
        {"fork": lambda: forked(os.fork), "forkpty": lambda: forked(os.forkpty), "pty": lambda: forked(pty.fork)}
    )


@attack()
def fork_with_system_calls(host):
    """Fork by raw fork, vfork and clone without the thread flag, also with rubbish in the numbers' upper halves."""
    tries = {
        "clone": (56, 17, 0, 0, 0, 0),
        "vm": (56, 0x4100, 0, 0, 0, 0),
        "vfork": (58,),
        "fork": (57,),
        "high": (57 | 1 << 32,),
    }
    if os.uname().machine != "x86_64":
        tries = {"clone": (220, 17, 0, 0, 0, 0)}
    worked = []
    for name, words in tries.items():
        found, _ = call(*words)
        if found == 0:
            os._exit(0)
        if found > 0:
            worked.append(name)
    return f"PWNED: {worked}" if worked else None


@attack()
def clone3_a_process(host):
    """Clone a process, and one in new namespaces, by clone3, whose arguments a filter cannot see."""
    worked = []
    for flags in (0, 0x10000000, 0x7C020000):
        words = (ctypes.c_uint64 * 11)(flags, 0, 0, 0, 17, *[0] * 6)
        found, _ = call(435, ctypes.byref(words), ctypes.sizeof(words))
        if found == 0:
            os._exit(0)
        if found > 0:
            worked.append(hex(flags))
    return f"PWNED: {worked}" if worked else None


@attack()
def start_a_program(host):
    """Start a program: os.system, popen, subprocess, posix_spawn."""
    import subprocess

    shell = f"touch {host['marker']}"

    def system():
        if os.system(shell) in (-1, 127 << 8):
            raise OSError
        return "ran"

    return managed(
        {
            "spawn": lambda: os.posix_spawn("/bin/sh", ["sh", "-c", shell], {}),
            "popen": lambda: subprocess.Popen(["/usr/bin/env", "touch", host["marker"]]).pid,
            "run": lambda: subprocess.run(shell, shell=True, check=True),
            "os.popen": lambda: os.popen("echo ran").read(),
            "system": system,
        }
    )


@attack()
def become_another_program(host):
    """Replace the process by another program: execve of the interpreter, of the loader, by a descriptor."""
    import sys

    env = {"HOLDOUT": "x"}
    tries = {
        path: lambda path=path: os.execve(path, [path, "-c", "import os; os.fork()"], env)
        for path in (sys.executable, "/proc/self/exe", "/lib64/ld-linux-x86-64.so.2", "/bin/sh")
    }

    def by_descriptor():
        fd = os.open(os.__file__, os.O_RDONLY)
        return os.execve(fd, ["x"], env)

    return managed(tries | {"fexecve": by_descriptor})


@attack()
def use_multiprocessing(host):
    """Start workers through multiprocessing and a process pool."""
    import multiprocessing as mp
    from concurrent.futures import ProcessPoolExecutor

    def pool():
        with ProcessPoolExecutor(1) as workers:
            return workers.submit(os.getpid).result(0.5)

    def process(method):
        worker = mp.get_context(method).Process(target=time.sleep, args=(60,))
        worker.start()
        return worker.pid

    return managed({"pool": pool, **{m: lambda m=m: process(m) for m in ("fork", "spawn", "forkserver")}})


@attack()
def daemonise(host):
    """Fork twice and leave the session: the classical way to outlive whoever started one."""

    def daemon():
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(60)
            os._exit(0)
        return "daemon"

    return managed({"daemon": daemon, "setsid": os.setsid, "setpgid": lambda: os.setpgid(0, 0)})


@attack()
def work_on_after_the_answer(host):
    """Leave threads that work on after the answer, and whatever happens to the process."""
    import threading

    def work():
        while True:
            try:
                open(host["marker"], "w").close()
            except OSError:
                time.sleep(0.001)

    for daemon in (True, False):
        threading.Thread(target=work, daemon=daemon).start()


@attack()
def kill_everything(host):
    """Signal every process, the parent, the group, the zygote and the supervisor by number."""
    pids = [-1, 0, os.getppid(), 2, 3, 4, 5, host["pid"], host["pid"] + 1, -host["pid"], *range(10, 60)]
    return managed({str(pid): lambda pid=pid: os.kill(pid, 0) for pid in pids if pid != os.getpid()})


@attack()
def kill_by_other_calls(host):
    """Signal others by tkill, tgkill, rt_sigqueueinfo, pidfd_send_signal and a descriptor's owner."""
    import fcntl

    info = ctypes.create_string_buffer(128)
    x86 = os.uname().machine == "x86_64"
    numbers = {"tkill": 200, "tgkill": 234, "queue": 129} if x86 else {"tkill": 130, "tgkill": 131, "queue": 138}
    worked = []
    for pid in (2, 3, host["pid"], os.getppid()):
        worked += [f"tkill {pid}"] * (call(numbers["tkill"], pid, 9)[0] == 0)
        worked += [f"tgkill {pid}"] * (call(numbers["tgkill"], pid, pid, 9)[0] == 0)
        worked += [f"queue {pid}"] * (call(numbers["queue"], pid, 9, info)[0] == 0)
        worked += [f"pidfd {pid}"] * (call(434, pid, 0)[0] >= 0)
    here, _ = os.pipe()
    tries = {"owner": lambda: fcntl.fcntl(here, 8, host["pid"]), "owner_ex": lambda: fcntl.fcntl(here, 15, b"\0" * 8)}
    return f"PWNED: {worked}" if worked else managed(tries)


@attack()
def signal_itself(host):
    """Send itself every signal: what serves the wire must not be left half alive, nor answer for a corpse."""
    import signal

    for number in range(1, 32):
        if number not in (signal.SIGSTOP, signal.SIGTSTP, signal.SIGKILL):
            signal.signal(number, signal.SIG_IGN)
    for number in range(1, 32):
        os.kill(os.getpid(), number)


@attack("time-limit")
def stop_itself(host):
    """Stop itself, so that it neither answers nor ends."""
    import signal

    os.kill(os.getpid(), signal.SIGSTOP)
    time.sleep(60)


@attack()
def outlive_the_parent(host):
    """Cancel the signal that comes at the parent's death and refuse to be dumpable."""
    names = {
        "pdeathsig": (1, 0),
        "subreaper": (36, 1),
        "ptracer": (0x59616D61, -1),
        "dumpable": (4, 1),
        "keepcaps": (8, 1),
    }
    worked = [name for name, words in names.items() if libc.prctl(*words, 0, 0, 0) == 0]
    return f"PWNED: {worked}" if worked else None


@attack()
def trace_a_process(host):
    """Trace the parent, ask to be traced, read and write another's memory."""
    x86 = os.uname().machine == "x86_64"
    trace, read, write = (101, 310, 311) if x86 else (117, 270, 271)
    vector = (ctypes.c_uint64 * 2)(0, 8)
    worked = [f"traceme {trace}"] * (call(trace, 0, 0, 0, 0)[0] == 0)
    for pid in (os.getppid(), host["pid"], 1, 2):
        worked += [f"attach {pid}"] * (call(trace, 16, pid, 0, 0)[0] == 0)
        worked += [f"seize {pid}"] * (call(trace, 0x4206, pid, 0, 0)[0] == 0)
        for number in (read, write):
            worked += [f"vm {pid}"] * (call(number, pid, vector, 1, vector, 1, 0)[0] >= 0)
    return f"PWNED: {worked}" if worked else None


@attack()
def steal_a_descriptor(host):
    """Take a descriptor out of another process: by its pid, and by the pidfd of the wire's other end."""
    import socket

    wire = socket.socket(fileno=os.dup(3))
    worked = []
    for pid in (1, 2, host["pid"]):
        worked += [f"pidfd_open {pid}"] * (call(434, pid, 0)[0] >= 0)
    try:
        peer = wire.getsockopt(socket.SOL_SOCKET, 77)  # SO_PEERPIDFD
    except OSError:
        peer = -1
    if peer > 2:
        worked += ["getfd"] * (call(438, peer, 0, 0)[0] >= 0)
        worked += ["signal"] * (call(424, peer, 0, 0, 0)[0] >= 0)
        worked += ["setns"] * (call(308, peer, 0x20000)[0] >= 0)
        worked += ["madvise"] * (call(440, peer, 0, 0, 0, 0)[0] >= 0)
    return f"PWNED: {worked}" if worked else None


@attack()
def raise_priority(host):
    """Take a real-time class, a better nice value, other cores."""
    tries = {
        "fifo": lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(50)),
        "nice": lambda: os.setpriority(os.PRIO_PROCESS, 0, -20),
        "others": lambda: os.setpriority(os.PRIO_USER, 0, 19),
        "cores": lambda: os.sched_setaffinity(0, range(os.cpu_count() or 1)),
        "parent": lambda: os.sched_setaffinity(os.getppid() or 2, {0}),
    }
    return managed(tries)


@attack()
def raise_limits(host):
    """Raise each limit that holds this process, and lower one of another's."""
    import resource

    tries = {}
    for name in ("AS", "DATA", "NOFILE", "FSIZE", "CPU", "CORE"):
        which = getattr(resource, f"RLIMIT_{name}")
        soft, hard = resource.getrlimit(which)
        tries[name] = lambda which=which, hard=hard: resource.setrlimit(which, (hard + 1, hard + 1))
        tries[f"{name} of another"] = lambda which=which: resource.prlimit(host["pid"], which, (1, 1))
        if hard == resource.RLIM_INFINITY:
            return f"PWNED: {name} is unlimited"
    return managed(tries)


@attack(limits={"testTimeMs": 600})
def bomb_of_threads(host):
    """Start threads with the smallest stacks for as long as it goes."""
    import threading

    threading.stack_size(32768)
    made = 0
    try:
        while made < 1500:
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
            made += 1
    except (RuntimeError, MemoryError):
        pass
    return f"PWNED: {made} threads" if made > 1000 else None


@attack(limits={"testTimeMs": 600})
def bomb_of_stackless_threads(host):
    """Clone thousands of threads that share one stack, so that no limit on memory stops them."""
    if os.uname().machine != "x86_64":
        return None
    start = "4154 4155 4989fc 4989f5 b838000000 bf000f0500 4c89ee 31d2 4d31d2 4d31c0 0f05"
    rest = "85c0 740f 7805 49ffcc 75de 4c89e0 415d 415c c3 b822000000 0f05 ebf7"
    left = machine_code(bytes.fromhex(start + rest), 12_000, lambda page: page + 60000)
    return f"PWNED: {12_000 - left} threads" if 12_000 - left > 6000 else None


refused("setsid_raw", "Leave the session by number.", (112, 157), "")
refused("execveat", "Run a program named by a descriptor.", (322, 281), '-100, b"/bin/sh", 0, 0, 0')
refused("kcmp", "Compare kernel objects with another process.", (312, 272), "1, 2, 0, 0, 0")
refused("ioprio_set", "Take the best class of disk access.", (251, 30), "1, 0, 0x2000")
refused("sched_setattr", "Take a deadline class.", (314, 274), '0, b"\\0" * 48, 0')
refused("process_madvise", "Advise on another's memory.", (440, 440), "1, 0, 0, 0, 0")
refused("timer_create", "Make a timer that signals another's thread.", (222, 107), '0, b"\\0" * 64, b"\\0" * 8')
