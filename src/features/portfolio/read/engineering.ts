import type { Evidence } from "../schema.ts";
import { dimension, type JudgedDimension, lineMatching, pathsMatching, type Reading, sourceLines } from "./reading.ts";

const TEST_PATH = /(?:^|\/)(?:tests?\/.*|test_[^/]*|[^/]*_test)\.py$/;
const TEST = /^\s*(?:async\s+)?def test_\w+/;
const ASSERT =
  /^\s*(?:assert\b|self\.assert\w+\(|np(?:t|\.testing)\.assert\w*|torch\.testing\.assert\w*|with pytest\.raises)/;

/** Tests that check something, not files by that name. */
export function readTests({ sources, files }: Reading): JudgedDimension {
  const tested = sources.filter(({ path }) => TEST_PATH.test(path));
  const functions = tested.flatMap(({ path, lines }) =>
    lines.flatMap(({ text, line, raw }, at) =>
      TEST.test(text) && lines.slice(at + 1, at + 40).some((below) => ASSERT.test(below.text))
        ? [{ file: path, line, quote: raw.trim().slice(0, 240) }]
        : [],
    ),
  );
  const other = files.filter(({ path }) =>
    /(?:^|\/)(?:tests?\/.*|.*[._-](?:test|spec))\.(?:jl|R|rs|go|js|ts|tsx|cpp|java|scala)$/.test(path),
  );
  const sharp = sourceLines(tested, /@pytest\.mark\.parametrize|@given\(|gradcheck|assert_allclose/, 1);
  const python = sources.some(({ path }) => !TEST_PATH.test(path));
  if (!python && other.length === 0) return dimension("tests", { score: null, said: "There is no code to test." });
  const count = functions.length;
  const score =
    count === 0 ? (other.length > 0 ? 0.5 : 0) : count < 5 ? 0.5 : count < 15 ? 0.75 : sharp.length > 0 ? 1 : 0.9;
  const modules = sources.filter(({ path }) => !TEST_PATH.test(path) && path.endsWith(".py")).length;
  const said =
    count === 0
      ? other.length > 0
        ? `${other.length} files of tests in another language; they were not read.`
        : "There is no test that asserts anything."
      : `${count} ${count === 1 ? "test that asserts" : "tests that assert"} something, beside ${modules} ${modules === 1 ? "module" : "modules"}.`;
  const first = sources.find(({ path, cells }) => cells === undefined && !TEST_PATH.test(path));
  return dimension("tests", {
    score,
    said,
    evidence: [...sharp, ...spread(functions, 4)],
    mend:
      count === 0
        ? `Write five tests that would fail if ${first ? `\`${first.path}\`` : "the code"} were wrong: shapes, one value worked out by hand, no leak between the splits, the same result for the same seed.`
        : "Test what a wrong model would get past: the metric against a value worked out by hand, the split, the preprocessing at serving time.",
  });
}

/** Evidence from as many files as there are. */
function spread(found: readonly Evidence[], most: number): Evidence[] {
  const firsts = found.filter((each, at) => found.findIndex(({ file }) => file === each.file) === at);
  return firsts.slice(0, most);
}

const CI_FILE =
  /^(?:\.github\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.yml|\.circleci\/config\.yml|azure-pipelines\.yml|Jenkinsfile|\.travis\.yml|bitbucket-pipelines\.yml)$/;
const RUNS_TESTS =
  /\b(?:pytest|unittest|tox|nox|make (?:test|check)|npm (?:run )?test|cargo test|ctest|go test|julia .*test|testthat)\b/;

/** What is checked on every push. */
export function readCi(reading: Reading): JudgedDimension {
  const paths = pathsMatching(reading, CI_FILE);
  const running = paths.flatMap((path) => lineMatching(path, reading.texts.get(path), RUNS_TESTS) ?? []);
  const there = paths.flatMap(
    (path) => lineMatching(path, reading.texts.get(path), /^\s*(?:name|on|script|jobs|stages)\s*:|pipeline/) ?? [],
  );
  const score = running.length > 0 ? 1 : paths.length > 0 ? 0.5 : 0;
  return dimension("ci", {
    score,
    said:
      score === 1
        ? "Tests run on every push."
        : paths.length > 0
          ? "There is a pipeline, and no line of it that runs tests was found."
          : "Nothing is checked on a push.",
    evidence: running.length > 0 ? running : there,
    mend: "Add a workflow of fifteen lines that installs from the lock file and runs the tests and a training of one batch.",
  });
}

const LOCKS =
  /^(?:uv\.lock|poetry\.lock|Pipfile\.lock|pdm\.lock|conda-lock\.ya?ml|pixi\.lock|requirements(?:[-_.]lock)?\.lock|renv\.lock|Manifest\.toml|package-lock\.json|Cargo\.lock)$/;
const REQUIREMENTS = /^(?:requirements(?:[\w.-]*)?\.txt|requirements\/[\w.-]+\.txt)$/;

/** Whether the environment that gave the results can be made again. */
export function readEnvironment(reading: Reading): JudgedDimension {
  const { texts, sources } = reading;
  const [lock] = pathsMatching(reading, LOCKS);
  const pins = pathsMatching(reading, REQUIREMENTS).map((path) => ({ path, ...pinsIn(texts.get(path) ?? "") }));
  const listed = pins.reduce((sum, { all }) => sum + all, 0);
  const pinned = pins.reduce((sum, each) => sum + each.pinned, 0);
  const python =
    lineMatching("pyproject.toml", texts.get("pyproject.toml"), /requires-python|^python\s*=/) ??
    lineMatching(".python-version", texts.get(".python-version"), /\d/) ??
    lineMatching("environment.yml", texts.get("environment.yml"), /-\s*python\s*=/) ??
    lineMatching("setup.py", texts.get("setup.py"), /python_requires/);
  const [dockerfile] = pathsMatching(reading, /(?:^|\/)Dockerfile[\w.-]*$/);
  const docker = dockerfile === undefined ? undefined : lineMatching(dockerfile, texts.get(dockerfile), /^FROM\s/i);
  const conda = lineMatching("environment.yml", texts.get("environment.yml"), /^dependencies\s*:/);
  const locked = lock === undefined ? undefined : lineMatching(lock, texts.get(lock), /\S/);
  const share = listed === 0 ? 0 : pinned / listed;
  if (sources.length === 0 && !lock && listed === 0)
    return dimension("environment", { score: null, said: "There is no code to run." });
  const base = lock
    ? 0.8
    : listed > 0
      ? 0.3 + 0.4 * share
      : conda || texts.has("pyproject.toml") || texts.has("setup.py")
        ? 0.3
        : 0;
  const said = lock
    ? `${lock} fixes every version.`
    : listed > 0
      ? `${pinned} of ${listed} requirements are pinned to a version.`
      : base > 0
        ? "Dependencies are named, and not fixed to versions."
        : "Nothing says which packages it needs.";
  const pinnedLine = pins.flatMap(
    ({ path }) => lineMatching(path, texts.get(path), share >= 0.5 ? /==/ : /^[a-z][\w.-]*/i) ?? [],
  );
  const float = listed - pinned;
  const where = pins.toSorted((a, b) => b.all - b.pinned - (a.all - a.pinned))[0]?.path;
  return dimension("environment", {
    score: base + (python ? 0.1 : 0) + (docker ? 0.1 : 0),
    said,
    evidence: [locked, ...pinnedLine.slice(0, 2), python, docker, conda].filter((each) => each !== undefined),
    mend:
      listed > 0 && float > 0 && where
        ? `\`${where}\` leaves ${float} of ${listed} packages floating: \`uv lock\` or \`pip freeze\` keeps the environment that gave your results.`
        : lock
          ? undefined
          : "Add a `pyproject.toml` with a lock file (`uv lock`): without it nobody gets the environment that gave your results.",
  });
}

function pinsIn(text: string): { all: number; pinned: number } {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => /^[A-Za-z][\w.[\]-]*/.test(line));
  return { all: lines.length, pinned: lines.filter((line) => /===?\s*\d|@\s*(?:git|https?)|@ file/.test(line)).length };
}

const SEEDS =
  /\b(?:random\.seed\(|manual_seed(?:_all)?\(|seed_everything\(|set_seed\(|set_random_seed\(|default_rng\(\s*\w|RandomState\(\s*\w|PRNGKey\(|use_deterministic_algorithms\(|cudnn\.deterministic|random_state\s*=\s*\w)/;

/** Whether a run can be repeated. */
export function readSeed({ sources, readme }: Reading): JudgedDimension {
  if (sources.length === 0) return dimension("seed", { score: null, said: "There is no Python to run." });
  const seeds = sourceLines(sources, SEEDS, 5);
  const kinds = new Set(seeds.map(({ quote }) => SEEDS.exec(quote)?.[0].replace(/\W+\w*$/, "")));
  const spreadLine =
    readme &&
    lineMatching(
      readme.path,
      readme.text,
      /\b(?:\d+|three|five|ten|several|multiple|different) (?:random )?seeds\b|±/i,
    );
  const score = seeds.length === 0 ? 0 : 0.6 + (kinds.size > 1 ? 0.2 : 0) + (spreadLine ? 0.2 : 0);
  return dimension("seed", {
    score,
    said:
      seeds.length === 0
        ? "No seed is set: two runs give two results."
        : spreadLine
          ? "Seeds are set, and the spread over runs is told."
          : "Seeds are set; how much results vary from seed to seed is not told.",
    evidence: [...seeds, ...(spreadLine ? [spreadLine] : [])],
    mend:
      seeds.length === 0
        ? "Set the seeds of `random`, NumPy and the framework in one function, and report mean and spread over three of them."
        : "Report mean and spread over at least three seeds: one run cannot tell an improvement from luck.",
  });
}
