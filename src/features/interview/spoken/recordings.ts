import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EXTENSIONS, extensionOf, typeOf } from "../../../shared/models/transcriber/audio-type.ts";
import type { Recording } from "../../../shared/models/transcriber/transcriber.ts";

/** Ids come from clients and from imported files: only those become names of files that cannot lead anywhere. */
const SAFE = /^[\w-]{8,80}$/;
const OWNER_ONLY = { folder: 0o700, file: 0o600 };

export type KeptRecording = { event: string; bytes: number; type: string };

/** Recordings that somebody asked to keep: a file each, `SESSION/EVENT.webm`, for their owner alone. */
export class Recordings {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** False where the ids cannot be names, or the type is no recording. The last one kept for an event stands. */
  async keep(session: string, event: string, { bytes, type }: Recording): Promise<boolean> {
    const extension = extensionOf(type);
    if (!extension || !isSafe(session, event)) return false;
    const folder = join(this.#folder, session);
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
    const path = join(folder, `${event}.${extension}`);
    const partial = `${path}.${randomUUID()}.partial`; // two that are kept at once do not meet
    try {
      await writeFile(partial, bytes, { mode: OWNER_ONLY.file });
      await rename(partial, path);
    } finally {
      await rm(partial, { force: true });
    }
    const others = EXTENSIONS.filter((each) => each !== extension);
    for (const other of others) await rm(join(folder, `${event}.${other}`), { force: true });
    return true;
  }

  async find(session: string, event: string): Promise<Recording | undefined> {
    if (!isSafe(session, event)) return undefined;
    for (const extension of EXTENSIONS) {
      const path = join(this.#folder, session, `${event}.${extension}`);
      if (existsSync(path)) return { bytes: Uint8Array.from(await readFile(path)), type: typeOf(extension) };
    }
    return undefined;
  }

  /** The first kept first. */
  async list(session: string): Promise<KeptRecording[]> {
    const folder = join(this.#folder, session);
    if (!SAFE.test(session) || !existsSync(folder)) return [];
    const found = await Promise.all(
      (await readdir(folder)).flatMap((name) => {
        const [event = "", ending = "", more] = name.split(".");
        const extension = EXTENSIONS.find((each) => each === ending);
        if (!extension || more !== undefined) return [];
        // one that was removed meanwhile is left out
        return stat(join(folder, name)).then(
          ({ size, mtimeMs }) => [{ event, bytes: size, type: typeOf(extension), mtimeMs }],
          () => [],
        );
      }),
    );
    const kept = found.flat().sort((a, b) => a.mtimeMs - b.mtimeMs || (a.event < b.event ? -1 : 1));
    return kept.map(({ mtimeMs: _, ...recording }) => recording);
  }

  async forget(session: string, event: string): Promise<void> {
    if (!isSafe(session, event)) return;
    const folder = join(this.#folder, session);
    if (!existsSync(folder)) return;
    // with what a crash in the middle of keeping it left
    const names = (await readdir(folder)).filter((name) => name.startsWith(`${event}.`));
    for (const name of names) await rm(join(folder, name), { force: true });
  }

  async forgetAll(session: string): Promise<void> {
    if (SAFE.test(session)) await rm(join(this.#folder, session), { recursive: true, force: true });
  }
}

function isSafe(session: string, event: string): boolean {
  return SAFE.test(session) && SAFE.test(event);
}
