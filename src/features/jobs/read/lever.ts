import { z } from "zod";
import { textOfHtml } from "../../../lib/html-text.ts";
import type { Interval, Workplace } from "../schema.ts";
import { type BoardReading, type Drafted, figure, listOf, payOf, readEntries, text, timeOf } from "./board-reading.ts";

// github.com/lever/postings-api: GET /v0/postings/{site}?mode=json

const Part = z.looseObject({ text, content: text });
const Place = z.string();
const Posting = z.looseObject({
  id: z.string().min(1),
  text: z.string(),
  hostedUrl: text,
  createdAt: z.union([z.number(), z.string()]).nullish().catch(undefined),
  workplaceType: text,
  categories: z
    .looseObject({ location: text, team: text, department: text, allLocations: listOf(Place) })
    .nullish()
    .catch(undefined),
  description: text,
  descriptionPlain: text,
  lists: listOf(Part),
  additional: text,
  additionalPlain: text,
  salaryRange: z.looseObject({ currency: text, interval: text, min: figure, max: figure }).nullish().catch(undefined),
  salaryDescription: text,
  salaryDescriptionPlain: text,
});
type Posting = z.infer<typeof Posting>;
const Id = z.looseObject({ id: Posting.shape.id });

export function readLever(json: unknown, site: string): BoardReading | undefined {
  if (!Array.isArray(json)) return undefined;
  return readEntries(json, {
    idOf: (entry) => Id.safeParse(entry).data?.id,
    read(entry): Drafted | undefined {
      const posting = Posting.safeParse(entry).data;
      if (!posting) return undefined;
      const { categories, salaryRange } = posting;
      const all = categories?.allLocations ?? [];
      return {
        externalId: posting.id,
        company: site,
        title: posting.text,
        url: posting.hostedUrl ?? null,
        places: all.length > 0 ? all : [categories?.location ?? ""],
        workplace: workplaceOf(posting),
        team: categories?.team || categories?.department || null,
        text: textOf(posting),
        pays: salaryRange
          ? payOf(
              { min: salaryRange.min, max: salaryRange.max },
              { currency: salaryRange.currency, interval: intervalOf(salaryRange.interval) },
            )
          : [],
        postedAt: timeOf(posting.createdAt),
      };
    },
  });
}

function textOf(posting: Posting): string {
  const opening = posting.descriptionPlain || textOfHtml(posting.description ?? "");
  const parts = posting.lists.map((part) => `${part.text ?? ""}\n${textOfHtml(`<ul>${part.content ?? ""}</ul>`)}`);
  const pay = posting.salaryDescriptionPlain || textOfHtml(posting.salaryDescription ?? "");
  const closing = posting.additionalPlain || textOfHtml(posting.additional ?? "");
  return [opening, ...parts, pay, closing].join("\n\n");
}

function workplaceOf({ workplaceType, categories }: Posting): Workplace | null {
  const said = (workplaceType ?? "").toLowerCase().replace(/[^a-z]/g, "");
  if (said === "remote" || said === "hybrid") return said;
  if (said === "onsite") return "on-site";
  return /\bremote\b/i.test(categories?.location ?? "") ? "remote" : null;
}

/** "per-year-salary", "per-hour-wage"; twice a month and the like are no interval of ours. */
function intervalOf(said: string | null | undefined): Interval | null {
  return (/^per-(year|month|week|day|hour)\b/.exec(said ?? "")?.[1] as Interval | undefined) ?? null;
}
