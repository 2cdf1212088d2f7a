import fc from "fast-check";
import { expect, test } from "vitest";
import { EventQueue } from "./event-queue.ts";

/** Times with many ties; -1 stands for a pop. */
const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(-1)), { maxLength: 400 });

test("events come in the order of time, and of scheduling where times are equal", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const queue = new EventQueue();
      const naive: { time: number; sequence: number }[] = [];
      const next = () => naive.sort((a, b) => a.time - b.time || a.sequence - b.sequence).shift();
      all.forEach((step, sequence) => {
        if (step >= 0) {
          queue.schedule(step / 4, sequence, sequence + 1, sequence + 2);
          naive.push({ time: step / 4, sequence });
          return;
        }
        const wanted = next();
        expect(queue.pop()).toBe(wanted !== undefined);
        if (wanted) expect([queue.time, queue.target]).toEqual([wanted.time, wanted.sequence]);
      });
      expect(queue.size).toBe(naive.length);
      for (let wanted = next(); wanted; wanted = next()) {
        expect(queue.nextTime()).toBe(wanted.time);
        queue.pop();
        const { time, target, op, argument } = queue;
        expect({ time, target, op, argument }).toEqual({
          time: wanted.time,
          target: wanted.sequence,
          op: wanted.sequence + 1,
          argument: wanted.sequence + 2,
        });
      }
      expect(queue.pop()).toBe(false);
      expect(queue.nextTime()).toBe(Number.POSITIVE_INFINITY);
    }),
    { numRuns: 300 },
  );
});

test("it grows as far as is asked of it", () => {
  const queue = new EventQueue();
  const times = Array.from({ length: 20_000 }, (_, at) => ((at * 7919) % 20_011) / 3);
  for (const [at, time] of times.entries()) queue.schedule(time, at, 0, 0);
  const sorted = times.toSorted((a, b) => a - b);
  expect(sorted.every((time) => queue.pop() && queue.time === time && times[queue.target] === time)).toBe(true);
});
