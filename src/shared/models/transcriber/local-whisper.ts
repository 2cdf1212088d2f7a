import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { z } from "zod";
import { killGroup } from "../../../lib/kill-group.ts";
import { parseJson } from "../../../lib/parse-json.ts";
import { failed, type Result } from "../../../lib/result.ts";
import { type AudioExtension, extensionOf } from "./audio-type.ts";
import type { Whisper } from "./find-whisper.ts";
import {
  type Heard,
  heardOrNothing,
  MANNER,
  MOST_AUDIO_BYTES,
  type TranscribeFailure,
  type Transcriber,
} from "./transcriber.ts";

const TIMEOUT_MS = 300_000;
const OWNER_ONLY = 0o600;
const MOST_OUTPUT_BYTES = 20_000_000;
/** What whisper.cpp reads; a build from before 2025 reads WAV of 16 kHz alone, which is what our page sends. */
const READS: readonly AudioExtension[] = ["wav", "mp3", "ogg", "flac"];

/** How long it may take, and what ends it before: who stops Holdout waits for no Whisper, and leaves none behind. */
type Limits = { timeoutMs?: number; stopped?: AbortSignal };

/** whisper.cpp on this machine: nothing leaves it. */
export function localWhisper(whisper: Whisper, { timeoutMs = TIMEOUT_MS, stopped }: Limits = {}): Transcriber {
  return {
    name: `whisper.cpp on this machine, ${basename(whisper.model)}`,
    async transcribe({ bytes, type }) {
      const extension = extensionOf(type);
      if (!extension || !READS.includes(extension)) return failed("wrong-type");
      if (bytes.length > MOST_AUDIO_BYTES) return failed("too-large");
      const folder = await mkdtemp(join(tmpdir(), "holdout-voice-")); // its owner alone may open it
      try {
        const audio = join(folder, `recording.${extension}`);
        await writeFile(audio, bytes, { mode: OWNER_ONLY, flag: "wx" });
        const output = join(folder, "heard");
        const ended = await run(whisper, argumentsFor(whisper, { audio, output }), { folder, timeoutMs, stopped });
        if (ended === "timeout") return failed("timeout");
        return ended === "done" ? await heardIn(`${output}.json`) : failed("engine-failed");
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Segments of one word each (`-ml 1 -sow`), with their times, as JSON. */
function argumentsFor({ model }: Whisper, { audio, output }: { audio: string; output: string }): string[] {
  const form = ["-ml", "1", "-sow", "-oj", "-of", output, "-np"];
  return ["-m", model, "-l", "en", "--prompt", MANNER, ...form, "-f", audio];
}

type Bounds = { folder: string; timeoutMs: number; stopped: AbortSignal | undefined };

/** Runs the program without a shell, in a group of its own, so that what it started ends with it. */
function run({ program, env }: Whisper, args: string[], { folder, timeoutMs, stopped }: Bounds) {
  return new Promise<"done" | "failed" | "timeout">((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...env },
      stdio: "ignore", // it prints the text as well: nobody reads it there
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      killGroup(child);
    }, timeoutMs);
    const stop = () => killGroup(child);
    stopped?.addEventListener("abort", stop, { once: true });
    if (stopped?.aborted) stop();
    const end = (outcome: "done" | "failed") => {
      stopped?.removeEventListener("abort", stop);
      clearTimeout(timer);
      resolve(late ? "timeout" : outcome);
    };
    child.once("error", () => end("failed"));
    child.once("close", (code) => end(code === 0 ? "done" : "failed"));
  });
}

const Ms = z.number().min(0).max(86_400_000);
const Output = z.object({
  transcription: z.array(z.object({ offsets: z.object({ from: Ms, to: Ms }), text: z.string() })),
});

/** It ends well without an output where it could not read the recording. */
async function heardIn(path: string): Promise<Result<Heard, TranscribeFailure>> {
  const written = await stat(path).catch(() => undefined);
  if (!written) return failed("engine-failed");
  if (written.size > MOST_OUTPUT_BYTES) return failed("malformed");
  const output = Output.safeParse(parseJson(await readFile(path, "utf8")));
  if (!output.success) return failed("malformed");
  const pieces = output.data.transcription;
  return heardOrNothing({
    text: pieces.map(({ text }) => text).join(""), // a word brings its own space
    words: pieces.flatMap(({ offsets: { from, to }, text }) =>
      /[\p{L}\p{N}]/u.test(text) ? [{ text: text.trim(), fromMs: from, toMs: to }] : [],
    ),
    phrases: [],
  });
}
