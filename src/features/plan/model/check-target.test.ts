import { expect, test } from "vitest";
import type { TargetBody } from "../schema.ts";
import { checkTarget } from "./check-target.ts";

const now = new Date("2026-11-27T23:30:00Z");
const usual: TargetBody = {
  role: "mle",
  date: null,
  hoursAWeek: 7,
  weekdays: [1, 3, 5],
  timeZone: "UTC",
  startHour: 19,
};
const checked = (over: Partial<TargetBody>) => checkTarget({ ...usual, ...over }, { roles: [{ id: "mle" }], now });

test("works without a date, without hours, and on the day itself", () => {
  expect(checked({})).toMatchObject({ ok: true });
  expect(checked({ hoursAWeek: 0, weekdays: [] })).toMatchObject({ ok: true });
  expect(checked({ date: "2026-11-27" })).toMatchObject({ ok: true });
  expect(checked({ weekdays: [7, 1, 7] })).toMatchObject({ ok: true, value: { weekdays: [1, 7] } });
});

test("what is past is so in the time zone of the target", () => {
  expect(checked({ date: "2026-11-27", timeZone: "Europe/Berlin" })).toMatchObject({
    ok: false,
    reason: expect.stringContaining("past: today is 2026-11-28"),
  });
});

test.each<[string, Partial<TargetBody>, string]>([
  ["an unknown role", { role: "poet" }, "there are mle"],
  ["an unknown time zone", { timeZone: "Mars/Base" }, "Europe/Berlin"],
  ["a day that is none", { date: "2026-02-30" }, "no day of the calendar"],
  ["a day in the past", { date: "2025-01-01" }, "or none"],
  ["a day in ten years", { date: "2036-01-01" }, "two years"],
  ["hours below none", { hoursAWeek: -1 }, "0 or more"],
  ["hours that are no number", { hoursAWeek: Number.NaN }, "0 or more"],
  ["more hours than anybody has", { hoursAWeek: 120 }, "at most 80"],
  ["too many hours for one day", { hoursAWeek: 30, weekdays: [1] }, "30 hours a day"],
  ["hours on no day", { weekdays: [] }, "at least one weekday"],
])("refuses %s, with the mend", (_, over, said) => {
  expect(checked(over)).toMatchObject({ ok: false, reason: expect.stringContaining(said) });
});
