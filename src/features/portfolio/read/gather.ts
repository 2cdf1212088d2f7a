import { extname } from "node:path";
import { mapAtMost } from "../../../lib/map-at-most.ts";
import { counted } from "../../../lib/text.ts";
import { sizeText } from "../repository/limits.ts";
import { pythonFile, toPythonSource } from "../repository/python-source.ts";
import { type Notebook, readNotebook } from "../repository/read-notebook.ts";
import type { Repository, RepositoryFile } from "../repository/repository.ts";
import type { PythonSource } from "../repository/source-text.ts";
import { linesOf, readTelling, type Telling } from "./prose/telling.ts";

export type Gathered = {
  texts: Map<string, string>;
  readme: Telling | undefined;
  beside: Telling[];
  notebooks: Notebook[];
  sources: PythonSource[];
  limits: string[];
};

const MOST_PYTHON = 2_000;
const MOST_NOTEBOOKS = 60;
const MOST_NOTEBOOKS_MS = 1_500;
const MOST_OTHER = 400;
const READS_AT_ONCE = 16;
/** Files that say how a project is made and run. */
const TELLING =
  /^(?:[^/]+\.(?:toml|cfg|ini|ya?ml|lock|txt|md|rst)|LICEN[SC]E[\w.-]*|COPYING[\w.-]*|Pipfile|Makefile|\.gitignore|\.python-version|setup\.py|CODEOWNERS|Jenkinsfile)$|^\.(?:github|circleci)\/|^\.gitlab-ci\.yml$|(?:^|\/)(?:Dockerfile[\w.-]*|conf(?:ig)?s?\/[^/]+\.(?:ya?ml|json|toml)|(?:results?|metrics?|outputs?|experiments?)\/[^/]+\.(?:json|csv)|(?:params|hparams|config|dvc)\.(?:ya?ml|json|lock)|metrics\.(?:json|csv)|results\.(?:json|csv))$|^requirements\//i;

const REPORT =
  /(?:^|\/)(?:[\w-]*(?:report|write-?up|model[_-]?card|findings|results|evaluation|solution|summary)[\w-]*)\.(?:md|rst)$/i;

/** Notes on what others did, and forms to fill in: "WinningSolutions.md", "report_template.md". */
const OF_OTHERS =
  /(?:winning|winners?|others?|prior|previous|related|literature|survey|top|template)[\w-]*\.(?:md|rst)$/i;

/** Reads the texts that matter, the nearest to the root first, and takes notebooks apart. */
export async function gather({ files, read, head }: Repository): Promise<Gathered> {
  const limits: string[] = [];
  const near = files.toSorted((a, b) => depthOf(a) - depthOf(b) || (a.path < b.path ? -1 : 1));
  const of = (ext: string) => near.filter(({ path }) => extname(path) === ext);
  const python = of(".py");
  const notebookFiles = of(".ipynb");
  const readmePath = findReadme(files.map(({ path }) => path));
  const others = near
    .filter(({ path }) => TELLING.test(path) || path === readmePath || REPORT.test(path))
    .slice(0, MOST_OTHER);
  const texts = new Map<string, string>();
  await mapAtMost([...others, ...python.slice(0, MOST_PYTHON)], READS_AT_ONCE, async ({ path }) => {
    // a lock file of megabytes says with its first lines that it is one
    const text = (await read(path)) ?? (extname(path) === ".py" ? undefined : await head(path));
    if (text !== undefined) texts.set(path, text);
  });
  const notebooks = await readNotebooks(notebookFiles.slice(0, MOST_NOTEBOOKS), read, limits);
  if (python.length > MOST_PYTHON)
    limits.push(
      `Of ${python.length.toLocaleString("en-US")} Python files the ${MOST_PYTHON} nearest to the root were read.`,
    );
  if (notebookFiles.length > MOST_NOTEBOOKS)
    limits.push(`Of ${notebookFiles.length} notebooks the first ${MOST_NOTEBOOKS} were read.`);
  const sources = [
    ...python.flatMap(({ path }) => {
      const text = texts.get(path);
      return text === undefined ? [] : [pythonFile(path, text)];
    }),
    ...notebooks.filter(isPython).map(toPythonSource),
  ];
  const readmeText = readmePath === undefined ? undefined : texts.get(readmePath);
  const readme =
    readmePath !== undefined && readmeText !== undefined ? readTelling(readmePath, linesOf(readmeText)) : undefined;
  return {
    texts,
    readme,
    beside: besideOf(readme, texts, notebooks),
    notebooks,
    sources,
    limits,
  };
}

async function readNotebooks(
  files: readonly RepositoryFile[],
  read: Repository["read"],
  limits: string[],
): Promise<Notebook[]> {
  const end = performance.now() + MOST_NOTEBOOKS_MS;
  const notebooks: Notebook[] = [];
  for (const [at, { path, bytes }] of files.entries()) {
    if (performance.now() > end) {
      limits.push(`The time did not suffice for ${counted(files.length - at, "notebook")}, ${path} among them.`);
      break;
    }
    const text = await read(path);
    if (text === undefined) limits.push(`${path} (${sizeText(bytes)}) is too large to be read as a notebook.`);
    else notebooks.push(readNotebook(path, text));
  }
  return notebooks;
}

const depthOf = ({ path }: RepositoryFile) => path.split("/").length;

const isPython = ({ language }: Notebook) => language === undefined || /python/i.test(language);

const MOST_BESIDE = 4;
const MOST_LINES_BESIDE = 1_500;
const SAYS_LITTLE = 4;

/** Reports and model cards; where the README says little, the prose of the notebooks too. */
function besideOf(
  readme: Telling | undefined,
  texts: ReadonlyMap<string, string>,
  notebooks: readonly Notebook[],
): Telling[] {
  const reports = [...texts].flatMap(([path, text]) =>
    REPORT.test(path) && !OF_OTHERS.test(path) && path.split("/").length <= 3 && path !== readme?.path
      ? [readTelling(path, linesOf(text).slice(0, MOST_LINES_BESIDE))]
      : [],
  );
  const told = readme?.sections.reduce((sum, { sentences }) => sum + sentences.length, 0) ?? 0;
  const prose = notebooks.flatMap(({ path, cells }) => {
    if (/infer|demo|example|tutorial/i.test(path)) return [];
    const lines = cells.filter(({ kind }) => kind === "markdown").flatMap((cell) => [...cell.lines, BETWEEN_CELLS]);
    return told < SAYS_LITTLE && lines.length > 0 ? [readTelling(path, lines.slice(0, MOST_LINES_BESIDE))] : [];
  });
  return [...reports, ...prose].slice(0, MOST_BESIDE);
}

/** A cell ends a paragraph. */
const BETWEEN_CELLS = { text: "", line: 0, raw: "" };

/** The README nearest to the root; GitHub takes one in `.github` and in `docs` too. */
function findReadme(paths: readonly string[]): string | undefined {
  return paths
    .filter((path) => /(?:^|\/)readme(?:\.(?:md|markdown|rst|txt))?$/i.test(path))
    .sort((a, b) => a.split("/").length - b.split("/").length || a.length - b.length)[0];
}
