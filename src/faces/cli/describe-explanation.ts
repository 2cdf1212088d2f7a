import type { CheckedExplanation, SumLine } from "../../features/explain/schema.ts";

const PARTS: Record<SumLine["part"], string> = {
  across: "came across",
  terms: "terms they do not know",
  reading: "hard to follow",
  length: "length",
  analogy: "no picture, or a misleading one",
  cap: "at most this much with what was distorted",
};

/** An explanation as it was read, for a terminal. */
export function describeExplanation({
  reading,
  criteria,
  distortions,
  suspected,
  nextAsk,
}: CheckedExplanation): string {
  const doubt = reading.abstained ? ", not sure: compare with the model explanation" : "";
  const { terms, length, reading: level } = reading;
  return [
    `${reading.score.toFixed(2)} ± ${reading.se.toFixed(2)}${doubt}`,
    ...reading.sum.map(
      ({ part, amount }) => `  ${amount < 0 ? "−" : "+"}${Math.abs(amount).toFixed(2)}  ${PARTS[part]}`,
    ),
    "",
    ...criteria.map(({ points, probability, metWhen, span }) => {
      const words = span && probability >= 0.5 ? `\n      “${flowing(span.text)}”` : "";
      return `${(points * probability).toFixed(1)} of ${points}  ${metWhen}${words}`;
    }),
    ...distortions.map(({ span, whyWrong }) => `Distorted: “${flowing(span.text)}”\n      ${whyWrong}`),
    ...suspected.map(({ span, whyWrong }) => `Read again: “${flowing(span.text)}”\n      ${whyWrong}`),
    ...terms.unexplained.map(({ term, instead }) => `Not known to them: ${term}. Say: ${instead}`),
    `${length.words} words, ${length.fewest} to ${length.most} fit. ${levelOf(level)}`,
    ...(reading.flags.length > 0 ? [`Noticed: ${reading.flags.join(", ")}`] : []),
    ...(reading.engine === "lexical" ? ["The encoder is missing: words alone were compared."] : []),
    ...(nextAsk === null ? [] : [`They ask: ${nextAsk}`]),
  ].join("\n");
}

function levelOf({ grade, highest }: CheckedExplanation["reading"]["reading"]): string {
  return grade === null
    ? "The reading level cannot be told: there are no full stops, or too few words."
    : `Reading grade ${grade.toFixed(1)}; up to ${highest} is comfortable for them.`;
}

function flowing(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
