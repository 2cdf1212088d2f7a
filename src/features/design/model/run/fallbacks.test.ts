import { expect, test } from "vitest";
import { World } from "../../../../shared/content/design/world.ts";
import { drain } from "../engine/theory/drain.ts";
import { detectionWorld } from "../quality/test-world.ts";

const LOST = { id: "loss", kind: "node-loss", title: "the scorer is lost", at: 0, size: 1, target: ["scorer"] };

function decided(fallback: string, people = "people") {
  const base = detectionWorld();
  const world = World.parse({
    ...base,
    traffic: { rate: 50 },
    detection: { ...base.detection, positives: 0.2 },
    scenarios: [{ id: "run", title: "the scorer is lost", lasts: 100, faults: [LOST] }],
    objectives: base.objectives.map((each) => ({ ...each, scenario: "run" })),
  });
  const name = people === "review" ? "review" : `${people}:review`;
  const { outcomes, nodes, arrived } = drain(
    `gateway -> app:service\napp -> scorer{block>0.5}[fallback=${fallback}]\napp -> ${name}{people=1000, error=10%}`,
    world,
  );
  const seen = nodes.find(({ design }) => design.type === "review")?.served ?? 0;
  return {
    caught: outcomes.caught / outcomes.positives,
    blocked: outcomes.blocked / outcomes.negatives,
    reviewed: seen / arrived,
  };
}

test("what failed is let through, blocked, or looked at, as its arrow says", () => {
  expect(decided("allow")).toEqual({ caught: 0, blocked: 0, reviewed: 0 });
  expect(decided("block")).toEqual({ caught: 1, blocked: 1, reviewed: 0 });
  const looked = decided("review");
  expect(looked.caught).toBeCloseTo(0.9, 6);
  expect(looked.blocked).toBeCloseTo(0.1, 6);
  expect(looked.reviewed).toBe(1);
});

test("a fallback to review means the same where the reviewers are named `review`", () => {
  expect(decided("review", "review")).toEqual(decided("review"));
});
