import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import { killGroup } from "../../../lib/kill-group.ts";
import { parseJson } from "../../../lib/parse-json.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { JudgeProgress } from "./job.ts";
import { Ready, SupervisorEvent, type SupervisorRequest } from "./protocol.ts";

export type SupervisorOptions = {
  python: string;
  script: string;
  env: Record<string, string>;
  /** Imports of scikit-learn and PyTorch on a cold disk take their time. */
  startTimeoutMs: number;
  /** Ends the process, also while it starts. */
  signal: AbortSignal;
};

/** One Python process that judges one submission at a time. */
export type Supervisor = {
  ready: Ready;
  /** Resolves when the process has ended, with how. */
  gone: Promise<string>;
  /** Sends a request; ends with its last event, or with `died` where none can come any more. */
  ask: (request: SupervisorRequest, onProgress: (progress: JudgeProgress) => void) => Promise<SupervisorEvent | "died">;
  cancel: (id: string) => void;
  kill: () => void;
};

const STDERR_KEPT_CHARACTERS = 4000;

/** Starts the process and waits for its word that it is ready; the reason of a failure is a sentence for `doctor`. */
export function startSupervisor(options: SupervisorOptions): Promise<Result<Supervisor, string>> {
  // In a process group of its own: Ctrl-C in the terminal must not end a judgement before the server has stored it.
  const child = spawn(options.python, [options.script], { env: options.env, detached: true });
  const kill = () => killGroup(child);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT_CHARACTERS);
  });
  const lines = listenToLines(child);
  const gone = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => {
      kill(); // what it had started must not outlive it
      resolve(`it ended with ${signal ?? code}`);
    });
  });
  child.stdin.on("error", () => undefined);

  return new Promise((resolve) => {
    const refuse = (why: string) => {
      kill();
      resolve(failed(`${options.python} ${options.script}: ${why}${stderr === "" ? "" : `\n${stderr.trim()}`}`));
    };
    const late = setTimeout(() => refuse(`not ready after ${options.startTimeoutMs / 1000} s`), options.startTimeoutMs);
    options.signal.addEventListener("abort", kill, { once: true });
    gone.then((why) => {
      clearTimeout(late);
      options.signal.removeEventListener("abort", kill);
      refuse(why);
    });
    lines.next((line) => {
      clearTimeout(late);
      const ready = Ready.safeParse(parseJson(line));
      if (ready.success) resolve(ok(asSupervisor(child, { lines, gone, kill, ready: ready.data })));
      else refuse(`it said "${line.slice(0, 200)}" instead of being ready`);
    });
  });
}

type Started = { lines: Lines; gone: Promise<string>; kill: () => void; ready: Ready };

function asSupervisor(child: ChildProcessWithoutNullStreams, { lines, gone, kill, ready }: Started): Supervisor {
  const say = (message: object) => child.stdin.write(`${JSON.stringify(message)}\n`);
  let dead = false;
  let onGone = () => {};
  gone.then(() => {
    dead = true;
    onGone();
  });
  return {
    ready,
    gone,
    kill,
    cancel: (id) => say({ op: "cancel", id }),
    ask(request, onProgress) {
      if (dead) return Promise.resolve("died");
      return new Promise((resolve) => {
        onGone = () => resolve("died");
        const listen = () =>
          lines.next((line) => {
            const event = SupervisorEvent.safeParse(parseJson(line));
            if (!event.success) {
              // After an unreadable line nothing that follows can be trusted.
              kill();
              return resolve({ event: "error", id: request.id, message: "The judge said something unreadable." });
            }
            if (event.data.id === request.id) {
              if (event.data.event !== "started" && event.data.event !== "test") return resolve(event.data);
              onProgress(event.data);
            }
            listen();
          });
        listen();
        say(request);
      });
    },
  };
}

type Lines = { next: (take: (line: string) => void) => void };

/** Lines of standard output, split at LF alone: JSON texts may hold other line separators. */
function listenToLines(child: ChildProcessWithoutNullStreams): Lines {
  const decoder = new StringDecoder("utf8");
  const waiting: string[] = [];
  let rest: string[] = [];
  let take: ((line: string) => void) | undefined;
  const deliver = () => {
    while (take && waiting.length > 0) {
      const taker = take;
      take = undefined;
      taker(waiting.shift() ?? "");
    }
  };
  child.stdout.on("data", (chunk: Buffer) => {
    const pieces = decoder.write(chunk).split("\n");
    for (const piece of pieces.slice(0, -1)) {
      waiting.push([...rest, piece].join(""));
      rest = [];
    }
    rest.push(pieces.at(-1) ?? "");
    deliver();
  });
  return {
    next(taker) {
      take = taker;
      deliver();
    },
  };
}
