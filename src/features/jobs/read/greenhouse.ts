import { z } from "zod";
import { textOfMaybeEscaped } from "../../../lib/html-text.ts";
import type { Pay, Workplace } from "../schema.ts";
import { type BoardReading, type Drafted, figure, listOf, payOf, readEntries, text, timeOf } from "./board-reading.ts";

// developers.greenhouse.io/job-board.html: GET /v1/boards/{board}/jobs?content=true

const Named = z.looseObject({ name: text });
const PayRange = z.looseObject({ min_cents: figure, max_cents: figure, currency_type: text, title: text });
const Job = z.looseObject({
  id: z.union([z.number(), z.string()]),
  title: z.string(),
  absolute_url: text,
  first_published: text,
  updated_at: text,
  company_name: text,
  content: text,
  location: Named.nullish().catch(undefined),
  departments: listOf(Named),
  offices: listOf(Named),
  pay_input_ranges: listOf(PayRange),
});
const Board = z.looseObject({ jobs: z.array(z.unknown()) });
const Id = z.looseObject({ id: Job.shape.id });

export function readGreenhouse(json: unknown, board: string): BoardReading | undefined {
  const parsed = Board.safeParse(json);
  if (!parsed.success) return undefined;
  return readEntries(parsed.data.jobs, {
    idOf: (entry) => Id.safeParse(entry).data?.id.toString(),
    read(entry): Drafted | undefined {
      const job = Job.safeParse(entry).data;
      if (!job) return undefined;
      const place = job.location?.name ?? "";
      return {
        externalId: String(job.id),
        company: job.company_name || board,
        title: job.title,
        url: job.absolute_url ?? null,
        places: place === "" ? job.offices.flatMap(({ name }) => name || []) : place.split(/\s*[;|]\s*/),
        workplace: workplaceIn(place),
        team: job.departments[0]?.name ?? null,
        text: textOfMaybeEscaped(job.content ?? ""),
        pays: job.pay_input_ranges.flatMap(paysOf),
        // `updated_at` moves with every correction, so it is no day of posting
        postedAt: timeOf(job.first_published),
      };
    },
  });
}

/** The board says neither hourly nor yearly: the title of the range does, where it does. */
function paysOf({ min_cents, max_cents, currency_type, title }: z.infer<typeof PayRange>): Pay[] {
  const interval = /\bhour/i.test(title ?? "") ? "hour" : /\bannual|year|salary\b/i.test(title ?? "") ? "year" : null;
  const of = (cents: number | null | undefined) => (cents ? cents / 100 : null);
  return payOf({ min: of(min_cents), max: of(max_cents) }, { currency: currency_type, interval, label: title });
}

function workplaceIn(place: string): Workplace | null {
  if (/\bhybrid\b/i.test(place)) return "hybrid";
  return /\bremote\b/i.test(place) ? "remote" : null;
}
