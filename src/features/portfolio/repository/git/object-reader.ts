import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { killGroup } from "../../../../lib/kill-group.ts";
import { type GitReader, startGit } from "./run-git.ts";

export type ObjectReader = {
  /** The content of a blob; undefined where it is missing, or nothing came for a while. */
  read: (hash: string) => Promise<Buffer | undefined>;
  close: () => void;
};

const STUCK_AFTER_MS = 5_000;
const LINE_END = 10;

/** One `git cat-file --batch` for all objects, started when the first is asked for; they are read one after the other. */
export function openObjects(reader: GitReader): ObjectReader {
  let batch: Batch | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  const readNow = async (hash: string) => {
    if (closed) return undefined;
    batch ??= new Batch(startGit(reader, ["cat-file", "--batch"]));
    return batch.ask(hash);
  };
  return {
    read(hash) {
      const next = last.then(() => readNow(hash));
      last = next.catch(() => undefined);
      return next;
    },
    close() {
      closed = true;
      batch?.kill();
    },
  };
}

/** The wire of `cat-file --batch`: `<hash> blob <size>\n<content>\n`, or `<hash> missing\n`. */
class Batch {
  readonly #child: ChildProcessWithoutNullStreams;
  #pieces: Buffer[] = [];
  #held = 0;
  #ended = false;
  #wake: () => void = () => {};

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    const end = () => {
      this.#ended = true;
      this.#wake();
    };
    child.stdout.on("data", (piece: Buffer) => {
      this.#pieces.push(piece);
      this.#held += piece.length;
      this.#wake();
    });
    child.stderr.resume();
    child.stdin.on("error", end);
    child.on("error", end);
    child.on("close", end);
  }

  async ask(hash: string): Promise<Buffer | undefined> {
    if (this.#ended) return undefined;
    this.#child.stdin.write(`${hash}\n`);
    const header = await this.#line();
    const size = /^[0-9a-f]+ blob (\d+)\n$/.exec(header ?? "")?.[1];
    if (size === undefined) return undefined;
    const content = await this.#take(Number(size) + 1);
    return content?.subarray(0, -1);
  }

  kill(): void {
    this.#ended = true;
    killGroup(this.#child);
  }

  async #line(): Promise<string | undefined> {
    for (;;) {
      const [first = Buffer.alloc(0)] = this.#pieces;
      const end = first.indexOf(LINE_END);
      if (end >= 0) return (await this.#take(end + 1))?.toString("latin1");
      if (this.#pieces.length > 1) this.#pieces = [Buffer.concat(this.#pieces)];
      else if (!(await this.#more())) return undefined;
    }
  }

  async #take(size: number): Promise<Buffer | undefined> {
    while (this.#held < size) if (!(await this.#more())) return undefined;
    const all = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
    this.#pieces = all.length === size ? [] : [all.subarray(size)];
    this.#held -= size;
    return all.subarray(0, size);
  }

  /** Waits for more; false where none will come. */
  #more(): Promise<boolean> {
    if (this.#ended) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.kill(), STUCK_AFTER_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(!this.#ended || this.#pieces.length > 0);
      };
    });
  }
}
