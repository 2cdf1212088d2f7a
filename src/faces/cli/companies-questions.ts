import { nearest } from "../../lib/text.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import {
  ASKING_ROUND_IDS,
  INTERVIEWER_IDS,
  INTERVIEWERS,
  type QuestionToAsk,
} from "../../shared/content/question-to-ask.ts";
import { loadQuestionsToAsk } from "../../shared/content/questions-to-ask.ts";
import { type Command, type Invocation, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";

export const command: Command = {
  options: { interviewer: { type: "string" }, round: { type: "string" } },
  async run({ positionals, values }) {
    if (positionals.length > 0) throw new UsageError("Choose by --interviewer and --round; nothing else is taken.");
    const who = oneOf(INTERVIEWER_IDS, "interviewer", values);
    const round = oneOf(ASKING_ROUND_IDS, "round", values);
    const { questions, faults } = loadQuestionsToAsk(configOrUsage().contentDir);
    for (const fault of faults) console.error(describeFault(fault));
    const found = questions.filter(
      (each) => (!who || each.interviewers.includes(who)) && (!round || each.rounds.includes(round)),
    );
    if (values.json === true) console.log(JSON.stringify(found));
    else console.log(found.length > 0 ? found.map(asText).join("\n\n") : "No question fits both.");
    return found.length > 0 ? 0 : 1;
  },
};

function oneOf<T extends string>(known: readonly T[], option: string, values: Invocation["values"]): T | undefined {
  const given = values[option];
  if (given === undefined) return undefined;
  const found = known.find((each) => each === given);
  if (found) return found;
  const meant = nearest(String(given), known);
  throw new UsageError(
    `There is no ${option} "${String(given)}"${meant ? `; did you mean "${meant}"?` : "."} There are ${known.join(", ")}.`,
  );
}

function asText({ text, theme, interviewers, good, warning, not_when }: QuestionToAsk): string {
  return [
    text,
    `  ${theme}; ask: ${interviewers.map((who) => INTERVIEWERS[who].toLowerCase()).join(", ")}`,
    `  good: ${good}`,
    `  warning: ${warning}`,
    `  not when: ${not_when}`,
  ].join("\n");
}
