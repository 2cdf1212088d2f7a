import { existsSync, readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { type Compared, compareOffers } from "../../features/companies/model/compare-offers.ts";
import { ENDS } from "../../features/companies/model/total-pay.ts";
import { OfferBody } from "../../features/companies/schema.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { type Command, UsageError } from "./command.ts";

const MOST_BYTES = 1_000_000;
const File = z.strictObject({ offers: z.array(OfferBody).min(1).max(20) });

export const command: Command = {
  options: {},
  async run({ positionals, values }) {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new UsageError("Name one file of offers; docs/companies.md has one.");
    const compared = compareOffers(readOffers(path));
    console.log(values.json === true ? JSON.stringify(compared) : compared.map(asText).join("\n\n"));
    return 0;
  },
};

function readOffers(path: string): OfferBody[] {
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`There is no file ${path}.`);
  if (statSync(path).size > MOST_BYTES) throw new UsageError(`${path} is larger than 1 MB: it is no file of offers.`);
  const read = File.safeParse(parseJson(readFileSync(path, "utf8")));
  if (read.success) return read.data.offers;
  const faults = read.error.issues.map(({ path: at, message }) => `  ${at.join(".") || "the file"}: ${message}`);
  throw new UsageError(`${path} does not fit; docs/companies.md shows a file that does.\n${faults.join("\n")}`);
}

function asText({ name, total, paper, leaving, equals, notes }: Compared): string {
  const whole = (amount: number) => Math.round(amount).toLocaleString("en-US");
  return [
    name,
    `  four years, before tax: ${ENDS.map((end) => `${end} ${whole(total[end])}`).join(", ")}`,
    ...(paper.high > 0 ? [`  paper beside it: ${ENDS.map((end) => `${end} ${whole(paper[end])}`).join(", ")}`] : []),
    `  leaving after ${leaving.map(({ afterYears, total: kept }) => `${afterYears}: ${whole(kept)}`).join(", ")}`,
    ...equals.map(({ name: other, at }) =>
      at.kind === "at"
        ? `  equals ${other} where a share is worth ${at.price.toPrecision(4)} (${at.multiple.toPrecision(3)} of today's)`
        : `  ${at.kind === "always" ? "is above" : "never equals"} ${other}, whatever its share is worth`,
    ),
    ...notes.map((note) => `  ${note}`),
  ].join("\n");
}
