import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answersTo } from "../../src/features/design/ask.ts";
import { readFacts } from "../../src/features/design/case-folder.ts";
import { type Grader, openGrader } from "../../src/shared/grader/open-grader.ts";
import { ROOT } from "../support/server.ts";

type Line = { slug: string; text: string; wanted: string[] };
/** Shares: of single questions understood, and understood as something else; of small talk taken for a question. */
type Measured = { right: number; wrong: number; false: number };

const ASKED = join(import.meta.dirname, "interviewer");

function linesOf(set: string): Line[] {
  return readdirSync(join(ASKED, set)).flatMap((name) =>
    readFileSync(join(ASKED, set, name), "utf8")
      .split("\n")
      .filter((line) => line.includes(" | "))
      .map((line) => {
        const [text = "", wanted = ""] = line.split(" | ");
        const slug = name === "small-talk.txt" ? "card-fraud-detection" : basename(name, ".txt");
        return { slug, text, wanted: wanted === "-" ? [] : wanted.split(",") };
      }),
  );
}

async function measure(grader: Grader, set: string): Promise<Measured> {
  const counts = { asked: 0, right: 0, wrong: 0, talk: 0, taken: 0 };
  for (const { slug, text, wanted } of linesOf(set)) {
    const facts = readFacts(join(ROOT, "content", "designs", slug));
    const heard = (await answersTo(grader, facts, text)).flatMap(({ fact }) => fact?.id ?? []);
    if (wanted.length === 0) {
      counts.talk++;
      counts.taken += Number(heard.length > 0);
    }
    if (wanted.length !== 1) continue;
    counts.asked++;
    counts.right += Number(heard.length > 0 && heard.every((id) => wanted.includes(id)));
    counts.wrong += Number(heard.some((id) => !wanted.includes(id)));
  }
  const { asked, right, wrong, talk, taken } = counts;
  return { right: right / asked, wrong: wrong / asked, false: taken / talk };
}

// Floors a little below what was measured: a change of the matcher or of a case's facts that costs more is noticed.
describe.each([
  {
    set: "fitted",
    embedded: { right: 0.8, wrong: 0.15, false: 0.08 },
    lexical: { right: 0.7, wrong: 0.25, false: 0.1 },
  },
  {
    set: "seen",
    embedded: { right: 0.8, wrong: 0.08, false: 0.12 },
    lexical: { right: 0.65, wrong: 0.25, false: 0.2 },
  },
  {
    set: "fresh",
    embedded: { right: 0.32, wrong: 0.15, false: 0.15 },
    lexical: { right: 0.3, wrong: 0.25, false: 0.3 },
  },
] as const)("the interviewer on the set $set", ({ set, ...floors }) => {
  for (const engine of ["embedded", "lexical"] as const) {
    let grader: Grader;
    beforeAll(() => {
      grader = openGrader(engine === "embedded" ? join(ROOT, ".holdout", "encoder") : "", { threads: 1 });
    });
    afterAll(() => grader.close());

    test(`${engine}: understands questions, and mistakes few`, async () => {
      const measured = await measure(grader, set);
      expect(measured.right, JSON.stringify(measured)).toBeGreaterThanOrEqual(floors[engine].right);
      expect(measured.wrong, JSON.stringify(measured)).toBeLessThanOrEqual(floors[engine].wrong);
      expect(measured.false, JSON.stringify(measured)).toBeLessThanOrEqual(floors[engine].false);
    });
  }
});
