"""The kernel's surface: calls that make namespaces, load code, reach other subsystems, or loosen the jail itself."""

from __future__ import annotations

from attacks import attack, refused
from attacks.prelude import call, ctypes, libc, machine_code, managed, os

_BUFFER = 'b"\\0" * 4096'

refused("io_uring_setup", "Do everything through a ring that a filter does not see.", (425, 425), f"8, {_BUFFER}")
refused("io_uring_enter", "Enter a ring.", (426, 426), "3, 1, 1, 0, 0, 0")
refused("io_uring_register", "Register with a ring.", (427, 427), "3, 0, 0, 0")
refused("bpf", "Load a program into the kernel.", (321, 280), f"5, {_BUFFER}, 128")
refused("userfaultfd", "Stop the kernel in the middle of a copy.", (323, 282), "1")
refused("perf_event_open", "Count and sample the machine.", (298, 241), f"{_BUFFER}, 0, -1, -1, 0")
refused("keyctl", "Join a session's key ring.", (250, 219), "1, 0, 0, 0, 0")
refused("add_key", "Add a key, whose memory is the kernel's.", (248, 217), 'b"user", b"a", b"b", 1, -2')
refused("request_key", "Make the kernel start a helper program.", (249, 218), 'b"user", b"a", b"b", -2')
refused("personality", "Switch off the randomisation of addresses.", (135, 92), "0x0040000")
refused("modify_ldt", "Change the table of segments.", (154, None), f"1, {_BUFFER}, 16")
refused("arch_prctl_cpuid", "Make cpuid fault.", (158, None), "0x1012, 0")
refused("kexec_load", "Load another kernel.", (246, 104), "0, 0, 0, 0")
refused("kexec_file_load", "Load another kernel from a file.", (320, 294), "0, -1, 0, 0, 0")
refused("init_module", "Load a module from memory.", (175, 105), f'{_BUFFER}, 4096, b""')
refused("finit_module", "Load a module from a file.", (313, 273), '0, b"", 0')
refused("delete_module", "Unload a module.", (176, 106), 'b"loop", 0')
refused("iopl", "Take the ports.", (172, None), "3")
refused("ioperm", "Take some ports.", (173, None), "0x80, 1, 1")
refused("reboot", "Restart the machine.", (169, 142), "0xfee1dead, 672274793, 0, 0")
refused("settimeofday", "Set the clock.", (164, 170), f"{_BUFFER}, 0")
refused("clock_settime", "Set the clock to the nanosecond.", (227, 112), f"0, {_BUFFER}")
refused("adjtimex", "Slow the clock down.", (159, 171), _BUFFER)
refused("sethostname", "Rename the machine.", (170, 161), 'b"pwned", 5')
refused("swapon", "Swap to a file.", (167, 224), 'b"/tmp/x", 0')
refused("acct", "Write accounting to a file.", (163, 89), 'b"/tmp/x"')
refused("syslog", "Read the kernel's log.", (103, 116), f"3, {_BUFFER}, 4096")
refused("quotactl", "Change quotas.", (179, 60), f'0x800002, b"/dev/vda", 0, {_BUFFER}')
refused("vhangup", "Hang up the terminal.", (153, 58), "")
refused("move_pages", "Move another's pages.", (279, 239), "1, 0, 0, 0, 0, 0")
refused("splice", "Splice pipes, which broke the page cache once.", (275, 76), "0, 0, 1, 0, 1, 0")
refused("vmsplice", "Give pages to a pipe.", (278, 75), f"1, {_BUFFER}, 0, 0")
refused("msgget", "Make a message queue that outlives the process.", (68, 186), "0, 0o1600")
refused("semget", "Make semaphores that outlive the process.", (64, 190), "0, 1, 0o1600")
refused("shmget", "Make shared memory that outlives the process.", (29, 194), "0, 1 << 20, 0o1600")
refused("mq_open", "Make a queue with a name.", (240, 180), 'b"q", 0o102, 0o600, 0')
refused("fanotify_init", "Watch every file of the machine.", (300, 262), "0, 0")
refused("inotify_init", "Watch files.", (294, 26), "0")
refused("name_to_handle", "Name a file by its handle.", (303, 264), f'-100, b"/", {_BUFFER}, {_BUFFER}, 0')
refused("open_by_handle", "Open a file outside by its handle.", (304, 265), f"0, {_BUFFER}, 0")
refused("open_tree", "Clone a mount.", (428, 428), '-100, b"/", 1')
refused("move_mount", "Move a mount.", (429, 429), '0, b"", -100, b"/tmp", 4')
refused("fsopen", "Open a file system.", (430, 430), 'b"tmpfs", 0')
refused("mount_setattr", "Make a mount writable.", (442, 442), f'-100, b"/", 0, {_BUFFER}, 32')
refused("statmount", "Read where mounts come from.", (457, 457), f"{_BUFFER}, {_BUFFER}, 4096, 0")
refused("setxattr", "Give a file attributes.", (188, 5), 'b"/tmp", b"user.a", b"b", 1, 0')
refused("memfd_secret", "Take memory that even the kernel does not map.", (447, 447), "0")
refused("landlock", "Make a rule set of its own.", (444, 444), f"{_BUFFER}, 8, 0")
refused("map_shadow_stack", "Make a shadow stack.", (453, 453), "0, 4096, 0")
refused("unassigned", "Call a number that no kernel gave away.", (1000, 1000), "")


@attack()
def unshare_namespaces(host):
    """Make namespaces, the user namespace first: inside it a process has every capability."""
    flags = {"user": 0x10000000, "mount": 0x20000, "pid": 0x20000000, "net": 0x40000000, "time": 0x80, "files": 0x400}
    worked = [name for name, flag in flags.items() if libc.unshare(flag) == 0]
    return f"PWNED: {worked}" if worked else None


@attack()
def enter_namespaces(host):
    """Enter the namespaces of the parent and of the host."""
    worked = []
    for pid in ("self", 1, os.getppid(), host["pid"]):
        for kind in ("mnt", "user", "pid", "net"):
            try:
                fd = os.open(f"/proc/{pid}/ns/{kind}", os.O_RDONLY)
            except OSError:
                continue
            worked.append(f"{pid}/{kind} opened: {libc.setns(fd, 0)}")
    worked += ["fd"] * any(libc.setns(fd, 0) == 0 for fd in range(8))
    return f"PWNED: {worked}" if any("opened: 0" in w or w == "fd" for w in worked) else None


@attack()
def clone_into_namespaces(host):
    """Clone a thread or a process into new namespaces."""
    worked = []
    for flag in (0x10000000, 0x20000, 0x20000000, 0x40000000, 0x02000000):
        for base in (17, 0x10F00):
            found, _ = call(56 if os.uname().machine == "x86_64" else 220, base | flag, 0, 0, 0, 0)
            if found == 0:
                os._exit(0)
            worked += [hex(base | flag)] * (found > 0)
    return f"PWNED: {worked}" if worked else None


@attack("runtime-error")
def calls_of_thirty_two_bits(host):
    """Make system calls through int 0x80, whose numbers mean other calls: fork is 2."""
    if os.uname().machine != "x86_64":
        raise OSError
    return f"PWNED: {machine_code(bytes.fromhex('53b802000000cd805bc3'))}"


@attack("runtime-error")
def calls_of_x32(host):
    """Make system calls by the x32 numbers, which a filter may forget."""
    if os.uname().machine != "x86_64":
        raise OSError
    return f"PWNED: {[call(0x40000000 | n)[0] for n in (57, 58, 520)]}"


@attack()
def far_jump_to_thirty_two_bits(host):
    """Switch the processor to its 32-bit mode by a far return and call from there (the process may die of it)."""
    if os.uname().machine != "x86_64":
        return None
    # retf to selector 0x23 within the page's low 4 GB is impossible at this address: expect a fault, not a call
    found = machine_code(bytes.fromhex("6a23 488d0503000000 50 48cb b814000000 cd80 c3"))
    return f"PWNED: {found}"


@attack()
def loosen_the_filter(host):
    """Switch seccomp off, add a listener, drop no_new_privs, lift speculation control."""
    program = (ctypes.c_uint64 * 2)(1, 0)
    number = 317 if os.uname().machine == "x86_64" else 277
    tries = {
        "off": libc.prctl(22, 0, 0, 0, 0),
        "filter": libc.prctl(22, 2, program, 0, 0),
        "strict": libc.prctl(22, 1, 0, 0, 0),
        "listener": call(number, 1, 8, program)[0],
        "privileges": libc.prctl(38, 0, 0, 0, 0),
        "speculation": libc.prctl(53, 0, 2, 0, 0),
        "map": libc.prctl(35, 6, 0, 0, 0),
        "timing": libc.prctl(14, 1, 0, 0, 0),
        "core scheduling": libc.prctl(62, 1, 0, 1, 0),
    }
    worked = [name for name, found in tries.items() if found >= 0]
    return f"PWNED: {worked}" if worked else None


@attack()
def become_another_user(host):
    """Take another user's or group's id, or the root's inside the namespace."""
    tries = {
        f"{name} {ident}": lambda name=name, ident=ident: getattr(os, name)(ident)
        for name in ("setuid", "setgid", "seteuid", "setegid")
        for ident in (0, 1, 1000)
    }
    return managed(tries | {"groups": lambda: os.setgroups([0]), "res": lambda: os.setresuid(0, 0, 0)})


@attack()
def take_capabilities(host):
    """Give itself capabilities: capset, the bounding and the ambient set; report any it has."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    every = (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6)
    number = 126 if os.uname().machine == "x86_64" else 91
    worked = ["capset"] * (call(number, header, every)[0] == 0)
    worked += ["ambient"] * (libc.prctl(47, 2, 21, 0, 0) == 0)
    worked += ["securebits"] * (libc.prctl(28, 0, 0, 0, 0) == 0)
    return f"PWNED: {worked}" if worked else None


@attack()
def control_terminals(host):
    """Type into a terminal, take one over, or ask devices by ioctl."""
    import fcntl

    worked = []
    for fd in range(4):
        for request in (0x5412, 0x540E, 0x5423, 0x5422, 0x541D, 0x89F0, 0xAE01, 0x5452):
            try:
                fcntl.ioctl(fd, request, b"x" * 64)
                worked.append((fd, hex(request)))
            except OSError:
                continue
    return f"PWNED: {worked}" if worked else None


@attack()
def old_entry_points(host):
    """Call through the vsyscall page and with numbers that differ only in their upper half."""
    worked = []
    for number in (101, 165, 41, 272):
        found, _ = call(number | 0xABCD << 32, 0, 0, 0, 0)
        worked += [hex(number)] * (found >= 0)
    return f"PWNED: {worked}" if worked and os.uname().machine == "x86_64" else None
