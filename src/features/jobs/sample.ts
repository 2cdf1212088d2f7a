import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readYamlItem } from "../../shared/content/yaml-items.ts";
import { SAMPLE_ID } from "./model/sample-id.ts";
import { Pay, type Published, Workplace } from "./schema.ts";
import type { StoredPosting } from "./stored.ts";

const SamplePay = z.union([
  z.tuple([z.number(), z.number(), z.string()]).describe("from, to, currency, a year"),
  Pay.pick({ min: true, max: true, currency: true, interval: true }),
]);
const SamplePosting = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  company: z.string().min(2),
  title: z.string().min(2),
  team: z.string().optional(),
  places: z.array(z.string()).min(1),
  workplace: Workplace,
  posted: z.iso.date(),
  pay: SamplePay.optional(),
  text: z.string().min(100),
});
const SamplePostings = z.array(SamplePosting);

/** The invented postings of `jobs/sample.yaml`; none where the bank has no such file. It throws where the file is at fault. */
export function loadSample(contentDir: string): StoredPosting[] {
  const path = join(contentDir, "jobs", "sample.yaml");
  if (!existsSync(path)) return [];
  const read = readYamlItem(path, SamplePostings);
  if (read.ok) return read.value.content.map(storedOf);
  const [fault] = read.faults;
  throw new Error(`${fault?.path}:${fault?.line} ${fault?.message}`);
}

function storedOf(sample: z.infer<typeof SamplePosting>): StoredPosting {
  const { id, company, title, team = null, places, workplace, posted, text } = sample;
  const postedAt = `${posted}T09:00:00.000Z`;
  const published: Published = {
    externalId: id,
    company,
    title,
    url: null,
    places,
    workplace,
    team,
    text: unwrapped(text.trim()),
    pays: paysOf(sample.pay),
    postedAt,
  };
  return { id: `${SAMPLE_ID}-${id}`, sourceId: SAMPLE_ID, published, firstSeenAt: postedAt, closedAt: null };
}

/** A line of the file that ends inside of a sentence goes on in the next one. */
function unwrapped(text: string): string {
  return text.replace(/^(?!- )(.*[^.:!?\n])\n(?!- )/gm, "$1 ");
}

function paysOf(pay: z.infer<typeof SamplePay> | undefined): Published["pays"] {
  if (pay === undefined) return [];
  const told = Array.isArray(pay) ? { min: pay[0], max: pay[1], currency: pay[2], interval: "year" as const } : pay;
  return [{ ...told, from: "board", quote: null }];
}
