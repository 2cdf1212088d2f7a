import * as fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "./ids.ts";

test("an id is a UUID of version 7 that holds its time", () => {
  const id = newId(new Date("2026-01-02T03:04:05.678Z"));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const ms = Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
  expect(new Date(ms).toISOString()).toBe("2026-01-02T03:04:05.678Z");
});

test("the example of RFC 9562, appendix A.6", () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(newId(new Date(0x017f22e279b0), random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
});

test("an id made later sorts later", () => {
  const times = fc.integer({ min: 0, max: 2 ** 48 - 2 });
  fc.assert(fc.property(times, (ms) => newId(new Date(ms)) < newId(new Date(ms + 1))));
});
