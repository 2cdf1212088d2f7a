import { textOfMaybeEscaped } from "../../../lib/html-text.ts";
import { textHash } from "../../../lib/text-hash.ts";
import type { Interval, Pay, Workplace } from "../schema.ts";
import { type BoardReading, type Drafted, payOf, readEntries, timeOf } from "./board-reading.ts";
import { jsonLdBlocks } from "./json-ld-blocks.ts";

// schema.org/JobPosting, in the forms in which sites have it: alone, in lists, in graphs, in ItemLists

type Node = Record<string, unknown>;

/** The postings of a page; undefined where it has none that says so. */
export function readJsonLd(html: string, page: string): BoardReading | undefined {
  const { blocks } = jsonLdBlocks(html);
  const found: Node[] = [];
  for (const block of blocks) collect(block, found, 0);
  if (found.length === 0) return undefined;
  const idOf = (entry: unknown) => idIn(entry as Node, page, found.length);
  return readEntries(found, { idOf, read: (entry) => drafted(entry as Node, { page, id: idOf(entry) }) });
}

const DEEPEST = 8;

function collect(value: unknown, into: Node[], depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const each of value) collect(each, into, depth + 1);
  if (!isNode(value)) return;
  if (strings(value["@type"]).some((type) => /(?:^|[/:])JobPosting$/.test(type))) into.push(value);
  else for (const each of Object.values(value)) if (typeof each === "object") collect(each, into, depth + 1);
}

function drafted(node: Node, { page, id }: { page: string; id: string }): Drafted | undefined {
  const title = first(node.title) ?? first(node.name);
  if (title === undefined) return undefined;
  const organisation = many(node.hiringOrganization)[0];
  const places = many(node.jobLocation).map(placeOf);
  const fallback = many(node.applicantLocationRequirements).map(placeOf);
  return {
    externalId: id,
    company: plain(first(isNode(organisation) ? organisation.name : organisation) ?? new URL(page).hostname),
    title: plain(title),
    url: absolute(first(node.url), page) ?? page,
    places: places.some((place) => place !== "") ? places : fallback,
    workplace: workplaceOf(node),
    team: null,
    text: textOfMaybeEscaped(first(node.description) ?? ""),
    pays: many(node.baseSalary).flatMap((salary) => paysOf(salary, first(node.salaryCurrency))),
    postedAt: timeOf(first(node.datePosted)),
  };
}

/** Its identifier, else its address, else what it is called where. */
function idIn(node: Node, page: string, count: number): string {
  const identifier = many(node.identifier)[0];
  const said = first(isNode(identifier) ? identifier.value : identifier);
  if (said !== undefined) return said;
  const url = absolute(first(node.url) ?? first(node["@id"]), page);
  if (url !== undefined && (url !== page || count === 1)) return url;
  return textHash(JSON.stringify([first(node.title), many(node.jobLocation)]));
}

function placeOf(value: unknown): string {
  if (!isNode(value)) return plain(first(value) ?? "");
  const address = many(value.address)[0];
  if (!isNode(address)) return plain(first(address) ?? first(value.name) ?? "");
  const country = many(address.addressCountry)[0];
  const parts = [address.addressLocality, address.addressRegion, isNode(country) ? country.name : country];
  const said = parts.flatMap((part) => plain(first(part) ?? "") || []);
  return [...new Set(said)].join(", ");
}

function workplaceOf(node: Node): Workplace | null {
  return strings(node.jobLocationType).some((type) => /telecommute|remote/i.test(type)) ? "remote" : null;
}

/** A MonetaryAmount around a figure or a QuantitativeValue, a PriceSpecification, or a figure alone beside `salaryCurrency`. */
function paysOf(salary: unknown, ownCurrency: string | undefined): Pay[] {
  if (!isNode(salary)) {
    const amount = numberIn(salary);
    return payOf({ min: amount, max: amount }, { currency: ownCurrency, interval: null });
  }
  const currency = first(salary.currency) ?? first(salary.priceCurrency) ?? ownCurrency;
  return many(salary.value ?? salary).flatMap((value) => {
    const of: Node = isNode(value) ? value : { value };
    const single = numberIn(of.value) ?? numberIn(of.price);
    const min = numberIn(of.minValue) ?? numberIn(of.minPrice);
    const max = numberIn(of.maxValue) ?? numberIn(of.maxPrice);
    const isRange = min !== undefined || max !== undefined;
    const interval = intervalOf(first(of.unitText) ?? first(of.unitCode) ?? first(salary.unitText));
    return payOf(isRange ? { min, max } : { min: single, max: single }, { currency, interval });
  });
}

const UNITS: readonly [Interval, RegExp][] = [
  ["year", /^(?:per )?(?:year|yearly|annual|annually|annum|ann)$/i],
  ["month", /^(?:per )?(?:month|monthly|mon)$/i],
  ["week", /^(?:per )?(?:week|weekly|wee)$/i],
  ["day", /^(?:per )?(?:day|daily)$/i],
  ["hour", /^(?:per )?(?:hour|hourly|hur)$/i],
];

function intervalOf(unit: string | undefined): Interval | null {
  return UNITS.find(([, named]) => named.test(unit?.trim() ?? ""))?.[0] ?? null;
}

/** "180000", "180,000.00", 180000; nothing from words around it. */
function numberIn(value: unknown): number | undefined {
  const said = first(value)?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(said)) return Number(said);
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(said) ? Number(said.replaceAll(",", "")) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function many(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function strings(value: unknown): string[] {
  return many(value).filter((each) => typeof each === "string");
}

/** The first text or figure, also of a JSON-LD value with a language. */
function first(value: unknown): string | undefined {
  const one = many(value)[0];
  const said = isNode(one) ? one["@value"] : one;
  return typeof said === "string" || typeof said === "number" ? String(said) : undefined;
}

function plain(said: string): string {
  return textOfMaybeEscaped(said).replaceAll("\n", " ");
}

function absolute(url: string | undefined, page: string): string | undefined {
  return url !== undefined && URL.canParse(url, page) ? new URL(url, page).href : undefined;
}
