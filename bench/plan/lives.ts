import type { Observation, SkillTree } from "../../src/features/plan/model/abilities.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { answers, type Learner, newItems } from "./learners.ts";

/** When a simulated person exercises, and when they ask where they stand. */
export type Life = { days: readonly number[]; practiceADay: number; holdoutADay: number; asksOn: number };

const daysFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);

export const MONTH: Life = { days: daysFrom(0, 30), practiceADay: 6, holdoutADay: 3, asksOn: 30 };
export const LIVES = {
  "six days": { ...MONTH, days: daysFrom(0, 6), asksOn: 6 },
  "five rows": { days: [0], practiceADay: 0, holdoutADay: 5, asksOn: 1 },
  "gaps of two weeks": { ...MONTH, days: [0, 16, 32, 48].flatMap((first) => daysFrom(first, 3)), asksOn: 51 },
  "two months of sleep": { ...MONTH, asksOn: 90 },
  "much practice, little holdout": { ...MONTH, practiceADay: 16, holdoutADay: 1 },
} satisfies Record<string, Life>;

/** Everything done, in order. Items of the holdout are seen once each. */
export function lives(learner: Learner, life: Life, { skills, seed }: { skills: SkillTree; seed: number }) {
  const random = seededRandom(seed * 104_729);
  const items = newItems(skills, 2, random);
  const rows: (Observation & { part: "practice" | "holdout" })[] = [];
  for (const day of life.days) {
    for (let nth = 0; nth < life.practiceADay; nth++) {
      const item = items[Math.floor(random() * items.length)];
      if (item) rows.push({ ...answers(learner, item, day), part: "practice" });
    }
    for (let nth = 0; nth < life.holdoutADay; nth++) {
      const [item] = items.splice(Math.floor(random() * items.length), 1);
      if (item) rows.push({ ...answers(learner, item, day), part: "holdout" });
    }
  }
  return rows;
}
