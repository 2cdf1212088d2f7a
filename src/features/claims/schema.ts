import { z } from "zod";
import { FINDING_KINDS } from "./model/finding-kinds.ts";

/** Shapes at the boundary of the claim ledger: what the HTTP API and `claims --json` speak. */

const Time = z.string().describe("ISO 8601, UTC");
const SourceKind = z.enum(["cv", "portfolio", "story", "impact", "transcript"]);
export const DocumentKind = z.enum(["cv", "transcript"]);
export type DocumentKind = z.infer<typeof DocumentKind>;

const FindingKind = z.enum(FINDING_KINDS);
export type FindingKind = z.infer<typeof FindingKind>;

/** Where something is said. */
const ClaimPlace = z.object({
  source: z.string().describe("what the text is called"),
  kind: SourceKind,
  to: z.string().describe("path in the app that leads to it"),
  quote: z.string().describe("the sentence or line, word for word"),
  figures: z.array(z.string()).describe("the figures in it, word for word"),
  line: z.int().min(1),
});
export type ClaimPlace = z.infer<typeof ClaimPlace>;

export const Finding = z.object({
  id: z.string().describe("stays while the texts stay"),
  kind: FindingKind,
  said: z.string().describe("what an interviewer would notice"),
  mend: z.string().describe("what to do about it"),
  places: z.array(ClaimPlace),
});
export type Finding = z.infer<typeof Finding>;

export const LedgerClaim = z.object({
  id: z.string(),
  sourceId: z.string(),
  source: z.string(),
  to: z.string(),
  quote: z.string(),
  line: z.int().min(1),
  figure: z.string(),
  value: z.number().describe("a share is 0 to 1, times are seconds, sizes bytes; a change has its sign"),
  unit: z.string(),
  kind: z.enum(["level", "change"]),
  metric: z.string().nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  subject: z.string().describe("claims with one subject speak of the same thing"),
});
export type LedgerClaim = z.infer<typeof LedgerClaim>;

const Subject = z.object({
  id: z.string(),
  title: z.string().describe("the metric and what it is of"),
  agrees: z.enum(["one-place", "agree", "differ"]),
  claims: z.array(z.string()).describe("ids of claims"),
});

const LedgerSource = z.object({
  id: z.string(),
  title: z.string(),
  kind: SourceKind,
  to: z.string(),
  claims: z.int().min(0),
});

export const ClaimsDocument = z.object({
  id: z.string(),
  name: z.string(),
  kind: DocumentKind,
  addedAt: Time,
});
export type ClaimsDocument = z.infer<typeof ClaimsDocument>;

export const Ledger = z.object({
  claims: z.array(LedgerClaim),
  subjects: z.array(Subject).describe("those told in several places first"),
  findings: z.array(Finding).describe("open ones, the gravest first"),
  settled: z.array(Finding.extend({ note: z.string(), settledAt: Time })),
  sources: z.array(LedgerSource),
  documents: z.array(ClaimsDocument).describe("newest first"),
});
export type Ledger = z.infer<typeof Ledger>;

export const DocumentDetail = ClaimsDocument.extend({
  text: z.string(),
  figures: z.array(z.object({ start: z.int(), end: z.int() })).describe("where it claims something: UTF-16 offsets"),
  readTo: z.int().describe("characters that were read for figures; of a very long text the beginning"),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

// ---- what a client sends

export const MOST_DOCUMENT_CHARACTERS = 200_000;
/** Base64 of the largest PDF, with room for the JSON around it. */
export const MOST_DOCUMENT_BODY_BYTES = 14_000_000;

const Clean = (most: number, said: string) =>
  z
    .string()
    .trim()
    .min(1, said)
    .max(most, `At most ${most.toLocaleString("en")} characters.`)
    .refine((text) => !text.includes("\0") && text.isWellFormed(), "There is a character that is none.");

/** A document as text, or a file (PDF, JSON Resume, Markdown, text) in base64. */
export const DocumentBody = z
  .strictObject({
    name: Clean(120, "Name the document."),
    kind: DocumentKind,
    text: z.string().max(2_000_000, "The text is too long.").exactOptional(),
    file: z.base64("The file must be sent in base64.").exactOptional(),
  })
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), "Send either text or file.");
export type DocumentBody = z.infer<typeof DocumentBody>;

export const SettleBody = z.strictObject({ note: Clean(600, "Say why it is right as it stands.") });
export type SettleBody = z.infer<typeof SettleBody>;
