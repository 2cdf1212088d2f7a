import type { PythonSource } from "../repository/source-text.ts";

const LONGEST_LINE = 400;

/**
 * The modules that tests name in an import, or are named for. Each import is looked up among the names of all modules
 * and each name is found once, so the cost is that of reading: neither modules times tests nor times imports.
 */
export function modulesReached(
  tests: readonly PythonSource[],
  modules: readonly PythonSource[],
): ReadonlySet<PythonSource> {
  const wanted = new Map<string, PythonSource[]>();
  for (const module of modules)
    for (const name of namesOf(module.path)) {
      const same = wanted.get(name);
      if (same) same.push(module);
      else wanted.set(name, [module]);
    }
  const reached = new Set<PythonSource>();
  const find = (name: string) => {
    for (const module of wanted.get(name) ?? []) reached.add(module);
    wanted.delete(name);
  };
  for (const { path, lines } of tests) {
    find(`/${path.slice(path.lastIndexOf("/") + 1)}`);
    for (const { text } of lines) if (text.length < LONGEST_LINE) findImports(text, find);
  }
  return reached;
}

/** What a test says that reaches a module: the last two steps of its path, `.name` behind a package, its own file. */
function namesOf(path: string): string[] {
  const steps = path.replace(/(?:\/__init__)?\.py$/, "").split("/");
  const name = steps.at(-1) ?? "";
  return [steps.slice(-2).join("."), ...(steps.length > 1 ? [`.${name}`] : []), `/test_${name}.py`, `/${name}_test.py`];
}

const FROM = /^\s*from\s+([\w.]+)\s+import\b(.*)/;
const IMPORT = /^\s*import\s+(.*)/;

function findImports(line: string, find: (name: string) => void): void {
  const [, from, names = ""] = FROM.exec(line) ?? [];
  if (from !== undefined) {
    const steps = from.split(".");
    findSteps(steps, find);
    // `from .name` and `from package.name`, whatever the package
    for (const step of steps.slice(1)) find(`.${step}`);
    const last = steps.at(-1);
    if (last) for (const name of names.match(/\w+/g) ?? []) find(`${last}.${name}`);
    return;
  }
  const whole = IMPORT.exec(line)?.[1] ?? "";
  for (const each of whole.split(",")) findSteps(/[\w.]+/.exec(each)?.[0].split(".") ?? [], find);
}

/** Each step, for a module that lies in the root, and each two that follow each other. */
function findSteps(steps: readonly string[], find: (name: string) => void): void {
  for (const [at, step] of steps.entries()) {
    if (step === "") continue;
    find(step);
    if (at > 0) find(`${steps[at - 1]}.${step}`);
  }
}
