import { expect, test } from "vitest";
import { abilitiesAt, type Observation } from "./abilities.ts";
import { areaWeights, LIMITS, nextItem, type Offered, whyOver } from "./diagnostic.ts";

const SKILLS = ["a", "b", "c"].flatMap((area) => [1, 2].map((nth) => ({ id: `${area}.${nth}`, area })));
const WEIGHTS = new Map([
  ["a.1", 0.5],
  ["a.2", 0.2],
  ["b.1", 0.1],
]);
const NOTHING = abilitiesAt(SKILLS, [], 0);

function item(id: string, skill: string, more: Partial<Offered> = {}): Offered {
  return { id, skills: [skill], area: skill.charAt(0), difficulty: 3, minutes: 2.5, ...more };
}
function rows(count: number, score: number): Observation[] {
  const still = { standardError: 0.05, hints: 0, revealed: false, day: 0, difficulty: 3, score };
  return Array.from({ length: count }, (_, at) => ({ ...still, itemId: `row-${at}`, skills: ["a.1"] }));
}

test("every area that the role weighs comes once before any comes twice, and one without weight never", () => {
  let offered = [item("a1", "a.1"), item("a2", "a.1"), item("b1", "b.1"), item("b2", "b.1"), item("c1", "c.1")];
  const areas: string[] = [];
  for (;;) {
    const next = nextItem(NOTHING, WEIGHTS, { offered, askedAreas: areas });
    if (!next) break;
    areas.push(next.area);
    offered = offered.filter((each) => each !== next);
  }
  expect(areas).toEqual(["a", "b", "a", "b"]);
  expect([...areaWeights(WEIGHTS, SKILLS).keys()]).toEqual(["a", "b"]);
});

test("of two alike the one nearer to the ability that is believed comes first", () => {
  const offered = [item("easy", "a.1", { difficulty: 1 }), item("hard", "a.1", { difficulty: 5 })];
  const chosen = (score: number) =>
    nextItem(abilitiesAt(SKILLS, rows(8, score), 0), WEIGHTS, { offered, askedAreas: ["a"] })?.id;
  expect(chosen(0.95)).toBe("hard");
  expect(chosen(0.1)).toBe("easy");
});

test("of two alike the shorter one comes first", () => {
  const offered = [item("long", "a.1", { minutes: 5 }), item("short", "a.1")];
  expect(nextItem(NOTHING, WEIGHTS, { offered, askedAreas: [] })?.id).toBe("short");
});

test("it is over when nothing is left, when the next would not fit, and when enough questions are spent", () => {
  const next = item("a1", "a.1");
  const over = (more: { minutes?: number; asked?: number; next?: Offered | undefined }) =>
    whyOver(NOTHING, WEIGHTS, {
      askedAreas: Array.from({ length: more.asked ?? 2 }, () => "a"),
      minutes: more.minutes ?? 10,
      next: "next" in more ? more.next : next,
    });
  expect(over({})).toBeNull();
  expect(over({ next: undefined })).toBe("no-more-questions");
  expect(over({ minutes: LIMITS.most - 2.6 })).toBeNull();
  expect(over({ minutes: LIMITS.most - 2.4 })).toBe("time");
  expect(over({ asked: LIMITS.questions })).toBe("time");
});

test("a narrow estimate ends it, but not before every area was asked about", () => {
  const known = abilitiesAt(SKILLS, rows(60, 0.8), 0);
  const one = new Map([["a.1", 1]]);
  const next = item("a1", "a.1");
  expect(whyOver(known, one, { askedAreas: ["a"], minutes: 3, next })).toBe("narrow-enough");
  expect(whyOver(known, one, { askedAreas: ["b"], minutes: 3, next })).toBeNull();
  expect(whyOver(NOTHING, one, { askedAreas: ["a"], minutes: 26, next })).toBeNull();
});
