import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { burstsIn, wordsFor } from "./tone-bursts.ts";

// Stands in for whisper-cli: `writeWhisper` says what of it is real. Run as: manner, file for what was seen, whisper-cli's arguments.

const [manner = "", seen = "", ...args] = process.argv.slice(2);
const WITH_VALUE = new Set(["-m", "-l", "-f", "-of", "-ml", "--prompt"]);
const FLAGS = new Set(["-sow", "-oj", "-np"]);

const given = new Map<string, string>();
for (let at = 0; at < args.length; at++) {
  const name = args[at] ?? "";
  if (WITH_VALUE.has(name)) given.set(name, args[++at] ?? "");
  else if (FLAGS.has(name)) given.set(name, "");
  else {
    console.error(`error: unknown argument: ${name}`);
    process.exit(0); // as the real one does
  }
}

const [audio = "", output = "", model = ""] = ["-f", "-of", "-m"].map((name) => given.get(name));
const mode = (path: string) => statSync(path).mode & 0o777;
writeFileSync(
  seen,
  JSON.stringify({
    pid: process.pid,
    audio,
    modes: [mode(dirname(audio)), mode(audio)],
    env: Object.keys(process.env),
  }),
);
if (manner === "late") await wait(600_000);
if (manner === "refuses" || !existsSync(model)) process.exit(3); // "failed to initialize whisper context"
if (manner === "malformed") writeFileSync(`${output}.json`, '{"transcription": "It works!"}');
else if (given.get("-ml") === "1" && given.has("-sow") && given.has("-oj")) writeFileSync(`${output}.json`, heard());

function heard(): string {
  const bursts = burstsIn(readFileSync(audio));
  const words = wordsFor(bursts);
  const transcription = bursts.map(({ fromMs, toMs }, at) => ({
    timestamps: { from: stamp(fromMs), to: stamp(toMs) },
    offsets: { from: Math.round(fromMs), to: Math.round(toMs) },
    text: ` ${words[at]}`,
  }));
  const blank = {
    timestamps: { from: stamp(0), to: stamp(1000) },
    offsets: { from: 0, to: 1000 },
    text: " [BLANK_AUDIO]",
  };
  return JSON.stringify({
    systeminfo: "a stand-in",
    model: { type: "tiny", multilingual: false },
    params: { model, language: given.get("-l"), translate: false },
    result: { language: "en" },
    transcription: transcription.length === 0 ? [blank] : transcription,
  });
}

function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 23).replace(".", ",")}`;
}
