import {
  dimension,
  isOwn,
  type JudgedDimension,
  lineMatching,
  pathsMatching,
  type Reading,
  sourceLines,
} from "./reading.ts";

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
export function readSeed({ sources, readme, texts }: Reading): JudgedDimension {
  if (sources.length === 0) return dimension("seed", { score: null, said: "There is no Python to run." });
  const seeds = sourceLines(
    sources.filter(({ path }) => isOwn(path)),
    SEEDS,
    5,
  );
  const kinds = new Set(seeds.map(({ quote }) => SEEDS.exec(quote)?.[0].replace(/\W+\w*$/, "")));
  const spreadLine =
    readme &&
    lineMatching(
      readme.path,
      texts.get(readme.path),
      /\b(?:\d+|three|five|ten|several|multiple|different) (?:random )?seeds\b|±.*\b(?:seeds?|runs?|folds?)\b|\b(?:seeds?|runs?|folds?)\b.*±/i,
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
