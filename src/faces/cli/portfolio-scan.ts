import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { scanDepsOf, scanOriginOf } from "../../features/portfolio/index.ts";
import type { Origin, Scan } from "../../features/portfolio/schema.ts";
import { systemClock } from "../../lib/clock.ts";
import { LanguageModelStore } from "../../shared/models/language/settings.ts";
import { type Command, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { visible } from "./visible.ts";

export const command: Command = {
  options: {},
  async run({ positionals, values }) {
    if (positionals.length === 0)
      throw new UsageError("portfolio scan takes at least one folder or address of a repository.");
    const origins = positionals.flatMap(originsOf);
    const config = configOrUsage();
    const model = { language: new LanguageModelStore(config.home), clock: systemClock };
    const scan = scanOriginOf(scanDepsOf(config, model));
    const projects: Scan[] = [];
    for (const origin of origins) {
      const onProgress = (said: string) => (process.stderr.isTTY ? console.error(visible(said)) : undefined);
      const scanned = await scan(origin, { onProgress, signal: new AbortController().signal });
      if (!scanned.ok) throw new UsageError(visible(scanned.reason.said));
      projects.push(scanned.value);
    }
    console.log(
      values.json ? JSON.stringify({ projects }) : projects.map((each) => describe(visible(each))).join("\n\n"),
    );
    return projects.some(({ leaks }) => leaks.length > 0) ? 1 : 0;
  },
};

/** A folder that holds repositories, and is none itself, is several projects. */
function originsOf(given: string): Exclude<Origin, { kind: "told" }>[] {
  if (/^[a-z][a-z+.-]*:\/\//i.test(given)) return [{ kind: "url", url: given }];
  const path = resolve(given);
  const inside = repositoriesIn(path);
  return (inside.length > 0 ? inside : [path]).map((each) => ({ kind: "folder", path: each }));
}

function repositoriesIn(path: string): string[] {
  const isRepository = (folder: string) => statSync(join(folder, ".git"), { throwIfNoEntry: false }) !== undefined;
  try {
    if (isRepository(path)) return [];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isRepository(join(path, entry.name)))
      .map(({ name }) => join(path, name))
      .sort();
  } catch {
    return []; // not there, or no folder: the scanner says so
  }
}

function describe({ name, score, kind, leaks, mends, questions, dimensions, limits }: Scan): string {
  const place = ({ file, line }: { file: string; line: number }) => `${file}:${line}`;
  return [
    `${name} (${kind})${score === null ? "" : `: ${Math.round(100 * score)} of 100`}`,
    ...leaks.map(
      (leak) => `✕ ${leak.kind} in ${place(leak)}${leak.commit ? ` of ${leak.commit.slice(0, 8)}` : ""}. ${leak.clean}`,
    ),
    "Mend first:",
    ...mends.map(({ said, worth }) => `– ${said} (worth ${Math.round(100 * worth)})`),
    "What your code invites:",
    ...questions.map((question, at) => `${at + 1}. ${question.ask}\n   ${place(question)}  ${question.quote}`),
    "As an interviewer reads it:",
    ...dimensions.map(({ title, score, said, evidence }) => {
      const first = evidence[0] ? `  [${place(evidence[0])}]` : "";
      return `${score === null ? " –" : String(Math.round(100 * score)).padStart(3)}  ${title}: ${said}${first}`;
    }),
    ...limits.map((limit) => `Limit: ${limit}`),
  ].join("\n");
}
