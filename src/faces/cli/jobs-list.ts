import type { Sources } from "../../features/jobs/schema.ts";
import { counted } from "../../lib/text.ts";
import type { Command } from "./command.ts";
import { visible } from "./visible.ts";
import { withApp } from "./with-app.ts";

export const command: Command = {
  options: { "database-url": { type: "string" } },
  run: ({ values }) =>
    withApp(values, async ({ jobs }) => {
      const sources = await jobs.sources();
      console.log(values.json ? JSON.stringify(sources) : describeSources(visible(sources)));
      return 0;
    }),
};

function describeSources({ sources, sample }: Sources): string {
  const sampled = sample === "shown" ? " Until then a search finds the sample: invented postings." : "";
  if (sources.length === 0)
    return `No board is named yet. holdout jobs refresh https://jobs.lever.co/NAME names one.${sampled}`;
  return sources
    .map(({ kind, board, open, fetchedAt, outcome }) => {
      const when = fetchedAt === null ? "not fetched yet" : `${counted(open, "open posting")}, fetched ${fetchedAt}`;
      return `${kind === "page" ? board : `${kind}:${board}`}  ${when}${outcome === null ? "" : `\n  ${outcome.said}`}`;
    })
    .join("\n");
}
