import { availableParallelism } from "node:os";
import type { PythonSource } from "../repository/source-text.ts";
import { assembleReading } from "./assemble-reading.ts";
import type { CodeReading } from "./code-fact.ts";
import { type Answer, readInProcess, type SourceText } from "./reader-process.ts";
import { byStanding } from "./standing.ts";

export type ReadPythonOptions = {
  python: string;
  timeoutMs: number;
  /** How long one source may take once the reader is up; a shorter one is for tests. */
  stuckAfterMs?: number;
  processes?: number;
};

const STUCK_AFTER_MS = 1_500;
const MOST_SOURCE_CHARS = 1_000_000;
const MOST_PROCESSES = 2;
const SOURCES_A_PROCESS = 60;
const MOST_RESTARTS = 20;

/** Code in tests is read as such: the same text elsewhere is another source. So it is with notebooks. */
const IN_TESTS = /(?:^|\/)[^/]*test[^/]*(?:\/|$)/i;

type Told = { answers: Map<string, Answer>; broken: Set<string> };

/**
 * Reads Python with its own parser, in processes that import and run nothing of it and whose memory, time and output
 * are bounded. A source that brings a process down is named, and the rest goes on in a new one. What a candidate is
 * asked about comes first: where the time does not suffice, tests, examples and vendored code are left out.
 */
export async function readPython(sources: readonly PythonSource[], options: ReadPythonOptions): Promise<CodeReading> {
  const endsAt = performance.now() + options.timeoutMs;
  const { toRead, readAs } = distinct(sources.toSorted(byStanding));
  const told: Told = { answers: new Map(), broken: new Set() };
  const shares = dealt(toRead, options.processes ?? availableParallelism());
  await Promise.all(shares.map((share) => readShare(share, told, { ...options, endsAt })));
  return assembleReading(sources, {
    answerOf: ({ path }) => told.answers.get(readAs.get(path) ?? ""),
    whyNot: ({ path }) => {
      const first = readAs.get(path);
      return first === undefined ? "oversized" : told.broken.has(first) ? "unparsed" : "unread";
    },
  });
}

/** Of sources with one text the first is read; `readAs` has its path for each that is not too long. */
function distinct(sources: readonly PythonSource[]): { toRead: SourceText[]; readAs: Map<string, string> } {
  const firsts = new Map<string, SourceText>();
  const readAs = new Map<string, string>();
  for (const { path, lines, cells } of sources) {
    const text = lines.map((line) => line.text.replaceAll("\r", " ")).join("\n");
    if (text.length > MOST_SOURCE_CHARS) continue;
    const key = `${cells ? path : IN_TESTS.test(path)}\n${text}`;
    const first = firsts.get(key) ?? { path, text, cells };
    firsts.set(key, first);
    readAs.set(path, first.path);
  }
  return { toRead: [...firsts.values()], readAs };
}

async function readShare(
  sources: SourceText[],
  { answers, broken }: Told,
  { python, endsAt, stuckAfterMs = STUCK_AFTER_MS }: ReadPythonOptions & { endsAt: number },
): Promise<void> {
  let waiting = sources;
  for (let round = 0; round <= MOST_RESTARTS && waiting.length > 0 && performance.now() < endsAt; round++) {
    const read = await readInProcess(waiting, { python, endsAt, stuckAfterMs });
    read.answers.forEach((answer, at) => {
      const source = waiting[at];
      if (source) answers.set(source.path, answer);
    });
    const culprit = waiting[read.answers.length];
    if (read.ended === "missing" || read.ended === "late" || !culprit) return;
    if (read.ended === "died") broken.add(culprit.path);
    waiting = waiting.slice(read.answers.length + 1);
  }
}

/** One after another to each process, so that each begins with what matters most. */
function dealt(sources: readonly SourceText[], processors: number): SourceText[][] {
  const most = Math.min(MOST_PROCESSES, processors, Math.ceil(sources.length / SOURCES_A_PROCESS));
  return Array.from({ length: most }, (_, share) => sources.filter((_, at) => at % most === share));
}
