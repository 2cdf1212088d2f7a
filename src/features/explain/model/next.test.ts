import { expect, test } from "vitest";
import { nextAsk } from "./next-ask.ts";
import { nextDrill, type Tried } from "./next-drill.ts";

const LISTENER = {
  follow_ups: [
    { when_missing: "cheap", ask: "What of the cheap one?" },
    { when_missing: "dear", ask: "What of the dear one?" },
    { ask: "And what else would you say?" },
  ],
};
const criteria = (cheap: number, dear: number) => [
  { id: "cheap", points: 1, probability: cheap },
  { id: "dear", points: 3, probability: dear },
];

test("the listener asks for the dearest point that is missing, then for the next one, then what they ask anyway", () => {
  const missing = criteria(0.1, 0.1);
  const asked: string[] = [];
  for (const expected of ["What of the dear one?", "What of the cheap one?", "And what else would you say?"]) {
    const next = nextAsk(LISTENER, missing, asked);
    expect(next?.ask).toBe(expected);
    asked.push(expected);
  }
  expect(nextAsk(LISTENER, missing, asked)).toBeNull();
});

test("where nothing is missing they ask what they ask anyway, once", () => {
  expect(nextAsk(LISTENER, criteria(0.9, 0.9), [])).toEqual({ ask: "And what else would you say?", criterion: null });
  expect(nextAsk(LISTENER, criteria(0.9, 0.9), ["And what else would you say?"])).toBeNull();
});

const concept = (slug: string, difficulty: number, ...audiences: Tried[]) => ({
  slug,
  title: slug,
  difficulty,
  audiences,
});
const tried = (audience: Tried["audience"], last: number | null): Tried => ({
  audience,
  attempts: last === null ? 0 : 1,
  last,
});

test("what did not come across is told again, but not at once", () => {
  const choices = [
    concept("a", 2, tried("executive", 0.3), tried("junior", null)),
    concept("b", 1, tried("junior", null)),
  ];
  expect(nextDrill(choices, undefined)).toMatchObject({ slug: "a", audience: "executive", why: "again" });
  const just = { slug: "a", audience: "executive" } as const;
  expect(nextDrill(choices, just)).toMatchObject({ slug: "a", audience: "junior", why: "other-listener" });
});

test("a concept that one listener knows goes to another before a new one begins", () => {
  const choices = [
    concept("b", 1, tried("junior", null)),
    concept("a", 4, tried("executive", 0.9), tried("junior", null)),
  ];
  expect(nextDrill(choices, undefined)).toMatchObject({ slug: "a", why: "other-listener" });
});

test("of new concepts the easiest comes first, and at the end nothing is left", () => {
  const choices = [concept("hard", 4, tried("junior", null)), concept("easy", 1, tried("junior", null))];
  expect(nextDrill(choices, undefined)).toMatchObject({ slug: "easy", why: "new" });
  expect(nextDrill([concept("a", 1, tried("junior", 0.9))], undefined)).toBeNull();
});
