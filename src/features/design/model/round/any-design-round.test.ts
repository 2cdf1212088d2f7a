import fc from "fast-check";
import { expect, test } from "vitest";
import {
  answer,
  type Deed,
  design,
  estimates,
  held,
  MINUTE,
  refused,
  run,
} from "../../../../../tests/support/held-design-round.ts";
import type { Intent } from "../../../../shared/rounds/reading.ts";

test("whatever is said and done, every round ends, nothing is asked twice, and a replay is the same", () => {
  const deed = fc.oneof(
    fc.record({
      intent: fc.constantFrom<Intent>(
        "answers",
        "asks",
        "wants-hint",
        "wants-answer",
        "wants-repeat",
        "stuck",
        "is-done",
        "says-nothing",
        "strays",
        "instructs",
        "thinks",
      ),
      first: fc.double({ min: 0, max: 1, noNaN: true }),
      facts: fc.uniqueArray(fc.constantFrom("load", "budget", "delay", "gone"), { maxLength: 2 }),
    }),
    fc.constantFrom<Deed>(design, run(), run(["fast", "there"]), estimates("1"), refused("No.")),
    fc.record({ minutes: fc.double({ min: 0, max: 4, noNaN: true }), draftWords: fc.nat(5) }),
  );
  const hold = (deeds: readonly (typeof deed extends fc.Arbitrary<infer T> ? T : never)[]) => {
    const round = held();
    for (const each of deeds) {
      if ("intent" in each)
        round.says({
          ...answer(each.first, each.first),
          intent: each.intent,
          facts: each.facts.map((id) => ({ id, answer: "" })),
        });
      else if ("minutes" in each) round.waits(each.minutes, { draftWords: each.draftWords, idleMs: 2 * MINUTE });
      else round.does(each);
    }
    for (let minute = 0; minute < 46; minute++) round.waits(1);
    return round;
  };
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      const round = hold(deeds);
      expect(round.over).not.toBeNull();
      const once = round.log.filter(({ act }) => ["ask", "probe", "inform", "challenge", "close"].includes(act));
      const keys = once.map(({ act, topic, about }) => `${act}/${topic}/${about}`);
      expect(new Set(keys).size).toBe(keys.length);
      const again = hold(deeds);
      expect(again.state).toEqual(round.state);
      expect(again.log).toEqual(round.log);
      const { score } = round.assess();
      expect(score === null || (score >= 0 && score <= 1)).toBe(true);
    }),
  );
});
