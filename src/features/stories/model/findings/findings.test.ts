import { expect, test } from "vitest";
import type { StoryLength, StoryPart } from "../../schema.ts";
import { doubtsOf } from "../doubts/doubts.ts";
import { told } from "../told.ts";
import { findingsOf } from "./findings.ts";

type Line = readonly [StoryPart, string];
const SOUND: readonly Line[] = [
  ["situation", "I was on the search team of a shop with two hundred people, and part numbers were hardly ever found."],
  ["task", "My job was to halve the searches without a result by the end of the quarter."],
  ["action", "I read a thousand sessions with the support lead and sorted them into four kinds of failure."],
  ["action", "I tried a semantic model first, and it made part numbers worse."],
  ["action", "So I chose exact matching for anything with a digit, because the largest group typed part numbers."],
  [
    "action",
    "The catalogue team was against it, and I ran it on a tenth of the traffic and showed them each complaint.",
  ],
  ["result", "Searches without a result fell from 22 to 9 percent within six weeks."],
  ["learning", "I write down which failure I expect before I test, since I was wrong about synonyms."],
];

function findings(lines: readonly Line[], version: StoryLength = "full") {
  const view = told(lines.map(([part, text]) => ({ part, text })));
  return findingsOf(view, { doubts: doubtsOf(view), standing: "sound", version });
}
const ids = (lines: readonly Line[]) => findings(lines).map(({ id }) => id);
const without = (...parts: StoryPart[]) => SOUND.filter(([part]) => !parts.includes(part));

test("a sound story has no finding", () => {
  expect(ids(SOUND)).toEqual([]);
});

test.each([
  ["result", "no-result"],
  ["learning", "no-learning"],
  ["action", "thin-action"],
] as const)("without its %s: %s", (part, id) => {
  expect(ids(without(part))).toContain(id);
});

test("half a minute may leave out what there is no time for, and is held to its own length", () => {
  const short = without("task", "learning").filter(([, text]) => !/semantic|sorted/.test(text));
  expect(findings(short, "half-minute").map(({ id }) => id)).toEqual([]);
  expect(findings(short).map(({ id }) => id)).toEqual(expect.arrayContaining(["too-short", "no-learning"]));
  expect(findings(SOUND, "half-minute").map(({ id }) => id)).toContain("too-long");
});

test("no task is missed where the situation does not imply one", () => {
  expect(ids(without("task"))).toContain("no-task");
  const implied: Line = [
    "situation",
    "The head of search asked me to have a look, and that was the whole brief that I got.",
  ];
  expect(ids([implied, ...without("task")])).not.toContain("no-task");
});

test("a result without a figure is shown with its sentence", () => {
  const vague: Line = ["result", "In the end search was a lot better and everybody was happy with it."];
  const found = findings([...without("result", "learning"), vague, ...SOUND.slice(-1)]).find(
    ({ id }) => id === "no-figure",
  );
  expect(found?.spans.map(({ text }) => text)).toEqual([vague[1]]);
});

test("years, ranks and names with digits in them are no figures", () => {
  const vague: Line = ["result", "In 2023 it went live as our 2nd release on GPT-4 and everyone liked it."];
  expect(ids([...without("result"), vague])).toContain("no-figure");
});

test("too long a situation is told with its share and its time", () => {
  const more: Line = [
    "situation",
    "The shop had been founded by two brothers in the nineties, moved twice, bought a rival, ran three warehouses with three " +
      "systems that did not speak to each other, and had just begun to sell abroad when all of this came up in a meeting.",
  ];
  const [found] = findings([more, ...SOUND]);
  expect(found).toMatchObject({ id: "long-situation", part: "situation" });
  expect(found?.said).toMatch(/\d+ % of the story, \d+ seconds/);
  expect(found?.spans.map(({ text }) => text)).toContain(more[1]);
});

test("acts without a choice are told apart from a choice without a reason", () => {
  const acts: readonly Line[] = [
    ["action", "I looked at the data and I cleaned it, and then I added features and trained several models."],
    ["action", "I worked on it for a long time and we had many meetings about it with all of the teams."],
  ];
  const choice: Line = ["action", "I decided to use gradient boosting."];
  const said = (lines: readonly Line[]) =>
    findings([...without("action"), ...lines]).find(({ id }) => id === "no-decision")?.said ?? "";
  expect(said(acts)).toContain("No choice of your own");
  expect(said([...acts, choice])).toContain("not why");
});

test("the result may come first; parts in disorder are scattered", () => {
  const result = SOUND[6] as Line;
  expect(ids([result, ...SOUND])).not.toContain("scattered");
  const mixed = [6, 4, 0, 7, 2, 1, 6, 3, 0, 5].map((at) => SOUND[at] as Line);
  expect(ids(mixed)).toContain("scattered");
});

test("a fault that is put on others is blame; a fault that is owned is none", () => {
  const blame: Line = [
    "situation",
    "The data engineers delivered everything late, as always, and the manager had no idea about models.",
  ];
  const owned: Line = ["action", "I should have asked them, they were right and it was my fault, so I told them so."];
  expect(ids([...SOUND, blame])).toContain("blame");
  expect(ids([...SOUND, owned])).not.toContain("blame");
});

test.each<Line>([
  ["result", "The model reached 100 percent precision with zero false alarms."],
  ["result", "Revenue increased by 400 percent in the first month."],
  ["action", "I rebuilt the whole platform over one weekend, single-handedly."],
])("what is hard to believe is doubted, in an interviewer's words: %s %s", (...line) => {
  const found = findings([...SOUND, line]).find(({ id }) => id === "doubtful");
  expect(found?.said).toMatch(/^An interviewer would doubt this/);
  expect(found?.spans[0]?.text).toBe(line[1]);
});

test("two times for the same work are doubted, with both places", () => {
  const [a, b]: Line[] = [
    ["action", "I built the new index and shipped it within three weeks."],
    ["result", "The whole project took nine months."],
  ];
  const found = findings([...SOUND, a as Line, b as Line]).find(({ id }) => id === "doubtful");
  expect(found?.spans.map(({ text }) => text)).toEqual([a?.[1], b?.[1]]);
});
