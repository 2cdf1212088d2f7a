import { payText } from "../../features/jobs/model/pay-words.ts";
import { type PostingList, PostingQuery } from "../../features/jobs/schema.ts";
import { type Command, UsageError } from "./command.ts";
import { visible } from "./visible.ts";
import { withApp } from "./with-app.ts";

const NARROWING = ["role", "level", "place", "workplace", "pay", "since", "source"] as const;

export const command: Command = {
  options: {
    ...Object.fromEntries(NARROWING.map((name) => [name, { type: "string" as const }])),
    closed: { type: "boolean" },
    "database-url": { type: "string" },
  },
  async run({ positionals, values }) {
    const asked = PostingQuery.safeParse({
      text: positionals.join(" "),
      ...Object.fromEntries(NARROWING.map((name) => [name, values[name]])),
      ...(values.closed ? { closed: "shown" } : {}),
    });
    if (!asked.success)
      throw new UsageError(asked.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n"));
    return withApp(values, async ({ jobs }) => {
      const list = await jobs.search(asked.data);
      console.log(values.json ? JSON.stringify(list) : describeList(visible(list)));
      return list.found > 0 ? 0 : 1;
    });
  },
};

function describeList({ postings, found, of, sample }: PostingList): string {
  if (found === 0)
    return of === 0 ? "There is no posting yet: holdout jobs refresh BOARD" : `None of ${of} postings fits.`;
  const lines = postings.map(({ title, company, places, workplace, pays, postedAt, firstSeenAt, closedAt, url }) =>
    [
      `${title}, ${company}${sample ? " (sample)" : ""}${closedAt === null ? "" : `, closed ${closedAt.slice(0, 10)}`}`,
      `  ${[places.join("; "), workplace, ...pays.map(payText), (postedAt ?? firstSeenAt).slice(0, 10)].filter(Boolean).join(" · ")}`,
      ...(url === null ? [] : [`  ${url}`]),
    ].join("\n"),
  );
  const left = found - postings.length;
  return [...lines, ...(left > 0 ? [`… and ${left} more: narrow it, or --json`] : [])].join("\n\n");
}
