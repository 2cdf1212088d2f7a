import fc from "fast-check";
import { expect, test } from "vitest";
import { KeptCards } from "../../src/features/recall/kept-cards.ts";
import { RecallRepo } from "../../src/features/recall/repo.ts";
import type { StoredAnswer } from "../../src/features/recall/stored.ts";
import { openStore } from "../../src/shared/store/store.ts";
import { onEveryEngine } from "./engines.ts";

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-03-01T12:00:00Z");

const rating = fc.constantFrom(1, 2, 3, 4);
const item = fc.constantFrom("one", "two", "three");
const day = fc.integer({ min: 0, max: 300 });
/** What may befall the log; an import brings what was answered before other answers, or again what is there. */
const step = fc.oneof(
  fc.record({ what: fc.constant("answer" as const), item, rating }),
  fc.record({ what: fc.constant("follow-up" as const), item }),
  fc.record({ what: fc.constant("overrule" as const), nth: fc.nat(), rating }),
  fc.record({ what: fc.constant("import" as const), item, days: fc.array(day, { maxLength: 4 }), rating }),
  fc.record({ what: fc.constant("read" as const) }),
);

type Step = typeof step extends fc.Arbitrary<infer Given> ? Given : never;
type Rating = NonNullable<StoredAnswer["rating"]>;

function answerOf(id: string, itemId: string, { at, rating }: { at: number; rating: number | null }): StoredAnswer {
  return {
    id,
    itemId,
    itemVersion: "1",
    seed: 1,
    session: "s",
    probe: rating === null ? "a criterion" : null,
    text: "",
    secondsUsed: 60,
    answeredAt: new Date(FIRST + at * DAY_MS).toISOString(),
    grade: { engine: "lexical", score: 0.5, se: 0, abstained: false, flags: [], criteria: [], misconceptions: [] },
    rating: rating as Rating | null,
    dueAt: rating === null ? null : new Date(FIRST + (at + rating) * DAY_MS).toISOString(),
    overruled: null,
    graderVersion: "test",
  };
}

/** Does what a step says, at day 301 + `nth`; what was answered is added to `ids`. */
async function take(repo: RecallRepo, ids: string[], { nth, given }: { nth: number; given: Step }) {
  const id = `a-${nth}`;
  const at = 301 + nth;
  if (given.what === "answer") {
    ids.push(id);
    await repo.save(answerOf(id, given.item, { at, rating: given.rating }), undefined);
  }
  if (given.what === "follow-up") await repo.save(answerOf(id, given.item, { at, rating: null }), undefined);
  if (given.what === "import")
    await repo.restore(
      given.days.map((each) => answerOf(`i-${given.item}-${each}`, given.item, { at: each, rating: given.rating })),
    );
  const overruled = given.what === "overrule" ? ids[given.nth % Math.max(1, ids.length)] : undefined;
  if (given.what === "overrule" && overruled !== undefined) {
    const dueAt = new Date(FIRST + (at + given.rating) * DAY_MS).toISOString();
    await repo.overrule({ id: overruled, overruled: { a: true }, rating: given.rating as Rating, dueAt });
  }
}

onEveryEngine((openEmpty) => {
  test("kept cards are those that a cold replay of the log gives, whoever wrote it", { timeout: 60_000 }, async () => {
    const store = await openEmpty();
    try {
      let replayed = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          await store.db.deleteFrom("recall_answer").execute();
          const repo = new RecallRepo(store);
          const kept = new KeptCards(repo);
          const ids: string[] = [];
          for (const [nth, given] of steps.entries()) {
            await take(new RecallRepo(store), ids, { nth, given });
            if (given.what === "read" || nth === steps.length - 1) {
              const cold = await new KeptCards(repo).read();
              expect(await kept.read()).toEqual(cold);
              replayed += cold.size;
            }
          }
        }),
        { numRuns: 40 },
      );
      expect(replayed).toBeGreaterThan(0);
    } finally {
      await store.close();
    }
  });
});

test("a card whose reviews are the same is not replayed, and those who ask at once replay once", async () => {
  const store = await openStore(":memory:");
  const repo = new RecallRepo(store);
  await repo.restore([answerOf("a", "one", { at: 0, rating: 3 }), answerOf("b", "two", { at: 0, rating: 3 })]);
  const kept = new KeptCards(repo);
  const [first, again] = await Promise.all([kept.read(), kept.read()]);
  await repo.save(answerOf("c", "two", { at: 9, rating: 3 }), undefined);
  const after = await kept.read();
  expect(again.get("one")?.memory).toBe(first.get("one")?.memory);
  expect(after.get("one")?.memory).toBe(first.get("one")?.memory);
  expect(after.get("two")?.memory.reviews).toBe(2);
  await store.close();
});
