import { asQuestion, type ScriptItem } from "../../content/round-bank.ts";
import type { RoundScript, ScriptPart } from "../../content/round-script.ts";
import { type GradeSample, proveSamples, type SampleName } from "./prove-samples.ts";

/** What the samples of a script's parts were given, and why it is not proven, where it is not. */
export type ScriptProof = { slug: string; reasons: string[]; scores: Record<SampleName, number> };

/** What the interviewer says of a part may earn this much of it at most, or the interviewer gives the answer away. */
const MOST_GIVEN_AWAY = 0.3;
const MOST_OF_A_CRITERION = 0.5;

/** Grades the samples of each part: they must lie in their bands, and neither hint nor probes may give the answer away. */
export async function proveScript({ slug, script }: ScriptItem, grade: GradeSample): Promise<ScriptProof> {
  const scores = { strong: 0, partial: 0, wrong: 0 };
  const reasons: string[] = [];
  for (const part of script.parts) {
    const asked = { question: asQuestion(script, part), values: new Map<string, unknown>() };
    const proven = await proveSamples(asked, grade);
    for (const name of ["strong", "partial", "wrong"] as const)
      scores[name] += proven.scores[name] / script.parts.length;
    const told = [...proven.reasons, ...(await givenAway(script, part, grade))];
    reasons.push(...told.map((reason) => `${part.id}: ${reason}`));
  }
  return { slug, reasons, scores };
}

async function givenAway(script: RoundScript, part: ScriptPart, grade: GradeSample): Promise<string[]> {
  const asked = { question: asQuestion(script, part), values: new Map<string, unknown>() };
  const hint = await grade(asked, part.hint);
  const reasons =
    hint.score > MOST_GIVEN_AWAY ? [`the hint gives ${(100 * hint.score).toFixed(0)} % of the answer away`] : [];
  for (const { when_missing, ask } of part.probes) {
    const met = (await grade(asked, ask)).criteria.find(({ id }) => id === when_missing)?.probability ?? 0;
    if (met > MOST_OF_A_CRITERION) reasons.push(`the probe "${ask}" gives ${when_missing} away (${met.toFixed(2)})`);
  }
  return reasons;
}
