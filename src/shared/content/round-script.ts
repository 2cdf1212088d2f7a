import { z } from "zod";
import { ITEM_FIELDS } from "./item-fields.ts";
import { Misconception, RubricCriterion, SampleAnswer } from "./question.ts";

/** Rounds that are led by a script of ours; the others draw from the rooms. */
export const SCRIPTED_ROUNDS = ["depth", "responsible-ai", "metrics", "paper", "hiring-manager", "deep-dive"] as const;
export const ScriptedRound = z.enum(SCRIPTED_ROUNDS);
export type ScriptedRound = z.infer<typeof ScriptedRound>;

/**
 * What a criterion shows of a candidate, where parts of one round show different things: the names that panels give to
 * dimensions are built from it. In a depth round it is the level, in a deep dive each criterion stands for itself.
 */
const SHOWN_IN: Partial<Record<ScriptedRound, readonly string[]>> = {
  metrics: ["outcome", "guardrails", "assignment", "size", "reading", "decision", "next-step"],
  paper: ["understanding", "critique", "extension"],
};

/** A deep dive hears of any project and any line of its code: what it listens for has to be put in many more ways. */
const MOST_WAYS = { usual: 6, "deep-dive": 16 };
const ScriptCriterion = RubricCriterion.extend({
  shows: z.string().exactOptional().describe("as that of the part; where the criterion shows something else"),
  say: z
    .array(z.string().min(15))
    .min(2)
    .max(MOST_WAYS["deep-dive"])
    .describe("ways in which a good candidate would put it; more than six in a deep dive alone"),
});

/** Something that the interviewer asks about, and what a good answer to it has. */
const ScriptPart = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(3).max(60).describe("for the scorecard; says nothing of the answer"),
  shows: z
    .string()
    .exactOptional()
    .describe(
      "metrics: outcome, guardrails, assignment, size, reading, decision, next-step; paper: understanding, critique, extension",
    ),
  ask: z.string().min(20).describe("as the interviewer says it"),
  rubric: z.array(ScriptCriterion).min(2).max(5),
  misconceptions: z.array(Misconception).max(4).default([]),
  probes: z
    .array(z.strictObject({ when_missing: z.string(), ask: z.string().min(15) }))
    .min(2)
    .describe("asked where a criterion was not met; names no part of the answer"),
  hint: z.string().min(20).describe("said once to somebody who is stuck: where to look, not what is there"),
  answers: z.strictObject({ strong: SampleAnswer, partial: SampleAnswer, wrong: SampleAnswer }),
  reference: z.string().min(60).describe("the model answer, at most 150 words"),
});
export type ScriptPart = z.infer<typeof ScriptPart>;

const PARTS: Record<ScriptedRound, { fewest: number; most: number }> = {
  depth: { fewest: 5, most: 5 },
  "responsible-ai": { fewest: 3, most: 5 },
  metrics: { fewest: 3, most: 5 },
  paper: { fewest: 4, most: 6 },
  "hiring-manager": { fewest: 3, most: 5 },
  // what it is, why one place of its code is as it is, what it taught: the places are those of the candidate's own project
  "deep-dive": { fewest: 3, most: 3 },
};
const MOST_REFERENCE_WORDS = 150;

/** `rounds/<round>/<slug>.yaml`. An id is permanent, a slug (the file's name) may change. */
export const RoundScript = z
  .strictObject({
    ...ITEM_FIELDS,
    round: ScriptedRound,
    opening: z.string().min(20).describe("what the interviewer says first: the topic, the case, the abstract"),
    parts: z
      .array(ScriptPart)
      .describe(
        "in the order in which they are asked; depth rounds go a level deeper each: what it is, how exactly it works, why it fails in use, what the alternatives cost, where its limits are",
      ),
    facts: z
      .array(
        z.strictObject({
          asked: z.array(z.string().min(8)).min(2).describe("questions of a candidate that this answers"),
          answer: z.string().min(5),
        }),
      )
      .max(10)
      .default([])
      .describe("what the interviewer answers if asked"),
    sources: z.array(z.string().min(5)).default([]),
  })
  .superRefine((script, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    const { fewest, most } = PARTS[script.round];
    if (script.parts.length < fewest || script.parts.length > most)
      refuse(["parts"], `a ${script.round} round has ${fewest === most ? fewest : `${fewest} to ${most}`} parts`);
    if (new Set(script.parts.map(({ id }) => id)).size < script.parts.length)
      refuse(["parts"], "two parts have the same id");
    script.parts.forEach((part, at) => {
      for (const { key, message } of partFaults(part)) refuse(["parts", at, key], message);
      for (const message of shownFaults(script.round, part)) refuse(["parts", at, "shows"], message);
      const most = script.round === "deep-dive" ? MOST_WAYS["deep-dive"] : MOST_WAYS.usual;
      for (const { id, say } of part.rubric)
        if (say.length > most) refuse(["parts", at, "rubric"], `${id}: at most ${most} ways of saying it`);
    });
  });
export type RoundScript = z.infer<typeof RoundScript>;

function shownFaults(round: ScriptedRound, part: ScriptPart): string[] {
  const known = SHOWN_IN[round] ?? [];
  const shown = [...new Set([part.shows, ...part.rubric.map((each) => each.shows ?? part.shows)])];
  return shown.flatMap((each) => {
    if (each === undefined) return known.length > 0 ? [`say what it shows: ${known.join(", ")}`] : [];
    if (known.includes(each)) return [];
    return [known.length > 0 ? `"${each}" is none of ${known.join(", ")}` : `nothing is marked in a ${round} round`];
  });
}

function partFaults({ rubric, probes, answers, reference }: ScriptPart): { key: string; message: string }[] {
  const ids = new Set(rubric.map(({ id }) => id));
  const words = reference.trim().split(/\s+/).length;
  return [
    ...(ids.size < rubric.length ? [{ key: "rubric", message: "two criteria have the same id" }] : []),
    ...rubric
      .filter(({ number }) => number)
      .map(({ id }) => ({ key: "rubric", message: `${id}: no drawn numbers here` })),
    ...probes
      .filter(({ when_missing }) => !ids.has(when_missing))
      .map(({ when_missing }) => ({ key: "probes", message: `there is no criterion "${when_missing}"` })),
    ...Object.values(answers)
      .flatMap(({ meets = [] }) => meets)
      .filter((id) => !ids.has(id))
      .map((id) => ({ key: "answers", message: `there is no criterion "${id}"` })),
    ...(words > MOST_REFERENCE_WORDS
      ? [{ key: "reference", message: `has ${words} words; at most ${MOST_REFERENCE_WORDS}` }]
      : []),
  ];
}
