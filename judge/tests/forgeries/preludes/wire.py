import json
import os
import struct
import sys
import time


def frame(header, body=b"", fd=3):
    text = json.dumps(header, separators=(",", ":")).encode()
    os.write(fd, struct.pack("<IQ", len(text), len(body)) + text + body)


def serial():
    """The number of the request under way, from the frames below this one."""
    here = sys._getframe()
    while here is not None:
        message = here.f_locals.get("message")
        if isinstance(message, dict) and "n" in message:
            return message["n"]
        here = here.f_back
    return 2
