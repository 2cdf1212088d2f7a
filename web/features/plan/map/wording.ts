import { counted } from "../../../../src/lib/text.ts";
import { percent } from "../../../ui/figures.ts";
import type { Forecast, Measured, Standing } from "./types.ts";

/** "52 to 71 %". */
export function intervalSaid({ interval: [low, high] }: Pick<Standing, "interval">): string {
  return `${Math.round(100 * low)} to ${percent(high)}`;
}

/** "62 % (52 to 71 %)", or that there is not enough evidence, and from how many exercises. */
export function standingSaid(standing: Standing): string {
  if (!standing.enough)
    return standing.rows === 0 ? "nothing known yet" : `not enough evidence (${counted(standing.rows, "exercise")})`;
  return `${percent(standing.expected)} (${intervalSaid(standing)})`;
}

/** What is expected on the day of the interview, if one goes on as of late and if one stops. */
export function forecastSaid({ goingOn, stopping }: Forecast, day: string): string {
  const [on, stop] = [goingOn, stopping].map((each) => `${percent(each.expected)} (${intervalSaid(each)})`);
  return `On ${day}, the day of the interview, ${on} is expected at the pace of the last four weeks, and ${stop} if nothing more is done.`;
}

/** What the difference between practice and holdout means, in one sentence. */
export function optimismSaid({ optimism, practice, holdout }: Measured): string {
  if (optimism === null) {
    const lacks = holdout.enough ? practice : holdout;
    const where = holdout.enough ? "in practice" : "on what you had never seen";
    return `How far practice flatters you is not known yet: there ${lacks.rows === 1 ? "is" : "are"} ${lacks.rows === 0 ? "no exercises" : counted(lacks.rows, "exercise")} ${where}.`;
  }
  const points = Math.round(100 * Math.abs(optimism));
  const [known, sure] = [halfOf(practice), halfOf(holdout)];
  if (Math.abs(optimism) < Math.hypot(known, sure))
    return `Practice is ${counted(points, "point")} ${optimism < 0 ? "below" : "above"} what you had never seen, which is less than either is known to: no sign that it flatters you.`;
  return optimism > 0
    ? `Practice looks ${counted(points, "point")} better than you do on what you had never seen: that much is knowing the exercises, not the subject.`
    : `You do ${counted(points, "point")} better on what you had never seen than in practice: your exercises are the harder ones.`;
}

const halfOf = ({ interval: [low, high] }: Standing) => (high - low) / 2;

export function hoursSaid(hours: number): string {
  if (hours > 0 && hours < 1) return `${Math.max(1, Math.round(60 * hours))} min`;
  return `${hours >= 10 ? Math.round(hours) : Number(hours.toFixed(1))} h`;
}
