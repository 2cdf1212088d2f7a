import { z } from "zod";

/** Shapes at the boundary of companies: a company with its scorecard and short lists, and an offer. */

/** How many questions fit into the end of one meeting. */
export const MOST_ASKED = 5;

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .refine((said) => !said.includes("\0") && said.isWellFormed(), "The text has a character that is none.");
const Day = z.iso.date("A day is written as 2026-03-31.").nullable();
const Link = z.url({ protocol: /^https?$/, error: "A link begins with https:// or http://." }).max(600);

/** What was said, by whom and when. */
const Heard = z.strictObject({ said: text(600).min(1, "Write what was said."), by: text(80), on: Day });
export type Heard = z.infer<typeof Heard>;

const Criterion = z.strictObject({
  id: z.string().min(1).max(40),
  /** Its own name where the candidate made it; a usual one is named by its id. */
  name: text(60).nullable(),
  weight: z.number().int().min(0).max(5),
  score: z.number().int().min(1).max(5).nullable(),
  evidence: z.array(Heard).max(30),
});
export type Criterion = z.infer<typeof Criterion>;

/** A sign that something is wrong, and which criterion it speaks against. */
const Flag = Heard.extend({ criterion: z.string().min(1).max(40) });

/** What to ask in one meeting. */
const Meeting = z.strictObject({
  interviewer: z.string().min(1).max(40),
  round: z.string().min(1).max(40),
  questions: z
    .array(z.string().min(1).max(60))
    .max(MOST_ASKED, `At most ${MOST_ASKED} questions for one meeting.`)
    .refine((ids) => new Set(ids).size === ids.length, "A question is asked once."),
});
export type Meeting = z.infer<typeof Meeting>;

export const CompanyBody = z.strictObject({
  name: text(120).min(1, "Give the company a name."),
  notes: text(8_000),
  links: z.array(Link).max(12),
  criteria: z
    .array(Criterion)
    .max(20)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "Two criteria have the same id."),
  flags: z.array(Flag).max(40),
  meetings: z.array(Meeting).max(60),
});
export type CompanyBody = z.infer<typeof CompanyBody>;

const kept = { id: z.string(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() };

export const Company = CompanyBody.extend(kept);
export type Company = z.infer<typeof Company>;
export const Companies = z.object({ companies: z.array(Company) });
export type Companies = z.infer<typeof Companies>;

const Money = z.number().min(0).max(1e12);
const Ends = (value: z.ZodNumber) =>
  z
    .strictObject({ low: value, likely: value, high: value })
    .refine(({ low, likely, high }) => low <= likely && likely <= high, "Low, likely and high stand in this order.");

const Vesting = z.strictObject({
  /** Share of the grant that vests in each year. */
  yearly: z
    .array(z.number().min(0).max(1))
    .min(1)
    .max(6)
    .refine((shares) => Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-6, {
      error: "The shares of the years add up to 100 %.",
    }),
  everyMonths: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
  /** Nothing vests before; what would have vested does so then. */
  cliffMonths: z.number().int().min(0).max(24),
});
export type Vesting = z.infer<typeof Vesting>;

const Grant = z.discriminatedUnion("kind", [
  /** `worth` in money at the price of the day of the grant. */
  z.strictObject({ kind: z.literal("rsu"), worth: Money, vesting: Vesting }),
  z.strictObject({ kind: z.literal("options"), count: Money, strike: Money, vesting: Vesting }),
  /** Worth what a unit is worth above `threshold`; nothing is paid for them. */
  z.strictObject({ kind: z.literal("profit-units"), count: Money, threshold: Money, vesting: Vesting }),
]);
export type Grant = z.infer<typeof Grant>;

const SignOn = z.strictObject({
  /** Paid at the beginning of this year. */
  year: z.number().int().min(1).max(4),
  amount: Money,
  /** Who leaves earlier pays back. */
  clawbackMonths: z.number().int().min(0).max(48),
  clawback: z.enum(["by-month", "whole"]),
});
export type SignOn = z.infer<typeof SignOn>;

/** An offer in its own currency; every figure a year and before tax. */
export const OfferBody = z.strictObject({
  name: text(120).min(1, "Say whose offer it is."),
  notes: text(4_000),
  currency: text(4).min(1, "Name the currency."),
  /** What one unit of its currency is in the currency of the comparison. */
  rate: z.number().positive().max(1e6),
  /** What life costs there: 1 is the place of the comparison, 1.2 a fifth more. */
  costOfLiving: z.number().min(0.1).max(10),
  base: Money,
  raise: z.number().min(-0.5).max(1),
  /** Target as a share of base; payout as a share of the target. */
  bonus: z.strictObject({ target: z.number().min(0).max(5), payout: Ends(z.number().min(0).max(5)) }),
  signOn: z.array(SignOn).max(4),
  share: z.strictObject({
    price: Money,
    market: z.enum(["public", "private"]),
    growth: Ends(z.number().min(-0.99).max(10)),
  }),
  grants: z.array(Grant).max(6),
  /** Granted at the beginning of years 2, 3 and 4. */
  refreshers: z.strictObject({ worth: Money, vesting: Vesting }).nullable(),
  /** What the employer adds to a pension: a share of base, up to `most`. */
  match: z.strictObject({ share: z.number().min(0).max(1), most: Money.nullable() }),
  benefits: Money,
});
export type OfferBody = z.infer<typeof OfferBody>;

export const Offer = OfferBody.extend(kept);
export type Offer = z.infer<typeof Offer>;
export const Offers = z.object({ offers: z.array(Offer) });
export type Offers = z.infer<typeof Offers>;

const Named = z.object({ id: z.string(), name: z.string() });
const Question = z.object({
  id: z.string(),
  text: z.string(),
  theme: z.string(),
  interviewers: z.array(z.string()),
  rounds: z.array(z.string()),
  why: z.string(),
  good: z.string(),
  warning: z.string(),
  follow_up: z.string(),
  not_when: z.string(),
});
export type Question = z.infer<typeof Question>;

/** The questions to ask, and what their interviewers, rounds and themes are called. */
export const AskingGuide = z.object({
  questions: z.array(Question),
  interviewers: z.array(Named),
  rounds: z.array(Named),
  themes: z.array(Named),
});
export type AskingGuide = z.infer<typeof AskingGuide>;

/** Everything of this feature in one file of an export. */
export const CompaniesArchive = z.strictObject({ companies: z.array(Company), offers: z.array(Offer) });
export type CompaniesArchive = z.infer<typeof CompaniesArchive>;
