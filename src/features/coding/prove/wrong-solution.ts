/** What a wrong solution's docstring must say: the belief, what to tell the learner, and the test that catches it. */
export type WrongSolution = { name: string; source: string; belief: string; text: string; mustFail: string };

const FIELD = /^(Misconception|Shown to the learner|Must fail):\s*(.*)$/;

/** Reads the docstring of a `wrong/*.py`; `{ ok: false }` names what is missing. */
export function readWrongSolution(
  name: string,
  source: string,
): { ok: true; wrong: WrongSolution } | { ok: false; reason: string } {
  const docstring = /^\s*(?:[rRuU]?)"""([\s\S]*?)"""/.exec(source)?.[1];
  if (docstring === undefined) return { ok: false, reason: `wrong/${name}: no docstring` };
  const fields = readFields(docstring);
  const missing = ["Misconception", "Shown to the learner", "Must fail"].filter((field) => !fields.get(field));
  if (missing.length > 0)
    return {
      ok: false,
      reason: `wrong/${name}: the docstring lacks ${missing.map((field) => `"${field}:"`).join(", ")}`,
    };
  const [belief = "", text = "", mustFail = ""] = ["Misconception", "Shown to the learner", "Must fail"].map((field) =>
    fields.get(field),
  );
  return { ok: true, wrong: { name: name.replace(/\.py$/, ""), source, belief, text, mustFail } };
}

function readFields(docstring: string): Map<string, string> {
  const fields = new Map<string, string>();
  let current = "";
  for (const line of docstring.split("\n").map((raw) => raw.trim())) {
    const started = FIELD.exec(line);
    if (started) current = started[1] ?? "";
    if (current === "" || line === "") continue;
    const said = started ? (started[2] ?? "") : line;
    fields.set(current, [fields.get(current), said].filter(Boolean).join(" "));
  }
  return fields;
}
