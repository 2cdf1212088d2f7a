import { expect, test } from "vitest";
import { parseDesign } from "../language/parse-design.ts";
import { daysOf, rankingWorld } from "../quality/test-world.ts";
import { runDays } from "./run-days.ts";

const DAY = 86_400;
const run = (lines: string[], scenario: object) =>
  runDays(parseDesign(lines.join("\n")).design, rankingWorld(), daysOf(scenario), { seed: 1 });
const first = (report: ReturnType<typeof runDays>) => {
  const [incident] = report.incidents;
  if (!incident) throw new Error("there was a fault");
  return incident;
};

test("bad data poisons features and models unless it is checked, and the checks tell of it", () => {
  const poison = {
    lasts: "30d",
    step: "6h",
    faults: [{ id: "poison", kind: "poisoned-data", title: "A field is in cents", at: "10d", lasts: "2d" }],
  };
  const at = (checks: string) =>
    run(
      [
        "gateway -> service -> features",
        "service -> ranker",
        `events:queue -> stream{checks=${checks}} -> features`,
        "service -> events",
        `stream -> warehouse -> batch{checks=${checks}, every=1d} -> features`,
        "warehouse -> train{every=1d} -> ranker",
      ],
      poison,
    );
  const [open, checked] = [at("off"), at("on")];
  expect(first(checked)).toMatchObject({ detectedBy: "data checks", detectedAfter: 60 });
  expect(first(open).detectedAfter).toBeNull();
  expect(first(checked).lowestQuality).toBeGreaterThan(first(open).lowestQuality ?? 1);
  expect(first(open).recoveredAfter, "the models of those days serve on").toBeGreaterThan(0);
});

test("a new embedding blinds the index until its batch has run again; with two generations it does not", () => {
  const change = {
    lasts: "20d",
    step: "6h",
    faults: [{ id: "embedding", kind: "embedding-change", title: "A new encoder", at: "10d", size: 0.6 }],
  };
  const at = (dual: string, every: string) =>
    first(
      run(
        [
          `gateway -> service -> vectors{dual=${dual}}`,
          "service -> ranker",
          `warehouse -> batch{every=${every}, takes=2h} -> vectors`,
        ],
        change,
      ),
    );
  expect(at("off", "3d").recoveredAfter).toBe(2 * DAY + 2 * 3600);
  expect(at("off", "3d").recoveredAfter).toBeGreaterThan(at("off", "1d").recoveredAfter ?? Infinity);
  expect(at("on", "3d")).toMatchObject({ recoveredAfter: 0, blast: 0 });
});

test("late data costs the quality that needs fresh features, while it is late", () => {
  const late = {
    lasts: "10d",
    step: "1h",
    faults: [
      {
        id: "late",
        kind: "late-data",
        title: "The stream lags",
        at: "5d",
        lasts: "6h",
        size: 3600,
        target: ["stream"],
      },
    ],
  };
  const { series } = run(
    [
      "gateway -> service -> features",
      "service -> ranker",
      "service -> queue -> stream -> features",
      "warehouse -> batch -> features",
    ],
    late,
  );
  expect(series.quality[122]).toBeLessThan((series.quality[118] ?? 0) * 0.85);
  expect(series.quality[130]).toBeCloseTo(series.quality[118] ?? 0, 1);
});
