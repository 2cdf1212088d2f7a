import { z } from "zod";
import { tidied } from "../../../lib/html-text.ts";
import { payInText } from "../model/pay-in-text.ts";
import type { Pay, Published } from "../schema.ts";

/** What a board had: `ids` are all that it named, those included that could not be read. */
export type BoardReading = {
  postings: Published[];
  ids: Set<string>;
  leftOut: number;
  /** Whether every posting has said which it is: else what is missing may be there unread. */
  isWhole: boolean;
};

/** What a reader makes of one posting; the rest is bounded and filled in here. */
export type Drafted = Omit<Published, "pays"> & { pays: readonly Pay[] };

type Reading = {
  idOf: (entry: unknown) => string | undefined;
  read: (entry: unknown) => Drafted | undefined;
};

const MOST_POSTINGS = 10_000;
const MOST = { title: 300, company: 200, place: 120, places: 20, text: 40_000, url: 2_000, pays: 6 } as const;

/** Reads postings one by one: a bad one is left out and counted, and never fails the board. */
export function readEntries(entries: readonly unknown[], { idOf, read }: Reading): BoardReading {
  const byId = new Map<string, Published>();
  const ids = new Set<string>();
  let leftOut = Math.max(0, entries.length - MOST_POSTINGS);
  let isWhole = leftOut === 0;
  for (const entry of entries.slice(0, MOST_POSTINGS)) {
    const id = idOf(entry);
    if (id !== undefined) ids.add(id);
    else isWhole = false;
    const drafted = id === undefined ? undefined : read(entry);
    if (drafted === undefined || drafted.title.trim() === "") leftOut++;
    else byId.set(drafted.externalId, bounded(drafted));
  }
  return { postings: [...byId.values()], ids, leftOut, isWhole };
}

function bounded(drafted: Drafted): Published {
  const text = clip(tidied(drafted.text), MOST.text);
  const pays = drafted.pays.length > 0 ? drafted.pays.slice(0, MOST.pays) : payInText(text);
  const places = drafted.places.map((place) => clip(place, MOST.place)).filter((place) => place !== "");
  return {
    externalId: clip(drafted.externalId, MOST.url),
    company: clip(drafted.company, MOST.company) || "Company not named",
    title: clip(drafted.title, MOST.title),
    url: drafted.url && isWebAddress(drafted.url) ? drafted.url : null,
    places: [...new Set(places)].slice(0, MOST.places),
    workplace: drafted.workplace,
    team: clip(drafted.team ?? "", MOST.company) || null,
    text,
    pays: pays.map((pay) => ({ ...pay, quote: pay.quote && clip(pay.quote, MOST.title) })),
    postedAt: drafted.postedAt,
  };
}

/** Without what no store takes, and no longer than it may be. */
function clip(text: string, most: number): string {
  return text.replaceAll("\0", "").trim().slice(0, most).toWellFormed();
}

function isWebAddress(url: string): boolean {
  return url.length <= MOST.url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** ISO 8601 of a date in whatever form; null where it is none. */
export function timeOf(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  const time = new Date(value);
  const year = time.getUTCFullYear();
  return Number.isNaN(+time) || year < 1990 || year > 2100 ? null : time.toISOString();
}

// ---- fields that a board may leave out or fill in another way: what does not fit counts as left out

export const text = z.string().nullish().catch(undefined);
export const figure = z.coerce.number().positive().nullish().catch(undefined);
export const flag = z.boolean().nullish().catch(undefined);
/** A list whose entries may be anything: those that do not fit are dropped. */
export function listOf<T>(entry: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((list) =>
      (list ?? []).flatMap((each) => {
        const parsed = entry.safeParse(each);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

type Figures = { min: number | null | undefined; max: number | null | undefined };

/** A field of pay as the board has it; nothing where there is no figure or no currency. */
export function payOf(
  { min, max }: Figures,
  more: { currency: string | null | undefined; interval: Pay["interval"]; label?: string | null | undefined },
): Pay[] {
  const currency = more.currency?.trim().toUpperCase() ?? "";
  if ((!min && !max) || !/^[A-Z]{3}$/.test(currency)) return [];
  const [low, high] = min && max && min > max ? [max, min] : [min ?? null, max ?? null];
  return [
    {
      min: low || null,
      max: high || null,
      currency,
      interval: more.interval,
      from: "board",
      quote: more.label || null,
    },
  ];
}
