import type { JobsRoom } from "../../features/jobs/index.ts";
import type { Outcome } from "../../features/jobs/schema.ts";
import { type Command, UsageError } from "./command.ts";
import { visible } from "./visible.ts";
import { withApp } from "./with-app.ts";

export const command: Command = {
  options: { "database-url": { type: "string" } },
  run: ({ positionals, values }) =>
    withApp(values, async ({ jobs }) => {
      const outcomes = positionals.length > 0 ? await refreshNamed(jobs, positionals) : await refreshAll(jobs);
      if (outcomes.length === 0)
        throw new UsageError("No board is named yet. Name one: holdout jobs refresh https://jobs.lever.co/NAME");
      if (values.json) console.log(JSON.stringify(outcomes));
      else for (const { board, said } of visible(outcomes)) console.log(`${board}: ${said}`);
      return outcomes.some(({ status }) => status === "failed") ? 1 : 0;
    }),
};

type Told = Outcome & { board: string };

async function refreshAll(jobs: JobsRoom): Promise<Told[]> {
  const refreshed = await jobs.refresh();
  if (!refreshed.ok) return [];
  const { outcomes, sources } = refreshed.value;
  return outcomes.map((outcome) => {
    const source = sources.sources.find(({ id }) => id === outcome.sourceId);
    return { ...outcome, board: source?.board ?? outcome.sourceId };
  });
}

async function refreshNamed(jobs: JobsRoom, names: readonly string[]): Promise<Told[]> {
  const ids: { id: string; board: string }[] = [];
  for (const name of names) {
    const added = await jobs.addSource(name);
    if (!added.ok) throw new UsageError(added.reason);
    ids.push({ id: added.value.id, board: name });
  }
  const told: Told[] = [];
  for (const { id, board } of ids) {
    const refreshed = await jobs.refresh(id);
    if (refreshed.ok) told.push(...refreshed.value.outcomes.map((outcome) => ({ ...outcome, board })));
  }
  return told;
}
