import fc from "fast-check";
import { expect, test } from "vitest";
import { KeptHistory } from "./history.ts";
import type { Observed } from "./observed.ts";

const HOUR_MS = 3_600_000;
const FIRST = Date.parse("2026-03-20T00:00:00Z"); // before a change of the clock
const ZONE = "Europe/Berlin";
const TODAY = Math.floor(FIRST / (24 * HOUR_MS)) + 15;

function rowAt(hours: number, item: string): Observed {
  const at = new Date(FIRST + hours * HOUR_MS);
  const row = { itemId: item, skills: [`${item}.a`, "shared"], difficulty: 3, score: 1, standardError: 0, hints: 0 };
  const told = { id: `${item}-${hours}`, at: at.toISOString(), day: at.getTime() / (24 * HOUR_MS), secondsUsed: 600 };
  return { ...row, ...told, part: "practice", revealed: false };
}

const told = (kept: KeptHistory, rows: readonly Observed[]) => {
  const { items, skills, minutes } = kept.tell(rows, ZONE, TODAY);
  return { items, skills, minutes };
};

test("a history that goes on is the one told from the whole log, where rows come at its end or between", () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom("one", "two"));
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 5 }), (batches) => {
      const kept = new KeptHistory();
      let log: Observed[] = [];
      for (const batch of batches) {
        const all = new Map([...log, ...batch.map((each) => rowAt(...each))].map((each) => [each.id, each]));
        log = [...all.values()].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
        expect(told(kept, log)).toEqual(told(new KeptHistory(), log));
      }
    }),
  );
});
