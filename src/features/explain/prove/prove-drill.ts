import type { DrillItem } from "../../../shared/content/explain-bank.ts";
import type { ExplainDrill, Listener } from "../../../shared/content/explain-drill.ts";
import type { GradeSample, SampleName } from "../../../shared/grader/rubric/prove-samples.ts";
import { questionOf } from "../model/asked-question.ts";
import { type ExplanationRead, readExplanation } from "../model/read-explanation.ts";

type Scores = Record<SampleName | "reference", number>;
/** What the samples of a drill were given, by listener, and why it is not proven, where it is not. */
export type DrillProof = { slug: string; reasons: string[]; scores: { audience: string; scores: Scores }[] };

const BANDS: Record<SampleName, readonly [number, number]> = {
  strong: [0.8, 1],
  partial: [0.35, 0.7],
  wrong: [0, 0.25],
};
const SAMPLES = ["strong", "partial", "wrong"] as const;
const LEAST_OF_REFERENCE = 0.75;

type Told = { name: SampleName | "reference"; text: string; states: readonly string[] };

/** Reads the samples and the model explanation of each listener as those of a candidate are read. */
export async function proveDrill({ slug, drill }: DrillItem, grade: GradeSample): Promise<DrillProof> {
  const reasons: string[] = [];
  const scores: DrillProof["scores"] = [];
  for (const listener of drill.audiences) {
    const proven = await proveListener({ drill, listener }, grade);
    reasons.push(...proven.reasons.map((reason) => `${listener.audience}: ${reason}`));
    scores.push({ audience: listener.audience, scores: proven.scores });
  }
  return { slug, reasons, scores };
}

async function proveListener({ drill, listener }: { drill: ExplainDrill; listener: Listener }, grade: GradeSample) {
  const asked = { question: questionOf(drill, listener), values: new Map() };
  const scores: Scores = { strong: 0, partial: 0, wrong: 0, reference: 0 };
  const reasons = SAMPLES.flatMap((name) => bandFaults(name, listener.answers[name].band));
  const told: Told[] = [
    ...SAMPLES.map((name) => ({ name, ...listener.answers[name] })),
    { name: "reference", text: listener.reference, states: [] },
  ];
  for (const { name, text, states } of told) {
    const graded = await grade(asked, text);
    const read = readExplanation({ drill, listener }, text, graded);
    scores[name] = read.score;
    const [low, high] = name === "reference" ? [LEAST_OF_REFERENCE, 1] : listener.answers[name].band;
    const met = graded.criteria.map(({ id, probability }) => `${id} ${probability.toFixed(2)}`).join(", ");
    if (read.score < low || read.score > high)
      reasons.push(`${name} is given ${read.score.toFixed(2)}, outside ${low} to ${high}: ${sumInWords(read)}; ${met}`);
    reasons.push(...distortionFaults(name, states, read), ...graded.flags.map((flag) => `${name} is flagged: ${flag}`));
    if (name === "strong" || name === "reference") reasons.push(...formFaults(name, read, listener));
  }
  return { scores, reasons };
}

/** The bands of the bank: an author may narrow them, not widen them. */
function bandFaults(name: SampleName, [low, high]: readonly [number, number]): string[] {
  const [least, most] = BANDS[name];
  return low < least || high > most ? [`the band of ${name} leaves ${least} to ${most}`] : [];
}

function distortionFaults(name: string, states: readonly string[], { distortions }: ExplanationRead): string[] {
  const found = new Map(distortions.map(({ id, span }) => [id, span.text]));
  const missed = states.filter((id) => !found.has(id)).map((id) => `${name}: the distortion ${id} is not found`);
  const alarms = [...found].filter(([id]) => !states.includes(id));
  return [
    ...missed,
    ...alarms.map(([id, text]) => `${name}: the distortion ${id} is found where it is not stated: "${text}"`),
  ];
}

function formFaults(name: string, { terms, reading, length, analogy }: ExplanationRead, listener: Listener): string[] {
  const faults = terms.unexplained.map(
    ({ term, span }) => `${name}: the term ${term} is used without plain words ("${span.text}")`,
  );
  if (length.standing !== "right") faults.push(`${name} has ${length.words} words; ${length.fewest} to ${length.most}`);
  if (reading.grade === null) faults.push(`${name}: its reading grade cannot be told`);
  else if (reading.grade > listener.reading_grade)
    faults.push(
      `${name} has reading grade ${reading.grade.toFixed(1)}, above ${listener.reading_grade} (${reading.wordsASentence.toFixed(0)} words a sentence, ${reading.syllablesAWord.toFixed(2)} syllables a word)`,
    );
  if (analogy.span === null && listener.analogy === "needed")
    faults.push(`${name}: no picture is found, and this listener needs one`);
  if (analogy.misleading) faults.push(`${name}: its picture misleads and nothing says where it breaks`);
  return faults;
}

function sumInWords({ sum }: ExplanationRead): string {
  return sum.map(({ part, amount }) => `${part} ${amount >= 0 ? "" : "−"}${Math.abs(amount).toFixed(2)}`).join(", ");
}
