import { expect, test } from "vitest";
import { formatDay, formatDayAndTime, formatTime } from "./format-time.ts";

test("days and times read the same everywhere", () => {
  const time = new Date(2026, 10, 4, 9, 5).toISOString();
  expect(formatDay(time)).toBe("4 Nov 2026");
  expect(formatDay("2026-11-04")).toBe("4 Nov 2026");
  expect(formatDayAndTime(time)).toBe("4 Nov, 09:05");
  expect(formatTime(time)).toBe("09:05");
});
