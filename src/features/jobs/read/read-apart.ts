import { inThread } from "../../../lib/in-thread.ts";
import { failed, type Result } from "../../../lib/result.ts";
import type { BoardReading } from "./board-reading.ts";
import type { Board } from "./read-board.ts";

const BOUNDS = { timeoutMs: 60_000, memoryMb: 512 };

/** As `readBoard`, in a thread of its own: a large board takes seconds, in which the server answers others. */
export async function readBoardApart({ kind, board }: Board, body: string): Promise<Result<BoardReading, string>> {
  const file = new URL("./read-thread.ts", import.meta.url);
  const read = await inThread<Result<BoardReading, string>>(file, { board: { kind, board }, body }, BOUNDS);
  return read.ok ? read.value : failed("is made so that reading it takes too long or too much memory");
}
