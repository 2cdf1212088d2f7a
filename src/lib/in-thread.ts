import { Worker } from "node:worker_threads";
import { failed, ok, type Result } from "./result.ts";

type Bounds = { timeoutMs: number; memoryMb: number };

/**
 * What the thread of a file posts first when it is given `input` as its worker data. Time and memory are bounded: this is
 * for input that comes from who knows where. A thread that fails, or ends without a word, is broken.
 */
export async function inThread<T>(
  file: URL,
  input: unknown,
  { timeoutMs, memoryMb }: Bounds,
): Promise<Result<T, "too-slow" | "broken">> {
  const worker = new Worker(file, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      late = setTimeout(() => resolve(failed("too-slow")), timeoutMs);
      worker.once("message", (said: T) => resolve(ok(said)));
      worker.once("error", () => resolve(failed("broken")));
      worker.once("exit", () => resolve(failed("broken")));
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
