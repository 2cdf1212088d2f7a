import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import { counted } from "../../lib/text.ts";
import type { ContentFault } from "../../shared/content/content-fault.ts";
import { contentHash } from "../../shared/content/content-hash.ts";
import { DesignItem, DesignRubric, Estimates, Facts } from "../../shared/content/design/case.ts";
import { World } from "../../shared/content/design/world.ts";
import { readYaml } from "../../shared/content/read-yaml.ts";
import { specNamed } from "./model/components/catalogue.ts";
import type { Quantity } from "./model/interview/check-estimate.ts";
import { evaluateEstimate } from "./quantity.ts";

/** A design that must miss the objective that it names. */
type FlawedDesign = { name: string; misses: string; why: string; text: string };

/** A case read from its folder `designs/<slug>/`. */
export type DesignCase = {
  slug: string;
  folder: string;
  /** Hash of every file in the folder: what a result was measured against. */
  version: string;
  item: DesignItem;
  brief: string;
  facts: Facts;
  world: World;
  estimates: Quantity[];
  rubric: DesignRubric;
  reference: string;
  flawed: FlawedDesign[];
  explain: string;
};

type Read<T> = { ok: true; value: T } | { ok: false; faults: ContentFault[] };

const TEXTS = ["brief.md", "reference.design", "explain.md"];
const FIRST_LINE = /^# misses: ([a-z0-9-]+) — (\S.*)$/;
const LEAST_FLAWED = 4;

/** Reads a case; all faults of all its files at once. Its designs are not parsed here: `prove/design-faults.ts` does that. */
export function readCaseFolder(folder: string): Read<DesignCase> {
  const item = readPart(folder, "item.yaml", DesignItem);
  const facts = readPart(folder, "facts.yaml", Facts);
  const world = readPart(folder, "world.yaml", World);
  const written = readPart(folder, "estimates.yaml", Estimates);
  const rubric = readPart(folder, "rubric.yaml", DesignRubric);
  const flawed = readFlawed(folder);
  const estimates = written.ok ? evaluated(folder, written.value) : written;
  const missing = TEXTS.filter((name) => textOf(folder, name).trim() === "").map((name) => missingFile(folder, name));
  const known = world.ok ? new Set(world.value.objectives.map(({ id }) => id)) : undefined;
  const crossed = [
    ...(known && flawed.ok ? unknownMisses(folder, flawed.value, known) : []),
    ...(known && rubric.ok ? unknownWhens(folder, rubric.value, known) : []),
    ...(rubric.ok && facts.ok && written.ok
      ? twice(folder, { rubric: rubric.value, facts: facts.value, estimates: written.value })
      : []),
  ];
  if (
    item.ok &&
    facts.ok &&
    world.ok &&
    estimates.ok &&
    rubric.ok &&
    flawed.ok &&
    missing.length + crossed.length === 0
  )
    return {
      ok: true,
      value: {
        slug: basename(folder),
        folder,
        version: contentHash(folder),
        item: item.value,
        brief: textOf(folder, "brief.md").trim(),
        facts: facts.value,
        world: world.value,
        estimates: estimates.value,
        rubric: rubric.value,
        reference: textOf(folder, "reference.design"),
        flawed: flawed.value,
        explain: textOf(folder, "explain.md"),
      },
    };
  const failed = [item, facts, world, estimates, rubric, flawed].flatMap((read) => (read.ok ? [] : read.faults));
  return { ok: false, faults: [...missing, ...failed, ...crossed] };
}

/** The facts of a case, which may lack the rest; none where they are at fault themselves. */
export function readFacts(folder: string): Facts {
  const facts = readPart(folder, "facts.yaml", Facts);
  return facts.ok ? facts.value : [];
}

/** What grading needs of a case, which may lack the rest; undefined where that is at fault itself. */
export function readPrompts(folder: string): Pick<DesignCase, "item" | "rubric"> | undefined {
  const item = readPart(folder, "item.yaml", DesignItem);
  const rubric = readPart(folder, "rubric.yaml", DesignRubric);
  return item.ok && rubric.ok ? { item: item.value, rubric: rubric.value } : undefined;
}

function readPart<T>(folder: string, name: string, schema: z.ZodType<T>): Read<T> {
  const path = join(folder, name);
  if (!existsSync(path)) return { ok: false, faults: [missingFile(folder, name)] };
  return readYaml(path, readFileSync(path, "utf8"), schema);
}

function textOf(folder: string, name: string): string {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function missingFile(folder: string, name: string): ContentFault {
  const path = join(folder, name);
  return { path, line: 1, message: existsSync(path) ? "the file is empty" : "the file is missing" };
}

function evaluated(folder: string, estimates: Estimates): Read<Quantity[]> {
  const read = estimates.map((estimate) => ({ estimate, result: evaluateEstimate(estimate) }));
  const faults = read.flatMap(({ estimate, result }) =>
    result.ok
      ? []
      : [faultAt(folder, "estimates.yaml", { near: estimate.id, message: `${estimate.id}: ${result.reason}` })],
  );
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: read.flatMap(({ result }) => (result.ok ? [result.value] : [])) };
}

function readFlawed(folder: string): Read<FlawedDesign[]> {
  const inside = join(folder, "flawed");
  const names = existsSync(inside)
    ? readdirSync(inside)
        .filter((name) => name.endsWith(".design"))
        .sort()
    : [];
  const faults: ContentFault[] = [];
  if (names.length < LEAST_FLAWED)
    faults.push({ path: inside, line: 1, message: `has ${counted(names.length, "design")}; at least ${LEAST_FLAWED}` });
  const flawed = names.flatMap((name) => {
    const text = readFileSync(join(inside, name), "utf8");
    const [, misses, why] = FIRST_LINE.exec(text.split("\n")[0]?.trimEnd() ?? "") ?? [];
    if (misses && why) return [{ name: name.replace(/\.design$/, ""), misses, why, text }];
    faults.push({ path: join(inside, name), line: 1, message: "the first line is `# misses: OBJECTIVE — why`" });
    return [];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: flawed };
}

function unknownMisses(folder: string, flawed: FlawedDesign[], known: Set<string>): ContentFault[] {
  return flawed
    .filter(({ misses }) => !known.has(misses))
    .map(({ name, misses }) => {
      const path = join(folder, "flawed", `${name}.design`);
      return { path, line: 1, message: `there is no objective "${misses}"` };
    });
}

function unknownWhens(folder: string, { probes }: DesignRubric, known: Set<string>): ContentFault[] {
  return probes.flatMap(({ id, when }) => {
    const [about = "", name = ""] = when.split(":");
    const what = about === "missed" || about === "met" ? "objective" : "component";
    if (name === "" || (what === "objective" ? known.has(name) : specNamed(name))) return [];
    return [faultAt(folder, "rubric.yaml", { near: id, message: `${id}: when: there is no ${what} "${name}"` })];
  });
}

type Listed = { rubric: DesignRubric; facts: Facts; estimates: Estimates };

function twice(folder: string, { rubric, facts, estimates }: Listed): ContentFault[] {
  const lists = {
    "rubric.yaml": [...rubric.written, ...rubric.probes],
    "facts.yaml": facts,
    "estimates.yaml": estimates,
  };
  return Object.entries(lists).flatMap(([name, items]) =>
    items
      .filter(({ id }, at) => items.findIndex((each) => each.id === id) < at)
      .map(({ id }) => faultAt(folder, name, { near: id, message: `there are two "${id}"` })),
  );
}

/** A fault at the line that has `id: near`. */
function faultAt(folder: string, name: string, { near, message }: { near: string; message: string }): ContentFault {
  const lines = textOf(folder, name).split("\n");
  const line = lines.findIndex((each) => new RegExp(`\\bid: *["']?${near}["']?\\s*(,|$)`).test(each)) + 1;
  return { path: join(folder, name), line: Math.max(1, line), message };
}
