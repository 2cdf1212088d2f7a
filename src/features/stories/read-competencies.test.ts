import { expect, test } from "vitest";
import type { Competency } from "../../shared/content/competency.ts";
import { openGrader } from "../../shared/grader/open-grader.ts";
import { learnedBreaks } from "./learned.ts";
import { splitSentences } from "./model/split-sentences.ts";
import { readCompetencies } from "./read-competencies.ts";

const sample = { levels: [1, 5] as [number, number], text: "" };
const CONFLICT: Competency = {
  id: "conflict",
  title: "Conflict",
  skill: "behavioral.conflict",
  listens_for: "A disagreement that was settled on what both sides need.",
  anchors: { 1: "one", 2: "two", 3: "three", 4: "four", 5: "five" },
  rubric: [
    {
      id: "other-side",
      points: 2,
      met_when: "says what the other side wanted and why",
      not_enough: "says that they disagreed",
      say: ["I asked him what he needed and why he was against it.", "She was worried that the release would slip."],
    },
    {
      id: "by-evidence",
      points: 2,
      met_when: "settles the disagreement by a test or a figure that both accept",
      not_enough: "settles it by rank",
      say: [
        "We agreed on a test that both of us would accept.",
        "We ran both versions for two weeks and looked at it together.",
      ],
    },
    {
      id: "relation",
      points: 1,
      met_when: "says how they worked together afterwards",
      not_enough: "says that it was fine",
      say: ["We still review each other's designs.", "He asked me to join his next project."],
    },
  ],
  counter_signs: [],
  samples: { strong: sample, middling: sample, weak: sample },
};
const MENTORING: Competency = {
  ...CONFLICT,
  id: "mentoring",
  title: "Mentoring",
  rubric: [
    {
      id: "by-questions",
      points: 1,
      met_when: "lets the junior find the answer by questions",
      not_enough: "explains it",
      say: ["I let her explain each step until she found it herself.", "I gave the intern a problem of their own."],
    },
    {
      id: "grown",
      points: 1,
      met_when: "tells what the junior could do alone at the end",
      not_enough: "says that they improved",
      say: ["By the end she ran the on-call alone.", "The intern presented it to the team without me."],
    },
    {
      id: "fitted",
      points: 1,
      met_when: "fits the help to what the junior lacked",
      not_enough: "gives general advice",
      say: [
        "I noticed that he could code but could not split a task.",
        "His weak point was statistics, so we began there.",
      ],
    },
  ],
};
// As it is dictated: no stop in it.
const STORY =
  "the backend lead was against the new ranker and we argued for weeks so i asked him what he needed and why he was against " +
  "it and it turned out that she was worried that the release would slip so we agreed on a test that both of us would accept " +
  "and we ran both versions for two weeks and looked at it together and in the end his version won by two percent and we " +
  "still review each other's designs";

const grader = openGrader("", { threads: 1 });
const story = { text: STORY, sentences: splitSentences(STORY, learnedBreaks()) };
const read = (asked: string[] = []) => readCompetencies({ grader, competencies: [MENTORING, CONFLICT] }, story, asked);

test("what a story shows of a competency is told with the words that show it, dictated too", async () => {
  const [first] = await read();
  expect(first).toMatchObject({ id: "conflict", title: "Conflict" });
  expect(first?.level).toBeGreaterThanOrEqual(4);
  expect(first?.se).toBeLessThan(1.2);
  for (const { span, probability } of first?.behaviours ?? []) {
    expect(probability).toBeGreaterThan(0.5);
    expect(STORY.slice(span?.start, span?.end)).toBe(span?.text);
  }
  expect(first?.behaviours.find(({ id }) => id === "relation")?.span?.text).toContain("review each other's designs");
});

test("what it does not speak of is shown only where it was asked for, and low", async () => {
  expect((await read()).map(({ id }) => id)).not.toContain("mentoring");
  const asked = (await read(["mentoring"])).find(({ id }) => id === "mentoring");
  expect(asked?.level ?? 1).toBeLessThanOrEqual(2);
  expect(asked?.behaviours).toHaveLength(3);
});

test("no story, no competencies", async () => {
  expect(
    await readCompetencies({ grader, competencies: [CONFLICT] }, { text: "", sentences: [] }, ["conflict"]),
  ).toEqual([]);
});
