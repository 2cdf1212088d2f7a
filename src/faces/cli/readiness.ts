import type { Forecast, Readiness, RoundReadiness, Standing } from "../../features/plan/schema.ts";
import { counted, percent } from "../../lib/text.ts";
import { type Command, UsageError } from "./command.ts";
import { withApp } from "./with-app.ts";

export const command: Command = {
  options: { role: { type: "string" } },
  async run({ positionals, values }) {
    if (positionals.length > 0) throw new UsageError("readiness takes no file; name a role with --role.");
    return withApp(values, async (app) => {
      const readiness = await app.plan.readiness(typeof values.role === "string" ? values.role : undefined);
      if (!readiness.ok) throw new UsageError(readiness.reason);
      const titleOf = (skill: string) => app.bank.skills.get(skill)?.title ?? skill;
      console.log(values.json === true ? JSON.stringify(readiness.value) : asText(readiness.value, titleOf));
      return 0;
    });
  },
};

function asText({ title, overall, rounds, forecast }: Readiness, titleOf: (skill: string) => string): string {
  return [
    `${title}: what is expected on middling items that you have never seen`,
    "",
    ...[{ round: "whole loop", ...overall }, ...rounds].flatMap((each) => linesOf(each, titleOf)),
    ...(forecast ? ["", foretold(forecast)] : []),
    "",
    "Readiness counts the holdout alone. What is practised is shown beside it: the difference is the optimism of practice.",
  ].join("\n");
}

function foretold({ day, goingOn, stopping }: Forecast): string {
  return `On ${day}, at the pace of the last four weeks: ${percents(goingOn)}; if you stop today: ${percents(stopping)}.`;
}

function linesOf(
  { round, holdout, practice, optimism, narrowedBy }: Omit<RoundReadiness, "kind">,
  titleOf: (skill: string) => string,
): string[] {
  const gap = optimism === null ? "" : `; practice ${points(optimism)} ${optimism < 0 ? "below" : "above"} it`;
  const narrow = [...new Set(narrowedBy.map(({ skills: [first = ""] }) => titleOf(first)))].join("; ");
  return [
    `${round.padEnd(34)}${said(holdout)}   practised: ${said(practice)}${gap}`,
    ...(narrow === "" ? [] : [`    a mock on this would tell most: ${narrow}`]),
  ];
}

function said({ rows, expected, interval, enough }: Standing): string {
  if (!enough) return `not enough evidence (${counted(rows, "row")})`;
  return percents({ expected, interval }, `, ${counted(rows, "row")}`);
}

function percents({ expected, interval }: Pick<Standing, "expected" | "interval">, more = ""): string {
  return `${percent(expected)} (${percent(interval[0])} to ${percent(interval[1])}${more})`;
}

function points(share: number): string {
  return counted(Math.round(Math.abs(share) * 100), "point");
}
