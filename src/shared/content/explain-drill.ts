import { z } from "zod";
import { Misconception, RubricCriterion, SampleAnswer } from "./question.ts";

export const AUDIENCES = ["executive", "product-manager", "engineer", "junior", "researcher"] as const;
/** `engineer` is one of another field; `junior` a junior colleague of one's own. */
export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

const Term = z.strictObject({
  term: z.string().min(2).describe("as it is said; its plural and other endings are found too"),
  instead: z.string().min(3).describe("what to say to this listener"),
});

const Distortion = Misconception.extend({
  also: z
    .array(z.string().min(15))
    .max(4)
    .default([])
    .describe("other ways of saying the same wrong thing; each finds more of what people say"),
});

const Sample = SampleAnswer.extend({
  states: z.array(z.string()).default([]).describe("distortions that it states: each is found, and no other"),
});

const Listener = z.strictObject({
  audience: Audience,
  situation: z
    .string()
    .min(30)
    .describe("who asks, why now, in one to three sentences; the listener's own words where that helps"),
  words: z.tuple([z.int().min(20), z.int().max(400)]).describe("fewest and most words"),
  reading_grade: z
    .number()
    .min(5)
    .max(18)
    .describe("highest Flesch–Kincaid grade that is comfortable for this listener"),
  analogy: z.enum(["needed", "welcome", "unneeded"]),
  not_allowed: z
    .array(Term)
    .describe("terms that this listener does not know, unless said in plain words in the same sentence"),
  rubric: z.array(RubricCriterion).min(3).max(5).describe("what must come across to this listener"),
  distortions: z.array(Distortion).min(1).max(5).describe("simplifications that have become wrong"),
  follow_ups: z
    .array(z.strictObject({ when_missing: z.string().exactOptional(), ask: z.string().min(10) }))
    .min(1)
    .describe("what this listener asks next; one without `when_missing` is asked when nothing is missing"),
  answers: z.strictObject({ strong: Sample, partial: Sample, wrong: Sample }),
  reference: z.string().min(80).describe("a model explanation, within the length and without the terms"),
});
export type Listener = z.infer<typeof Listener>;

/** `explain/<slug>.yaml`: one concept told to several listeners. */
export const ExplainDrill = z
  .strictObject({
    id: z.guid().describe("permanent; make one with `uuidgen`"),
    title: z.string().min(3).max(60),
    kind: z.literal("explain"),
    concept: z
      .string()
      .min(30)
      .describe("the concept, exactly, in one or two sentences: what every version must stay true to"),
    skills: z
      .array(z.string())
      .min(1)
      .max(4)
      .describe("ids of skills.yaml; the concept's first, then communication.explaining"),
    difficulty: z.int().min(1).max(5),
    roles: z.array(z.string()).min(1).describe("ids of roles.yaml"),
    analogies: z
      .array(
        z.strictObject({
          picture: z.string().min(10).describe("an everyday picture that people use for it"),
          holds: z.string().min(10).describe("what it gets right"),
          breaks: z.string().min(10).describe("where it misleads"),
          cues: z.array(z.string()).min(2).describe("words that give it away, such as librarian, shelf"),
          misleads: z.boolean().describe("whether it does more harm than good"),
        }),
      )
      .min(2),
    audiences: z.array(Listener).min(3),
    sources: z.array(z.string().min(5)).default([]),
  })
  .superRefine(({ audiences }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    audiences.forEach(({ audience, rubric, distortions, follow_ups, answers, words: [fewest, most] }, at) => {
      const here = ["audiences", at];
      if (audiences.findIndex((each) => each.audience === audience) < at) refuse(here, `${audience} stands twice`);
      if (fewest >= most) refuse([...here, "words"], "the fewest words are fewer than the most");
      const ids = new Set(rubric.map(({ id }) => id));
      for (const { when_missing } of follow_ups)
        if (when_missing !== undefined && !ids.has(when_missing))
          refuse([...here, "follow_ups"], `there is no criterion "${when_missing}"`);
      if (!follow_ups.some(({ when_missing }) => when_missing === undefined))
        refuse([...here, "follow_ups"], "one without `when_missing` is asked when nothing is missing");
      const wrongs = new Set(distortions.map(({ id }) => id));
      for (const [name, { meets = [], states }] of Object.entries(answers)) {
        for (const id of meets) if (!ids.has(id)) refuse([...here, "answers", name], `there is no criterion "${id}"`);
        for (const id of states)
          if (!wrongs.has(id)) refuse([...here, "answers", name], `there is no distortion "${id}"`);
      }
      if (answers.wrong.states.length === 0)
        refuse([...here, "answers", "wrong"], "it states at least one distortion: name it in `states`");
    });
  });
export type ExplainDrill = z.infer<typeof ExplainDrill>;
