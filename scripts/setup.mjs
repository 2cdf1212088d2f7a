// Prepares a clone: packages, Python environment, sandbox, web app. Plain JavaScript for Node 20, built-ins only, because
// it runs before anything is installed. Every step has a stamp; when all stamps agree this is a no-op.
//
//   node scripts/setup.mjs [--for=test] [--quiet]

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPython, PYTHON_MEND } from "./find-python.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const forTest = process.argv.includes("--for=test");
const quiet = process.argv.includes("--quiet");
const home = join(root, ".holdout");
const venvPython = join(home, "venv", "bin", "python");

/** A step is skipped while its stamp, a hash of all it depends on, is unchanged. */
const steps = [
  { name: "packages", what: "npm packages (and Node 24)", stamp: packagesStamp, run: installPackages, needed: true },
  { name: "python", what: "Python environment of the judge", stamp: pythonStamp, run: makeVenv, needed: forTest },
  { name: "sandbox", what: "sandbox for submitted code", stamp: sandboxStamp, run: prepareSandbox, needed: false },
  { name: "git", what: "Git, for histories of repositories", stamp: gitStamp, run: prepareGit, needed: false },
  { name: "encoder", what: "sentence encoder of the grader", stamp: encoderStamp, run: fetchEncoder, needed: forTest },
  { name: "web", what: "web app", stamp: webStamp, run: buildWeb, needed: true },
];

process.chdir(root);
const failures = steps.filter((step) => !ensure(step)).filter((step) => step.needed);
process.exit(failures.length > 0 ? 1 : 0);

function ensure(step) {
  const file = join(step.name === "packages" ? "node_modules" : home, `.${step.name}-stamp`);
  const stamp = step.stamp();
  if (existsSync(file) && readFileSync(file, "utf8") === stamp) return true;
  const started = Date.now();
  say(`… ${step.what}`);
  const problem = step.run();
  if (problem) {
    console.error(`✕ ${step.what}: ${problem}`);
    return false;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, step.stamp());
  say(`✓ ${step.what} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return true;
}

function packagesStamp() {
  return hashOf(
    process.platform,
    process.arch,
    readFileSync("package-lock.json"),
    existsSync("node_modules/node/bin/node"),
  );
}

function installPackages() {
  if (!existsSync("node_modules")) say("  about 1 GB on disk the first time, half a minute on a good line");
  // onnxruntime would fetch libraries for graphics cards, which nothing here uses
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: "skip" };
  const done = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { env });
  if (done.ok) return null;
  return `npm ci failed.\n${done.output}\n  Check the network and the npm registry setting, then run the same command again.`;
}

function pythonStamp() {
  const parts = ["requirements.txt", ...(wantsDev() ? ["requirements-dev.txt"] : [])];
  return hashOf(...parts.map((name) => readFileSync(join("judge", name))), existsSync(venvPython));
}

/** Once a clone has been tested, its environment keeps the test tools: start and test must not undo each other. */
function wantsDev() {
  return forTest || existsSync(join(home, "venv", "bin", "pytest"));
}

function makeVenv() {
  const found = findPython({ installVenv: installDebian });
  if (!found.ok) return `${found.reason}\n  ${PYTHON_MEND} Until then everything but the coding judge works.`;
  const wanted = ["-r", "judge/requirements.txt", ...(wantsDev() ? ["-r", "judge/requirements-dev.txt"] : [])];
  if (!existsSync(venvPython) || !run(venvPython, ["-c", "import pip"]).ok) {
    rmSync(join(home, "venv"), { recursive: true, force: true });
    const made = run(found.python, ["-m", "venv", join(home, "venv")]);
    if (!made.ok) return `${found.python} -m venv failed.\n${made.output}`;
  }
  say("  NumPy, SciPy and scikit-learn: about 80 MB the first time");
  const done = run(venvPython, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...wanted]);
  return done.ok
    ? null
    : `pip could not install ${wanted.join(" ")}.\n${done.output}\n  Check the network, then run the same command again.`;
}

function sandboxStamp() {
  const generator = join("judge", "sandbox", "seccomp.py");
  return hashOf(process.arch, readFileSync(generator), which("bwrap") ?? "none");
}

/** bubblewrap gives the judge its strongest tier; without it the judge still runs, and the app says at which tier. */
function prepareSandbox() {
  if (process.platform !== "linux") {
    say("  No bubblewrap on this system: submissions run in single-use processes with time and memory limits only.");
    return null;
  }
  if (!which("bwrap") && !installDebian("bubblewrap")) {
    console.error(
      "! bubblewrap is missing: submissions run with weaker isolation. Mend: sudo apt-get install bubblewrap",
    );
  }
  if (!existsSync(venvPython)) return "the Python environment is missing, so the system-call filter was not made.";
  const made = run(venvPython, [join("judge", "sandbox", "seccomp.py"), join(home, "seccomp")]);
  return made.ok ? null : `the system-call filter could not be made.\n${made.output}`;
}

function gitStamp() {
  return hashOf(which("git") ?? "none");
}

/** Without it the portfolio reads files, and neither histories nor addresses; it says so. */
function prepareGit() {
  if (!which("git") && !installDebian("git"))
    console.error("! Git is missing: histories of repositories are not read. Mend: sudo apt-get install git");
  return null;
}

function encoderStamp() {
  const present = ["model.onnx", "tokenizer.json"].map((file) => existsSync(join(home, "encoder", file)));
  return hashOf(readFileSync(join("scripts", "fetch_encoder.py")), ...present);
}

/** Without it answers are graded on words alone, and the app says so. */
function fetchEncoder() {
  if (!existsSync(venvPython))
    return "the Python environment is missing, and with it pip. Until then the grader compares words alone.";
  say("  MiniLM: 22 MB the first time");
  const done = run(venvPython, [join("scripts", "fetch_encoder.py"), join(home, "encoder")]);
  return done.ok
    ? null
    : `${done.output}\n  Until then answers are graded on words alone. Check the network, then run the same command again.`;
}

function webStamp() {
  const files = [
    ...filesUnder("web"),
    ...filesUnder("src/features"),
    ...filesUnder("src/shared"),
    ...filesUnder("src/lib"),
    "vite.config.ts",
    "package-lock.json",
  ];
  return hashOf(
    ...files.map((file) => `${file}:${createHash("sha256").update(readFileSync(file)).digest("hex")}`),
    existsSync("web/dist/index.html"),
  );
}

function buildWeb() {
  const node = join("node_modules", ".bin", "node");
  const done = run(node, [join("node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "warn"]);
  return done.ok ? null : `the web app could not be built.\n${done.output}`;
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => !file.startsWith(join("web", "dist")) && statSync(file).isFile())
    .sort();
}

function installDebian(packageName) {
  if (process.getuid?.() !== 0 || !which("apt-get")) return false;
  say(`  installing ${packageName} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", packageName], { env });
  return install().ok || (run("apt-get", ["update"], { env }).ok && install().ok);
}

function which(name) {
  const folders = (process.env.PATH ?? "").split(":");
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 26,
    ...options,
  });
  const output = `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? done.error.message : ""}`;
  return { ok: done.status === 0, output: output.trim().split("\n").slice(-15).join("\n") };
}

function hashOf(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(Buffer.isBuffer(part) ? part : String(part)).update("\0");
  return hash.digest("hex");
}

function say(line) {
  if (!quiet) console.log(line);
}
