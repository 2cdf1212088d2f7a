import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfIso, isoOfDay, isTimeZone, localDay, localDays, startOf, weekdayOf } from "./local-days.ts";

const iso = (at: string, zone: string) => isoOfDay(localDay(new Date(at), zone));

describe("a day", () => {
  test("is that of the time zone", () => {
    expect(iso("2026-11-27T23:30:00Z", "Europe/Berlin")).toBe("2026-11-28");
    expect(iso("2026-11-27T23:30:00Z", "America/Los_Angeles")).toBe("2026-11-27");
    expect(iso("2026-11-27T10:30:00Z", "Pacific/Kiritimati")).toBe("2026-11-28");
  });

  test("of 23 or 25 hours is one day", () => {
    // Berlin leaps ahead on 29 March 2026 and back on 25 October
    for (const day of ["2026-03-29", "2026-10-25"]) {
      const number = dayOfIso(day) ?? 0;
      const [start, next] = [startOf(number, 0, "Europe/Berlin"), startOf(number + 1, 0, "Europe/Berlin")];
      expect(iso(start.toISOString(), "Europe/Berlin")).toBe(day);
      expect(iso(new Date(+next - 1000).toISOString(), "Europe/Berlin")).toBe(day);
      expect((+next - +start) / 3_600_000).toBe(day === "2026-03-29" ? 23 : 25);
    }
  });

  test("knows its weekday and its name", () => {
    expect(weekdayOf(dayOfIso("2026-11-27") ?? 0)).toBe(5);
    expect(weekdayOf(dayOfIso("1969-12-31") ?? 0)).toBe(3);
    for (const wrong of ["2026-02-30", "27.11.2026", "2026-11", ""]) expect(dayOfIso(wrong)).toBeUndefined();
  });
});

describe("an hour of a day", () => {
  test("is the same hour of the wall clock on both sides of a change", () => {
    const at = (day: string) => startOf(dayOfIso(day) ?? 0, 19, "Europe/Berlin").toISOString();
    expect(at("2026-10-24")).toBe("2026-10-24T17:00:00.000Z");
    expect(at("2026-10-25")).toBe("2026-10-25T18:00:00.000Z");
  });

  test("that the clock leaps over begins after the leap", () => {
    expect(startOf(dayOfIso("2026-03-29") ?? 0, 2, "Europe/Berlin").toISOString()).toBe("2026-03-29T01:00:00.000Z");
  });
});

test("many days are counted as each by itself", () => {
  const zone = fc.constantFrom("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");
  const time = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(zone, fc.array(time, { maxLength: 20 }), (name, times) => {
      const dayOf = localDays(name);
      for (const at of times) expect(dayOf(at)).toBe(localDay(at, name));
    }),
  );
});

test("a time zone is known by its name", () => {
  expect(isTimeZone("Europe/Berlin")).toBe(true);
  expect(isTimeZone("Europe/Atlantis")).toBe(false);
});
