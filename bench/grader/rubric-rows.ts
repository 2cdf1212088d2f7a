import { seededRandom } from "../../src/lib/random.ts";
import { fillQuestion, fillText } from "../../src/shared/content/fill-question.ts";
import type { Question } from "../../src/shared/content/question.ts";
import type { QuestionItem } from "../../src/shared/content/question-bank.ts";
import { asQuestion, type ScriptItem } from "../../src/shared/content/round-bank.ts";
import { gate } from "../../src/shared/grader/gates.ts";
import { readAnswer } from "../../src/shared/grader/rubric/answer-view.ts";
import { matchCriteria } from "../../src/shared/grader/rubric/criterion-features.ts";
import type { AnswerGrader } from "../../src/shared/grader/rubric/grade-answer.ts";
import { readRubric } from "../../src/shared/grader/rubric/rubric-view.ts";
import { denied } from "./attacks.ts";
import { freshAnswers } from "./fresh-answers.ts";
import { LEARNED_FRAMES, talkedAround, turnedOnly } from "./limits.ts";
import { type SpokenClaim, spokenClaims } from "./spoken-claims.ts";

/** An answer to a question and, for each criterion, whether it is met. */
type LabelledAnswer = { kind: string; question: Question; answer: string; met: boolean[] };
export type RubricRow = { kind: string; group: string; criterion: string; features: number[]; label: number };

type Models = Pick<AnswerGrader, "encoder" | "claims">;

const SEED = 1;
const COMPOSED = 4;

/** What the bank itself says about which answer meets what: the samples, and answers put together from `say`. */
export function labelledAnswers(bank: readonly QuestionItem[]): LabelledAnswer[] {
  const fresh = Map.groupBy(freshAnswers(), ({ question }) => question);
  const random = seededRandom(SEED);
  const drawn = bank.map(({ question }) => fillQuestion(question, SEED));
  const filled = drawn.map(({ question }) => question);
  return filled.flatMap((question, at) => {
    const all = (met: boolean) => question.rubric.map(() => met);
    const { strong } = question.answers;
    const other = filled[(at + 1 + Math.floor(random() * (filled.length - 1))) % filled.length] ?? question;
    const row = (kind: string, answer: string, met: boolean) => ({ kind, question, answer, met: all(met) });
    return [
      ...samplesOf(question),
      ...(fresh.get(bank[at]?.slug ?? "") ?? []).map((each) => ({
        kind: `fresh ${each.kind}`,
        question,
        answer: fillText(each.text, drawn[at]?.values ?? new Map()),
        met: metBy(question, each, each.kind === "strong"),
      })),
      ...(other === question ? [] : [row("other", other.answers.strong.text, false)]),
      row("denied", denied(strong.text, random), false),
      row("turned", turnedOnly(strong.text), false),
      row("talked around", talkedAround(strong.text, LEARNED_FRAMES, random), false),
      ...Array.from({ length: COMPOSED }, () => composed(question, random)),
    ];
  });
}

/** The samples of the parts of talks; a part is a question by itself. */
export function labelledParts(scripts: readonly ScriptItem[]): LabelledAnswer[] {
  return scripts.flatMap(({ script }) =>
    script.parts.flatMap((part) => samplesOf({ ...asQuestion(script, part), id: `${script.id}/${part.id}` })),
  );
}

/** Answers put together from what people say of each criterion, of the topics whose sentences the reader of claims has not read. */
export function labelledSpoken(bank: readonly QuestionItem[], scripts: readonly ScriptItem[]): LabelledAnswer[] {
  const random = seededRandom(SEED);
  const claims = Map.groupBy(
    spokenClaims().filter((each) => each.for_trees),
    ({ topic }) => topic,
  );
  const of = (topic: string, question: Question, values: Values) =>
    spokenOf(question, { claims: claims.get(topic) ?? [], values, random });
  return [
    ...bank.flatMap(({ slug, question }) => {
      const drawn = fillQuestion(question, SEED);
      return of(slug, drawn.question, drawn.values);
    }),
    ...scripts.flatMap(({ slug, script }) =>
      script.parts.flatMap((part) => {
        const question = { ...asQuestion(script, part), id: `${script.id}/${part.id}` };
        return of(`${slug}/${part.id}`, question, new Map());
      }),
    ),
  ];
}

type Values = ReturnType<typeof fillQuestion>["values"];
type Spoken = { claims: readonly SpokenClaim[]; values: Values; random: () => number };

const MIXED = 2;

function spokenOf(question: Question, { claims, values, random }: Spoken): LabelledAnswer[] {
  if (claims.length === 0) return [];
  const ways = {
    said: ({ said }: SpokenClaim) => said,
    wrong: ({ wrong }: SpokenClaim) => wrong[1],
    empty: ({ empty }: SpokenClaim) => empty[1],
    thin: ({ thin }: SpokenClaim) => thin,
  };
  const names = Object.keys(ways) as (keyof typeof ways)[];
  const answer = (kind: string, way: () => keyof typeof ways): LabelledAnswer => {
    const chosen = claims.map((claim) => ({ claim, way: way() }));
    const met = new Set(chosen.flatMap(({ claim, way }) => (way === "said" ? [claim.criterion] : [])));
    const text = chosen.map(({ claim, way }) => fillText(ways[way](claim), values)).join(" ");
    return { kind: `spoken ${kind}`, question, answer: text, met: question.rubric.map(({ id }) => met.has(id)) };
  };
  return [
    ...names.map((name) => answer(name, () => name)),
    ...Array.from({ length: MIXED }, () =>
      answer("mixed", () => (random() < 0.5 ? "said" : (names[1 + Math.floor(random() * 3)] ?? "said"))),
    ),
  ];
}

/** The three samples, with what they meet; a partial one that does not say so is left out. */
function samplesOf(question: Question): LabelledAnswer[] {
  const { strong, partial, wrong } = question.answers;
  return [
    { kind: "strong", question, answer: strong.text, met: metBy(question, strong, true) },
    ...(partial.meets
      ? [{ kind: "partial", question, answer: partial.text, met: metBy(question, partial, false) }]
      : []),
    { kind: "wrong", question, answer: wrong.text, met: metBy(question, wrong, false) },
  ];
}

/** Which criteria an answer meets; all or none, by `otherwise`, where it does not say. */
function metBy({ rubric }: Question, { meets }: { meets?: string[] }, otherwise: boolean): boolean[] {
  return rubric.map(({ id }) => meets?.includes(id) ?? otherwise);
}

/** One way of saying some of the criteria, taken out of the rubric: what is left is met by these and no others. */
function composed(question: Question, random: () => number): LabelledAnswer {
  const met = question.rubric.map(() => random() < 0.5);
  const chosen = question.rubric.map(({ say }) => Math.floor(random() * say.length));
  const rubric = question.rubric.map((criterion, at) =>
    met[at] ? { ...criterion, say: criterion.say.filter((_, which) => which !== chosen[at]) } : criterion,
  );
  const order = met.flatMap((is, at) => (is ? [at] : [])).sort(() => random() - 0.5);
  const answer = order.map((at) => question.rubric[at]?.say[chosen[at] ?? 0] ?? "").join(" ");
  return { kind: "composed", question: { ...question, rubric }, answer, met };
}

/** Features of every criterion of every answer, numbers left out: they are checked, not learned. */
export async function rubricRows(answers: readonly LabelledAnswer[], models: Models): Promise<RubricRow[]> {
  const rows: RubricRow[] = [];
  for (const { kind, question, answer, met } of answers) {
    const rubric = await readRubric(question, models.encoder);
    const seen = await readAnswer(gate(answer, question.prompt).text, models.encoder);
    const matches = await matchCriteria(seen, rubric, models.claims);
    matches.forEach(({ features }, at) => {
      const criterion = question.rubric[at];
      const label = met[at];
      if (label === undefined || !criterion || criterion.number) return;
      rows.push({ kind, group: question.id, criterion: criterion.id, features, label: Number(label) });
    });
  }
  return rows;
}
