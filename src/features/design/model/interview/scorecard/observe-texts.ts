import type { Evidence, GradedText, Probe } from "../../../schema.ts";
import type { Observation } from "./observation.ts";

const MET_FROM = 0.5;
const MOST_QUOTE = 200;
/** An answer that the grader is not sure of counts half, and is as uncertain as a coin. */
const ABSTAINED = { weight: 0.5, se: 0.3 };

/** Written answers and answers to probes, as graded. */
export function observeTexts(texts: readonly GradedText[]): Observation[] {
  return texts.map((graded): Observation => {
    const { dimension, score, abstained, text, ask } = graded;
    const unmet = graded.criteria.filter(({ probability }) => probability < MET_FROM);
    const worst = unmet.toSorted((a, b) => b.points * (1 - b.probability) - a.points * (1 - a.probability))[0];
    const mistake = graded.misconceptions[0];
    return {
      dimension,
      score,
      se: abstained ? Math.max(ABSTAINED.se, graded.se) : graded.se,
      weight: abstained ? ABSTAINED.weight : 1,
      evidence: text.trim() === "" ? [said("question", `Nothing was written to “${ask}”`)] : evidenceOf(graded),
      mend: mistake ? mistake.whyWrong : worst ? `A strong answer ${worst.metWhen}.` : null,
    };
  });
}

/** Probes that were asked and left without an answer. */
export function observeSilence(probes: readonly Probe[]): Observation[] {
  return probes.map(({ dimension, ask }) => ({
    dimension,
    score: 0,
    se: 0.2,
    weight: 0.5,
    evidence: [said("question", `Left without an answer: “${ask}”`)],
    mend: `Have an answer to “${ask}”`,
  }));
}

function evidenceOf({ criteria, misconceptions }: GradedText): Evidence[] {
  return [
    ...misconceptions.map(({ span }) => said("quote", shortened(span.text))),
    ...criteria.flatMap(({ probability, span }): Evidence[] =>
      probability >= MET_FROM && span ? [{ kind: "quote", text: shortened(span.text), good: true }] : [],
    ),
    ...criteria.flatMap(({ probability, metWhen }) =>
      probability < MET_FROM ? [said("question", `Not said: ${metWhen}`)] : [],
    ),
  ];
}

function said(kind: Evidence["kind"], text: string): Evidence {
  return { kind, text, good: false };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= MOST_QUOTE ? line : `${line.slice(0, MOST_QUOTE).replace(/\s+\S*$/, "")} …`;
}
