import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import type { App } from "../../app.ts";
import type { PaperSummary } from "../../features/reading/schema.ts";
import { counted } from "../../lib/text.ts";
import { type Command, type ExitCode, type Invocation, UsageError } from "./command.ts";
import { withApp } from "./with-app.ts";

const MOST_BYTES = 900_000;
const USAGE = "Say what: reading list | reading refresh | reading opml import FILE | reading opml export FILE";

export const command: Command = {
  options: {},
  async run({ positionals, values }) {
    const [what, ...more] = positionals;
    if (what === "opml") return opml(more, values);
    if (more.length > 0 || (what !== "list" && what !== "refresh")) throw new UsageError(USAGE);
    return withApp(values, (app) => (what === "list" ? list(app, values) : refresh(app, values)));
  },
};

async function list({ reading }: App, { json }: Invocation["values"]): Promise<ExitCode> {
  const { papers, due } = await reading.list();
  if (json === true) console.log(JSON.stringify({ papers, due }));
  else if (papers.length === 0) console.log("The reading list is empty. Add papers on the page Reading.");
  else for (const paper of papers) console.log(lineOf(paper, due.includes(paper.id)));
  return 0;
}

function lineOf({ title, status, authors, arxivId }: PaperSummary, isDue: boolean): string {
  const more = [status, authors[0], arxivId, isDue ? "to recall now" : undefined].filter(Boolean).join(", ");
  return `${title}  (${more})`;
}

/** Exits with 1 where a feed was not got. */
async function refresh({ reading }: App, { json }: Invocation["values"]): Promise<ExitCode> {
  const { feeds } = await reading.subscriptions.list();
  const done = [];
  for (const { id, title } of feeds) {
    const refreshed = await reading.refresh(id);
    if (!refreshed.ok) continue;
    done.push(refreshed.value);
    if (json !== true) console.log(`${title}: ${refreshed.value.said}`);
  }
  if (json === true) console.log(JSON.stringify(done));
  else if (feeds.length === 0)
    console.log("There is no feed yet. Add one on the page Feeds, or import a list as OPML.");
  return done.some(({ outcome }) => outcome === "failed") ? 1 : 0;
}

async function opml([way, file, ...rest]: string[], values: Invocation["values"]): Promise<ExitCode> {
  if ((way !== "import" && way !== "export") || file === undefined || rest.length > 0) throw new UsageError(USAGE);
  const text = way === "import" ? readList(file) : "";
  return withApp(values, async ({ reading }) => {
    if (way === "export") {
      writeFileSync(file, await reading.subscriptions.opml());
      if (values.json === true) console.log(JSON.stringify({ written: file }));
      else console.log(`The feeds are in ${file}.`);
      return 0;
    }
    const taken = await reading.subscriptions.takeOpml(text);
    if (values.json === true) console.log(JSON.stringify(taken.ok ? taken.value : { error: taken.reason.said }));
    else if (taken.ok)
      console.log(
        [
          `${counted(taken.value.added, "feed")} added, ${taken.value.known} there already.`,
          ...taken.value.refused,
        ].join("\n"),
      );
    else console.error(taken.reason.said);
    return taken.ok ? 0 : 1;
  });
}

function readList(path: string): string {
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`There is no file ${path}.`);
  if (statSync(path).size > MOST_BYTES) throw new UsageError(`${path} is too large for a list of feeds.`);
  return readFileSync(path, "utf8");
}
