import { readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answersTo } from "../../src/features/design/ask.ts";
import { readFacts } from "../../src/features/design/case-folder.ts";
import { type Grader, openGrader } from "../../src/shared/grader/open-grader.ts";
import { ROOT } from "../support/server.ts";

type Line = { slug: string; text: string; wanted: string[] };
/**
 * Shares: of questions for one fact answered with it alone, and with anything else; of what asks for no fact answered all
 * the same; of the facts that questions for several ask for, found.
 */
type Measured = { right: number; wrong: number; taken: number; found: number };

const ASKED = join(import.meta.dirname, "interviewer");
const SLUGS = readdirSync(join(ROOT, "content", "designs"));

function linesOf(set: string): Line[] {
  return readdirSync(join(ASKED, set)).flatMap((name) => {
    const slugs = name === "small-talk.txt" ? SLUGS : [basename(name, extname(name))];
    const lines = readFileSync(join(ASKED, set, name), "utf8")
      .split("\n")
      .filter(Boolean)
      .map(name.endsWith(".jsonl") ? ofJson : ofText);
    return slugs.flatMap((slug) => lines.map((line) => ({ slug, ...line })));
  });
}

function ofText(line: string): Omit<Line, "slug"> {
  const [text = "", wanted = ""] = line.split(" | ");
  return { text, wanted: wanted === "-" ? [] : wanted.split(",") };
}

function ofJson(line: string): Omit<Line, "slug"> {
  const { question, fact } = JSON.parse(line) as { question: string; fact: string | string[] | null };
  return { text: question, wanted: fact === null ? [] : [fact].flat() };
}

async function measure(grader: Grader, set: string): Promise<Measured> {
  const counts = { asked: 0, right: 0, wrong: 0, talk: 0, taken: 0, several: 0, found: 0 };
  for (const { slug, text, wanted } of linesOf(set)) {
    const heard = await heardIn(grader, slug, text);
    const strays = heard.filter((id) => !wanted.includes(id)).length;
    if (wanted.length === 0) {
      counts.talk++;
      counts.taken += Number(heard.length > 0);
    } else if (wanted.length === 1) {
      counts.asked++;
      counts.right += Number(heard.length > 0 && strays === 0);
      counts.wrong += Number(strays > 0);
    } else {
      counts.several += wanted.length;
      counts.found += heard.length - strays;
    }
  }
  const { asked, right, wrong, talk, taken, several, found } = counts;
  return { right: right / asked, wrong: wrong / asked, taken: taken / talk, found: found / several };
}

async function heardIn(grader: Grader, slug: string, text: string): Promise<string[]> {
  const answers = await answersTo(grader, readFacts(join(ROOT, "content", "designs", slug)), text);
  return answers.flatMap(({ fact }) => fact?.id ?? []);
}

// Somewhat below what was measured, most where a set is small: a change of the matcher or of a case's lines that costs more is noticed.
const LIMITS = {
  fitted: {
    embedded: { right: 0.9, wrong: 0.06, taken: 0.05, found: 0.9 },
    lexical: { right: 0.78, wrong: 0.08, taken: 0.06, found: 0.75 },
  },
  seen: {
    embedded: { right: 0.94, wrong: 0.03, taken: 0.1, found: 0.72 },
    lexical: { right: 0.8, wrong: 0.06, taken: 0.15, found: 0.75 },
  },
  fresh: {
    embedded: { right: 0.88, wrong: 0.04, taken: 0.2, found: 0.7 },
    lexical: { right: 0.45, wrong: 0.1, taken: 0.15, found: 0.6 },
  },
  unseen: {
    embedded: { right: 0.88, wrong: 0.08, taken: 0.14, found: 0.84 },
    lexical: { right: 0.68, wrong: 0.11, taken: 0.17, found: 0.58 },
  },
};

describe.each(["embedded", "lexical"] as const)("the %s interviewer", (engine) => {
  let grader: Grader;
  beforeAll(() => {
    grader = openGrader(engine === "embedded" ? join(ROOT, ".holdout", "encoder") : "", { threads: 1 });
    expect(grader.engine).toBe(engine);
  });
  afterAll(() => grader.close());

  test.each(["fitted", "seen", "fresh", "unseen"] as const)("understands the set %s, and mistakes few", async (set) => {
    const measured = await measure(grader, set);
    const limits = LIMITS[set][engine];
    expect(measured.right, JSON.stringify(measured)).toBeGreaterThanOrEqual(limits.right);
    expect(measured.wrong, JSON.stringify(measured)).toBeLessThanOrEqual(limits.wrong);
    expect(measured.taken, JSON.stringify(measured)).toBeLessThanOrEqual(limits.taken);
    expect(measured.found, JSON.stringify(measured)).toBeGreaterThanOrEqual(limits.found);
  });

  test.each(SLUGS)(
    "%s: each fact is answered when it is asked for by its heading or a line of its own",
    async (slug) => {
      for (const { id, about, asked } of readFacts(join(ROOT, "content", "designs", slug)))
        for (const text of [about, asked[0] ?? about]) expect(await heardIn(grader, slug, text), text).toContain(id);
    },
  );
});
