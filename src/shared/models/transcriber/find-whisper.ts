import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve, sep } from "node:path";

/** What the environment says about a local Whisper, and what of it the program is started with. */
export type WhisperSettings = {
  /** A path, or a name to be looked for on PATH; whisper.cpp's own names where nothing is said. */
  program: string | undefined;
  /** The model's file. */
  model: string | undefined;
  env: Readonly<Record<string, string>>;
};

/** A whisper.cpp that is there, with a model for it. */
export type Whisper = { program: string; model: string; env: Readonly<Record<string, string>> };

// Older builds call it `main`; that name is believed where HOLDOUT_WHISPER says so, not from PATH, where it may be anything.
const NAMES = ["whisper-cli", "whisper-cpp"];

/** Undefined where the program or its model is missing. */
export function findWhisper({ program, model, env }: WhisperSettings): Whisper | undefined {
  if (model === undefined || !isFile(resolve(model))) return undefined;
  const names = program === undefined ? NAMES : [program];
  const found = names.flatMap((name) => placesOf(name, env.PATH ?? "")).find(isProgram);
  return found === undefined ? undefined : { program: found, model: resolve(model), env };
}

function placesOf(name: string, path: string): string[] {
  if (name.includes("/") || name.includes(sep)) return [resolve(name)];
  const file = process.platform === "win32" && !name.endsWith(".exe") ? `${name}.exe` : name;
  // a relative folder on PATH would make it depend on where Holdout was started
  return path.split(delimiter).flatMap((folder) => (isAbsolute(folder) ? [join(folder, file)] : []));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return isFile(path);
  } catch {
    return false;
  }
}

/** A path that cannot be looked at (a circle of links, a folder without permission) is no file either. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
