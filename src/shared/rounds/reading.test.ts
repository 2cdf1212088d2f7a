import { expect, test } from "vitest";
import { nothingHeard } from "./hear-answer.ts";
import { Reading } from "./reading.ts";

test("a log of before, with one fact in a reading or several joined in it, is read as it is written now", () => {
  const { facts: _, ...rest } = nothingHeard("asks");
  expect(Reading.parse({ ...rest, fact: null }).facts).toEqual([]);
  expect(
    Reading.parse({ ...rest, fact: { id: "load+budget", answer: "Ten. Two." } }).facts.map(({ id }) => id),
  ).toEqual(["load", "budget"]);
  const now = { ...rest, facts: [{ id: "load", answer: "Ten." }] };
  expect(Reading.parse(now)).toEqual(now);
});
