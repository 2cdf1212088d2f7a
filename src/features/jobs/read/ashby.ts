import { z } from "zod";
import { textOfHtml } from "../../../lib/html-text.ts";
import type { Interval, Pay, Workplace } from "../schema.ts";
import {
  type BoardReading,
  type Drafted,
  figure,
  flag,
  listOf,
  payOf,
  readEntries,
  text,
  timeOf,
} from "./board-reading.ts";

// developers.ashbyhq.com/docs/public-job-posting-api: GET /posting-api/job-board/{board}?includeCompensation=true

const Component = z.looseObject({
  compensationType: text,
  interval: text,
  currencyCode: text,
  minValue: figure,
  maxValue: figure,
});
const Tier = z.looseObject({ title: text, components: listOf(Component) });
const Place = z.looseObject({ location: text });
const Job = z.looseObject({
  id: text,
  jobUrl: text,
  title: z.string(),
  location: text,
  secondaryLocations: listOf(Place),
  department: text,
  team: text,
  isListed: flag,
  isRemote: flag,
  workplaceType: text,
  publishedAt: text,
  descriptionHtml: text,
  descriptionPlain: text,
  compensation: z
    .looseObject({ compensationTiers: listOf(Tier), summaryComponents: listOf(Component) })
    .nullish()
    .catch(undefined),
});
type Job = z.infer<typeof Job>;
const Board = z.looseObject({ jobs: z.array(z.unknown()) });
const Id = z.looseObject({ id: text, jobUrl: text });

export function readAshby(json: unknown, board: string): BoardReading | undefined {
  const parsed = Board.safeParse(json);
  if (!parsed.success) return undefined;
  // unlisted ones are reached by their link alone and were not meant for a search
  const listed = parsed.data.jobs.filter((entry) => Job.safeParse(entry).data?.isListed !== false);
  return readEntries(listed, {
    idOf,
    read(entry): Drafted | undefined {
      const job = Job.safeParse(entry).data;
      const id = idOf(entry);
      if (!job || !id) return undefined;
      return {
        externalId: id,
        company: board,
        title: job.title,
        url: job.jobUrl ?? null,
        places: [job.location ?? "", ...job.secondaryLocations.map(({ location }) => location ?? "")],
        workplace: workplaceOf(job),
        team: job.team || job.department || null,
        text: job.descriptionPlain || textOfHtml(job.descriptionHtml ?? ""),
        pays: paysOf(job),
        postedAt: timeOf(job.publishedAt),
      };
    },
  });
}

function idOf(entry: unknown): string | undefined {
  const named = Id.safeParse(entry).data;
  return named?.id || named?.jobUrl || undefined;
}

function paysOf({ compensation }: Job): Pay[] {
  const tiers = (compensation?.compensationTiers ?? []).flatMap(({ title, components }) =>
    components.flatMap((each) => salaryOf(each, title)),
  );
  return tiers.length > 0 ? tiers : (compensation?.summaryComponents ?? []).flatMap((each) => salaryOf(each));
}

/** Equity and bonuses are no pay of an interval. */
function salaryOf(component: z.infer<typeof Component>, label?: string | null): Pay[] {
  const { compensationType, interval, currencyCode, minValue, maxValue } = component;
  if (!/^salary$/i.test(compensationType ?? "")) return [];
  return payOf({ min: minValue, max: maxValue }, { currency: currencyCode, interval: intervalOf(interval), label });
}

function intervalOf(said: string | null | undefined): Interval | null {
  const unit = /^1 (YEAR|MONTH|WEEK|DAY|HOUR)$/i.exec(said ?? "")?.[1];
  return unit ? (unit.toLowerCase() as Interval) : null;
}

function workplaceOf({ workplaceType, isRemote }: Job): Workplace | null {
  const said = (workplaceType ?? "").toLowerCase().replace(/[^a-z]/g, "");
  if (said === "remote" || said === "hybrid") return said;
  if (said === "onsite") return "on-site";
  return isRemote ? "remote" : null;
}
