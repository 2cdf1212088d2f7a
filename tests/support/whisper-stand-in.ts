import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How the program behaves: as whisper.cpp does, or in one of the ways that it fails. */
export type Manner = "words" | "refuses" | "malformed" | "late";

/**
 * Writes a program that stands in for whisper.cpp, and a file that stands in for its model; returns their paths. No speech
 * recognition is tested by it: it is a real executable that takes whisper-cli's arguments and writes whisper-cli's JSON
 * (`examples/cli/cli.cpp`), with one word for each tone of the WAV that it gets. It leaves beside itself what it saw.
 */
export function writeWhisper(folder: string, manner: Manner): { program: string; model: string; seen: string } {
  const [program, model, seen] = ["whisper-cli", "ggml-tiny.en.bin", "seen.json"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const script = fileURLToPath(new URL("./whisper-cli.ts", import.meta.url));
  writeFileSync(model, "weights");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${script}" "${manner}" "${seen}" "$@"\n`);
  chmodSync(program, 0o755);
  return { program, model, seen };
}
