import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";

/** What the reader is given of a source. */
export type SourceText = { path: string; text: string; cells: readonly number[] | undefined };

/** What the reader says of one source: facts as pattern, line, column and values; see `reader/read_source.py`. */
const Answer = z.object({
  facts: z.array(z.tuple([z.string(), z.int(), z.int(), z.record(z.string(), z.string())])),
  imports: z.array(z.tuple([z.string(), z.int(), z.int()])),
  failed: z.union([z.boolean(), z.array(z.int())]),
});
export type Answer = z.infer<typeof Answer>;

/** How a process ended: with everything read, at the end of its time, stuck on a source, dead on one, or never begun. */
export type Ended = "all" | "late" | "stuck" | "died" | "missing";

export type ReaderOptions = { python: string; endsAt: number; stuckAfterMs: number };

/** What the reader says first, once it has imported what it needs: how long that takes says nothing of a source. */
const UP = "";

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Reads sources in order in one process of its own, which imports and runs nothing of them. The answers are those of
 * the first sources; the next one is what it was stuck on or died of.
 */
export function readInProcess(
  sources: readonly SourceText[],
  { python, endsAt, stuckAfterMs }: ReaderOptions,
): Promise<{ answers: Answer[]; ended: Ended }> {
  return new Promise((resolve) => {
    const leftMs = Math.max(1, endsAt - performance.now());
    const cpuSeconds = String(Math.ceil(leftMs / 1_000) + 1);
    const child: Child = spawn(python, ["-I", "-S", "-X", "utf8", import.meta.dirname, cpuSeconds], {
      env: {},
      cwd: import.meta.dirname,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const answers: Answer[] = [];
    let ended: Ended = "died";
    const stop = (why: Ended) => {
      ended = why;
      child.kill("SIGKILL");
    };
    const late = setTimeout(() => stop("late"), leftMs);
    let stuck: NodeJS.Timeout | undefined;
    const lines = createInterface({ input: child.stdout }).on("line", (line) => {
      clearTimeout(stuck);
      const answer = line === UP ? UP : answerIn(line);
      if (answer === undefined) {
        // what comes behind it would be taken for the answer about another source
        lines.removeAllListeners("line");
        child.kill("SIGKILL");
        return;
      }
      stuck = setTimeout(() => stop("stuck"), stuckAfterMs);
      if (answer !== UP) answers.push(answer);
    });
    child.stdin.on("error", () => {}); // it is gone: its end says so
    child.on("error", () => {
      ended = "missing";
    });
    child.on("close", () => {
      clearTimeout(late);
      clearTimeout(stuck);
      resolve({ answers, ended: answers.length >= sources.length ? "all" : ended });
    });
    void feed(child.stdin, sources);
  });
}

/** Undefined where the line is no whole answer, as the last one of a process that was ended in the middle of it. */
function answerIn(line: string): Answer | undefined {
  try {
    return Answer.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function feed(stdin: Writable, sources: readonly SourceText[]): Promise<void> {
  for (const { path, text, cells } of sources) {
    if (stdin.destroyed) return;
    const bytes = Buffer.from(text);
    stdin.write(`${JSON.stringify({ path, bytes: bytes.length, cells: cells ? cellStarts(cells) : null })}\n`);
    if (!stdin.write(bytes)) await drained(stdin);
  }
  stdin.end();
}

function drained(stdin: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stdin.off("drain", done).off("close", done);
      resolve();
    };
    stdin.on("drain", done).on("close", done);
  });
}

/** The first line of each cell, from 1. */
export function cellStarts(cells: readonly number[]): number[] {
  return cells.flatMap((cell, at) => (at === 0 || cell !== cells[at - 1] ? [at + 1] : []));
}
