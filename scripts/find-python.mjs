// Finds a Python >= 3.11 that can make a virtual environment. The real interpreter is resolved, never a version manager's
// shim: the sandbox binds the interpreter's own folder, and a shim would start a shell in there.

import { spawnSync } from "node:child_process";

const NAMES = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "/usr/bin/python3", "python"];
const PROBE = `
import sys, os, json, importlib.util as u
exe = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
print(json.dumps({"exe": exe, "version": list(sys.version_info[:3]), "venv": all(u.find_spec(m) for m in ("venv", "ensurepip"))}))
`;

export const PYTHON_MEND =
  "Install Python 3.11 or newer (Debian: apt-get install python3 python3-venv), then run the same command again.";

/** `{ ok: true, python, version }`, or `{ ok: false, reason }` in words for a person. */
export function findPython({ installVenv = () => false } = {}) {
  const named = process.env.HOLDOUT_PYTHON;
  const found = (named ? [named] : NAMES).map(probe).filter((python) => python !== null);
  const modern = found.filter(({ version: [major, minor] }) => major === 3 && minor >= 11);
  const ready = modern.find((python) => python.venv);
  if (ready) return { ok: true, python: ready.exe, version: ready.version.join(".") };
  const bare = modern[0];
  if (bare && installVenv("python3-venv")) return { ok: true, python: bare.exe, version: bare.version.join(".") };
  if (bare)
    return {
      ok: false,
      reason: `${bare.exe} cannot make virtual environments (its venv or ensurepip module is missing).`,
    };
  const seen = found.map(({ exe, version }) => `${exe} is ${version.join(".")}`).join(", ") || "none was found";
  return { ok: false, reason: `No Python 3.11 or newer: ${seen}.` };
}

function probe(name) {
  const done = spawnSync(name, ["-c", PROBE], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  if (done.status !== 0) return null;
  try {
    return JSON.parse(done.stdout);
  } catch {
    return null;
  }
}
