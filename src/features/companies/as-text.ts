import { quoted } from "../../lib/markdown.ts";
import { oneLine } from "../../lib/text.ts";
import { compareOffers } from "./model/compare-offers.ts";
import { nameOf } from "./model/criteria.ts";
import { totalOf } from "./model/scorecard.ts";
import { ENDS } from "./model/total-pay.ts";
import type { CompaniesArchive, Company, Criterion, Heard, Offer, Question } from "./schema.ts";

/** Companies and offers to read, as Markdown. */
export function companiesAsText({ companies, offers }: CompaniesArchive, questions: readonly Question[]): string {
  const texts = new Map(questions.map(({ id, text }) => [id, text]));
  return ["# Companies", ...companies.flatMap((each) => companyLines(each, texts)), ...offerLines(offers), ""].join(
    "\n\n",
  );
}

function companyLines(company: Company, texts: ReadonlyMap<string, string>): string[] {
  const { name, notes, links, criteria, flags, meetings } = company;
  const total = totalOf(criteria);
  return [
    `## ${oneLine(name)}`,
    ...(total ? [`Between ${total.low.toFixed(1)} and ${total.high.toFixed(1)} of 5.`] : []),
    ...(notes ? [quoted(notes)] : []),
    ...links,
    ...criteria.flatMap(criterionLines),
    ...flags.map((flag) => `Warning sign (${oneLine(flag.criterion)}): ${heard(flag)}`),
    ...meetings.map(({ interviewer, round, questions }) =>
      [
        `To ask (${oneLine(interviewer)}, ${oneLine(round)}):`,
        ...questions.map((id) => `- ${texts.get(id) ?? oneLine(id)}`),
      ].join("\n"),
    ),
  ];
}

function criterionLines(criterion: Criterion): string[] {
  const { score, weight, evidence } = criterion;
  const head = `${oneLine(nameOf(criterion))}: ${score ?? "not known yet"} (weight ${weight})`;
  return [[head, ...evidence.map((each) => `- ${heard(each)}`)].join("\n")];
}

function heard({ said, by, on }: Heard): string {
  return [oneLine(said), oneLine(by), on].filter(Boolean).join(" · ");
}

function offerLines(offers: readonly Offer[]): string[] {
  if (offers.length === 0) return [];
  const rows = compareOffers(offers).map(
    ({ name, total }) => `- ${oneLine(name)}: ${ENDS.map((end) => `${end} ${Math.round(total[end])}`).join(", ")}`,
  );
  return ["## Offers, four years, before tax, without paper", rows.join("\n")];
}
