import type { GradedText } from "../../schema.ts";
import type { RoundPrompt } from "./setup.ts";
import { type AskedPrompt, type DesignState, promptOf } from "./state.ts";

/** Answers as the scorecard knows them: what was never answered of what everybody is asked counts as nothing said. */
export function gradedTexts({ setup, asked }: DesignState): GradedText[] {
  const answered = asked.filter(({ said }) => said.length > 0);
  const silent = setup.written.filter(({ id }) => answered.every((each) => each.id !== id));
  return [
    ...answered.flatMap((so) => {
      const prompt = promptOf(setup, so.id);
      return prompt ? [gradedText(prompt, so)] : [];
    }),
    ...silent.map((prompt) => gradedText(prompt, undefined)),
  ];
}

function gradedText(prompt: RoundPrompt, so: AskedPrompt | undefined): GradedText {
  const reading = so?.reading;
  return {
    id: prompt.id,
    dimension: prompt.dimension,
    ask: prompt.ask,
    text: so?.said.map(({ text }) => text).join("\n") ?? "",
    score: reading?.score ?? 0,
    se: reading?.se ?? 0,
    abstained: reading?.abstained ?? false,
    flags: reading?.flags ?? [],
    criteria: prompt.points.map(({ id, metWhen, points }) => {
      const read = reading?.points.find((each) => each.id === id);
      return { id, points, metWhen, say: [], probability: read?.probability ?? 0, span: read?.span ?? null };
    }),
    misconceptions: reading?.mistaken.map(({ id, whyWrong, span }) => ({ id, whyWrong, span, says: "" })) ?? [],
    reference: "",
  };
}
