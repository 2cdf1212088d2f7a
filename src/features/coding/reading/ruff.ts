import type { Workspace } from "@astral-sh/ruff-wasm-nodejs";
import type { Finding } from "./finding.ts";

// Rules whose remark would also come from a person across the table; style that a formatter settles stays out.
const SELECTED = [
  "F",
  "E711",
  "E712",
  "E721",
  "E722",
  "B",
  "ERA001",
  "C4",
  "PERF401",
  "PLR1714",
  "PLW0642",
  "RET503",
  "SIM",
  "NPY",
  "UP031",
];
const IGNORED = ["B905", "SIM108", "F403", "F405"];

/** In our words where Ruff's own are terse; the rest keep Ruff's. */
const WORDS: Record<string, string> = {
  F401: "This import is never used.",
  F841: "This variable is assigned and never used. Dead code makes a reader ask what was meant.",
  ERA001: "Commented-out code. Delete it: an interviewer reads it as indecision.",
  B006: "A mutable default is shared by every call. Use `None` and make a new one inside.",
  E722: "A bare `except` also hides the bug you are looking for. Name the exception.",
  PERF401: "A loop that only appends reads better, and runs faster, as a comprehension or one array expression.",
  NPY002: "Legacy `np.random` functions share one global state. Take a `Generator` instead.",
};

type Diagnostic = { code: string | null; message: string; start_location: { row: number } };

let workspace: Promise<Workspace> | undefined;

/** The WASM build costs some tens of milliseconds to start: at the first reading, not at the first page. */
function ruff(): Promise<Workspace> {
  workspace ??= import("@astral-sh/ruff-wasm-nodejs").then(
    ({ Workspace, PositionEncoding }) =>
      new Workspace({ "line-length": 120, lint: { select: SELECTED, ignore: IGNORED } }, PositionEncoding.Utf16),
  );
  return workspace;
}

export async function readWithRuff(source: string): Promise<Finding[]> {
  const diagnostics = (await ruff()).check(source) as Diagnostic[];
  return diagnostics.flatMap(({ code, message, start_location }) =>
    code === null || code === "invalid-syntax"
      ? []
      : [{ line: start_location.row, rule: code, message: WORDS[code] ?? `${message}.`, severity: "advice" as const }],
  );
}
