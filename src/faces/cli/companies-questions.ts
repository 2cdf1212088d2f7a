import { describeFault } from "../../shared/content/content-fault.ts";
import {
  ASKING_ROUND_IDS,
  INTERVIEWER_IDS,
  INTERVIEWERS,
  type QuestionToAsk,
} from "../../shared/content/question-to-ask.ts";
import { loadQuestionsToAsk } from "../../shared/content/questions-to-ask.ts";
import { type Command, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { oneOf } from "./one-of.ts";

export const command: Command = {
  options: { interviewer: { type: "string" }, round: { type: "string" } },
  async run({ positionals, values }) {
    if (positionals.length > 0) throw new UsageError("Choose by --interviewer and --round; nothing else is taken.");
    const { interviewer, round: asked } = values;
    const who = typeof interviewer === "string" ? oneOf("interviewer", interviewer, INTERVIEWER_IDS) : undefined;
    const round = typeof asked === "string" ? oneOf("round", asked, ASKING_ROUND_IDS) : undefined;
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

function asText({ text, theme, interviewers, good, warning, not_when }: QuestionToAsk): string {
  return [
    text,
    `  ${theme}; ask: ${interviewers.map((who) => INTERVIEWERS[who].toLowerCase()).join(", ")}`,
    `  good: ${good}`,
    `  warning: ${warning}`,
    `  not when: ${not_when}`,
  ].join("\n");
}
