"""System calls a submission may make: name and number on each architecture (`-` where it has none).

Numbers from the kernel's `asm/unistd_64.h` (x86_64) and `asm-generic/unistd.h` (aarch64). Everything absent is refused:
fork, exec, sockets, sendmsg (it passes descriptors), io_uring, ptrace, keyrings, bpf, userfaultfd, perf, memfd, SysV
memory, namespaces, mounts, splice, process_vm_*, pidfd_*, chmod and file times (we may own a host's file), file locks,
setpgid and setsid (they leave the process group).
"""

ARCHITECTURES = ("x86_64", "aarch64")

TABLE = """
# reading, writing
read:0:63 write:1:64 readv:19:65 writev:20:66 pread64:17:67 pwrite64:18:68 preadv:295:69 pwritev:296:70
preadv2:327:286 pwritev2:328:287 lseek:8:62 close:3:57 close_range:436:436 dup:32:23 dup2:33:- dup3:292:24
# files (what they may reach is the mount namespace's business)
open:2:- openat:257:56 creat:85:- stat:4:- fstat:5:80 lstat:6:- newfstatat:262:79 statx:332:291 access:21:-
faccessat:269:48 faccessat2:439:439 readlink:89:- readlinkat:267:78 getcwd:79:17 chdir:80:49 fchdir:81:50 mkdir:83:-
mkdirat:258:34 rmdir:84:- rename:82:- renameat:264:38 renameat2:316:276 unlink:87:- unlinkat:263:35 link:86:-
linkat:265:37 symlink:88:- symlinkat:266:36 truncate:76:45 ftruncate:77:46
fallocate:285:47 fsync:74:82 fdatasync:75:83 getdents:78:- getdents64:217:61
umask:95:166 statfs:137:43 fstatfs:138:44 fadvise64:221:223
# waiting, and the pairs asyncio wakes itself with
pipe:22:- pipe2:293:59 select:23:- pselect6:270:72 poll:7:- ppoll:271:73 epoll_create:213:- epoll_create1:291:20
epoll_ctl:233:21 epoll_wait:232:- epoll_pwait:281:22 epoll_pwait2:441:441 eventfd:284:- eventfd2:290:19
recvfrom:45:207 shutdown:48:210 getsockname:51:204 getpeername:52:205 getsockopt:55:209
# memory
mmap:9:222 munmap:11:215 mprotect:10:226 mremap:25:216 madvise:28:233 brk:12:214 msync:26:227
# threads, signals, the end
futex:202:98 futex_waitv:449:449 set_robust_list:273:99 rseq:334:293 set_tid_address:218:96 exit:60:93
exit_group:231:94 restart_syscall:219:128 wait4:61:260 waitid:247:95 rt_sigaction:13:134 rt_sigprocmask:14:135
rt_sigreturn:15:139 rt_sigpending:127:136 rt_sigtimedwait:128:137 rt_sigsuspend:130:133 sigaltstack:131:132 alarm:37:-
pause:34:- setitimer:38:103 getitimer:36:102
# who and how much
getpid:39:172 gettid:186:178 getppid:110:173 getpgrp:111:- getpgid:121:155 getsid:124:156 getuid:102:174
geteuid:107:175 getgid:104:176 getegid:108:177 getgroups:115:158 getresuid:118:148 getresgid:120:150 getrlimit:97:163
setrlimit:160:164 getrusage:98:165 times:100:153 sysinfo:99:179 uname:63:160 getcpu:309:168 getpriority:140:141
sched_yield:24:124 sched_getaffinity:204:123 sched_getparam:143:121 sched_getscheduler:145:120
sched_get_priority_max:146:125 sched_get_priority_min:147:126
# clocks and chance
time:201:- gettimeofday:96:169 clock_gettime:228:113 clock_getres:229:114 clock_nanosleep:230:115 nanosleep:35:101
getrandom:318:278
# only with the arguments that `seccomp.CONDITIONS` admits
clone:56:220 kill:62:129 tgkill:234:131 prlimit64:302:261 ioctl:16:29 prctl:157:167 fcntl:72:25 socketpair:53:199
sendto:44:206
"""
