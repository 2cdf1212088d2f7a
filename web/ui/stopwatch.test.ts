import { describe, expect, test } from "vitest";
import { clockTime, type Stopwatch, setRunning, tick } from "./stopwatch.ts";

const started: Stopwatch = { usedMs: 0, running: true, lastMs: 1_000 };

describe("the stopwatch", () => {
  test("counts while it runs, and once a minute is enough", () => {
    expect(tick(tick(started, 2_000), 62_000).usedMs).toBe(61_000);
  });
  test("does not count while paused", () => {
    const paused = setRunning(started, "paused", 5_000);
    expect(tick(paused, 60_000).usedMs).toBe(4_000);
    expect(tick(setRunning(paused, "running", 60_000), 61_000).usedMs).toBe(5_000);
  });
  test("does not count a night with the lid closed", () => expect(tick(started, 8 * 3_600_000).usedMs).toBe(0));
  test("survives a clock set back", () => expect(tick(started, 0).usedMs).toBe(0));
});

test("time is shown as a clock shows it", () => {
  expect([0, 9.9, 1122, 3723].map(clockTime)).toEqual(["0:00", "0:09", "18:42", "1:02:03"]);
});
