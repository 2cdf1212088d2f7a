import { failed, ok, type Result } from "../../lib/result.ts";
import { counted } from "../../lib/text.ts";
import type { CodeReading } from "./python/code-fact.ts";
import type { AskedQuestions, LinesOf } from "./questions/ask-model.ts";
import { filledUp } from "./questions/beside-code.ts";
import { readData } from "./read/data.ts";
import { readCi, readEnvironment, readSeed } from "./read/engineering.ts";
import { gather } from "./read/gather.ts";
import { kindOf } from "./read/kind.ts";
import { readLicence } from "./read/licence.ts";
import { mendsOf, scoreOf } from "./read/mends.ts";
import { readNotebooks } from "./read/notebooks.ts";
import { peopleIn, readCollaboration, readSafety } from "./read/people.ts";
import { linesOf } from "./read/prose/telling.ts";
import type { JudgedDimension, Reading } from "./read/reading.ts";
import { readTests } from "./read/tests-dimension.ts";
import { readTold, type ToldParts } from "./read/told/told.ts";
import { readTools, readTracking } from "./read/tracking.ts";
import { shownDimension, shownQuestions } from "./read/without-secrets.ts";
import { findLeaks } from "./repository/find-leaks.ts";
import type { Git } from "./repository/git/run-git.ts";
import { openRepository } from "./repository/open-repository.ts";
import type { RefusedRepository, Repository } from "./repository/repository.ts";
import type { PythonSource } from "./repository/source-text.ts";
import type { Leak, ProjectQuestion, Scan } from "./schema.ts";

/** Of the rules below this folder: raise it when they change, so that an earlier score is not taken for the same. */
const SCANNER_VERSION = "scan-4";
const PYTHON_TIMEOUT_MS = 2_500;
const LEAKS_TIMEOUT_MS = 1_500;

export type ScanDeps = {
  git: Git;
  readPython: (sources: readonly PythonSource[], timeoutMs: number) => Promise<CodeReading>;
  chooseQuestions: (reading: CodeReading) => ProjectQuestion[];
  askModel: (questions: readonly ProjectQuestion[], linesOf: LinesOf) => Promise<AskedQuestions>;
};
type Options = { onProgress?: (said: string) => void; signal?: AbortSignal };

/**
 * Reads a repository as an interviewer would. Nothing of it is run; its text is data. Bounded in time and memory: what
 * was left out stands in `limits`.
 */
export async function scanRepository(
  deps: ScanDeps,
  path: string,
  { onProgress = () => {}, signal }: Options = {},
): Promise<Result<Scan, RefusedRepository>> {
  const opened = await openRepository(path, deps);
  if (!opened.ok) return opened;
  const repository = opened.value;
  try {
    onProgress(`Reading ${repository.files.length.toLocaleString("en-US")} files`);
    return await scanOpened(deps, repository, { onProgress, ...(signal ? { signal } : {}) });
  } finally {
    await repository.close();
  }
}

async function scanOpened(
  deps: ScanDeps,
  repository: Repository,
  { onProgress, signal }: Options,
): Promise<Result<Scan, RefusedRepository>> {
  const stopped = () => failed({ reason: "fetch-failed", said: "The reading was stopped." } as const);
  const gathered = await gather(repository);
  if (signal?.aborted) return stopped();
  onProgress?.(`Reading the code of ${gathered.sources.length.toLocaleString("en-US")} files`);
  const [code, leaks] = await Promise.all([
    deps.readPython(gathered.sources, PYTHON_TIMEOUT_MS),
    findLeaks(repository, gathered, LEAKS_TIMEOUT_MS),
  ]);
  if (signal?.aborted) return stopped();
  const { files, history } = repository;
  const reading: Reading = { ...gathered, files, history, code, leaks: leaks.leaks };
  const kind = kindOf(reading);
  const tools = readTools(reading);
  const told = readTold(reading);
  const { showing } = leaks;
  const dimensions = judge(reading, told, tools.dimension).map((each) => shownDimension(each, showing));
  const chosen = filledUp(shownQuestions(deps.chooseQuestions(code), showing), { ...gathered, dimensions });
  const asked = await deps.askModel(shownQuestions(chosen, showing), linesIn(gathered, leaks.leaks));
  const words = (text: string) => (showing.repeats(text) ? "" : text);
  if (signal?.aborted) return stopped();
  return ok({
    version: SCANNER_VERSION,
    name: repository.name,
    kind: kind.kind,
    kindBecause: kind.because,
    score: scoreOf(dimensions),
    dimensions: dimensions.map(({ mend: _, mendAt: __, ...dimension }) => dimension),
    mends: mendsOf(dimensions),
    questions: shownQuestions(asked.questions, showing),
    leaks: [...leaks.leaks],
    limits: [...repository.limits, ...gathered.limits, ...leaks.limits, ...codeLimits(code), ...asked.limits],
    counts: {
      files: repository.totalFiles,
      filesRead: gathered.texts.size + gathered.notebooks.length,
      python: gathered.sources.filter(({ cells }) => cells === undefined).length,
      notebooks: gathered.notebooks.length,
      commits: history?.commits.length ?? 0,
      authors: peopleIn(history),
    },
    told: {
      problem: words(told.problem),
      approach: words(told.approach),
      tools: tools.tools,
      results: words(told.results),
      learnings: words(told.learnings),
    },
  });
}

function judge(reading: Reading, told: ToldParts, tools: JudgedDimension): JudgedDimension[] {
  const [problem, approach, results, learnings] = told.dimensions;
  return [
    problem,
    approach,
    tools,
    results,
    learnings,
    readData(reading),
    readLicence(reading),
    readTests(reading),
    readCi(reading),
    readEnvironment(reading),
    readSeed(reading),
    readTracking(reading),
    readNotebooks(reading),
    readSafety(reading),
    readCollaboration(reading),
  ].filter((each) => each !== undefined);
}

type Texts = { sources: readonly PythonSource[]; texts: ReadonlyMap<string, string> };

/** The lines of every file in which no leak was found. */
function linesIn({ sources, texts }: Texts, leaks: readonly Leak[]): LinesOf {
  const byPath = new Map(sources.map(({ path, lines }) => [path, lines]));
  const leaking = new Set(leaks.map(({ file }) => file));
  return (path) => (leaking.has(path) ? undefined : (byPath.get(path) ?? linesOf(texts.get(path) ?? "")));
}

function codeLimits({ unparsed, unread, oversized }: CodeReading): string[] {
  return [
    ...(unparsed.length > 0
      ? [
          `${unparsed.length} Python ${unparsed.length === 1 ? "source does" : "sources do"} not parse: ${unparsed.slice(0, 3).join(", ")}.`,
        ]
      : []),
    ...(oversized.length > 0
      ? [
          `The code of ${counted(oversized.length, "file")} is too long to be read: ${oversized.slice(0, 3).join(", ")}.`,
        ]
      : []),
    ...(unread.length > 0 ? [`The time did not suffice for the code of ${counted(unread.length, "file")}.`] : []),
  ];
}
