import { expect, test } from "vitest";
import { inThread } from "./in-thread.ts";

const thread = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from "node:worker_threads";${code}`)}`,
  );
const bounds = { timeoutMs: 20_000, memoryMb: 64 };

test("what a thread says of its input is the value", async () => {
  expect(await inThread(thread("parentPort.postMessage(workerData.length)"), "four", bounds)).toEqual({
    ok: true,
    value: 4,
  });
});

test.each([
  ["fails", "throw new Error('x')"],
  ["ends without a word", ""],
  ["takes too much memory", "const kept = []; for (;;) kept.push(JSON.parse('[' + '1,'.repeat(100_000) + '1]'))"],
])("a thread that %s is broken", async (_, code) => {
  expect(await inThread(thread(code), null, bounds)).toEqual({ ok: false, reason: "broken" });
});

test("a thread that does not come to an end is stopped", async () => {
  expect(await inThread(thread("for (;;);"), null, { ...bounds, timeoutMs: 100 })).toEqual({
    ok: false,
    reason: "too-slow",
  });
});
