import { z } from "zod";
import { MOST_ROUND_CODE } from "./model/round/code-length.ts";

/** Shapes at the boundary of the coding room: what the HTTP API speaks, and what the judge says about a solution. */

const Kind = z.enum(["implement", "optimise", "debug", "progressive"]);
export const Tier = z.enum(["python", "numpy", "sklearn", "torch"]);
export type Tier = z.infer<typeof Tier>;
export const SandboxTier = z.enum(["full", "reduced", "none"]);
export type SandboxTier = z.infer<typeof SandboxTier>;
export const Mode = z.enum(["run", "submit"]);
export type Mode = z.infer<typeof Mode>;

// ---- what the judge says

const TestStatus = z.enum([
  "passed",
  "failed",
  "error",
  "time-limit",
  "memory-limit",
  "output-limit",
  "forbidden",
  "not-run",
]);

export const TestDescription = z.object({
  name: z.string(),
  why: z.string(),
  visible: z.boolean(),
  level: z.int().min(1),
});
export type TestDescription = z.infer<typeof TestDescription>;

/** One test of a submission. `input`, `expected` and `got` are short texts and come with visible tests alone. */
export const TestResult = TestDescription.extend({
  fault: z.string().nullable(),
  status: TestStatus,
  message: z.string(),
  input: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  got: z.string().exactOptional(),
  /** The candidate's own lines only, outermost first. */
  trace: z.array(z.object({ line: z.int(), function: z.string(), code: z.string() })).exactOptional(),
  ms: z.number(),
});
export type TestResult = z.infer<typeof TestResult>;

const Growth = z.object({
  name: z.string(),
  atMost: z.string(),
  sizes: z.array(z.number()),
  /** Seconds of CPU time, or bytes where `measure` is memory, one for each size. */
  seconds: z.array(z.number()),
  /** Slope of log(cost) over log(size). */
  exponent: z.number(),
  measure: z.enum(["time", "memory"]),
});

export const VerdictName = z.enum([
  "accepted",
  "wrong-answer",
  "runtime-error",
  "time-limit",
  "memory-limit",
  "output-limit",
  "forbidden",
  "internal-error",
  "cancelled",
]);
export type VerdictName = z.infer<typeof VerdictName>;

/** The judge's word on a submission. `internal-error` is a fault of ours and never counts against the candidate. */
export const Verdict = z.object({
  verdict: VerdictName,
  tier: z.string(),
  sandbox: SandboxTier,
  tests: z.array(TestResult),
  misconception: z.object({ id: z.string(), belief: z.string(), text: z.string() }).exactOptional(),
  faults: z.array(z.object({ id: z.string(), found: z.boolean() })).exactOptional(),
  levelsPassed: z.int().exactOptional(),
  wallMs: z.number(),
  cpuMs: z.number(),
  peakMemoryMb: z.number(),
  stdout: z.string(),
  growth: z.array(Growth).exactOptional(),
  message: z.string().exactOptional(),
});
export type Verdict = z.infer<typeof Verdict>;

export const JudgeLimits = z.object({
  testTimeMs: z.int(),
  totalTimeMs: z.int(),
  memoryMb: z.int(),
  outputBytes: z.int(),
});
export type JudgeLimits = z.infer<typeof JudgeLimits>;

/** One single-fault change of a reference solution. */
export const Mutant = z.object({
  id: z.string(),
  operator: z.string(),
  line: z.int(),
  before: z.string(),
  after: z.string(),
  source: z.string(),
});
export type Mutant = z.infer<typeof Mutant>;

// ---- what a client sends

/** Source text that every store keeps unchanged: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
const Code = z
  .string()
  .refine((code) => !code.includes("\0"), "The code has a NUL character; Python source cannot.")
  .refine((code) => code.isWellFormed(), "The code has half of a surrogate pair, which is no character.");

export const DraftBody = z.strictObject({ code: Code });
export const SubmissionBody = z.strictObject({
  code: Code,
  mode: Mode,
  secondsUsed: z
    .number()
    .min(0)
    .max(7 * 24 * 3600),
});

// ---- what the API answers

const Named = z.object({ id: z.string(), title: z.string() });
const Time = z.string().describe("ISO 8601, UTC");

const ProblemSummary = z.object({
  slug: z.string(),
  id: z.string(),
  title: z.string(),
  kind: Kind,
  skills: z.array(Named),
  difficulty: z.int().min(1).max(5),
  minutes: z.int(),
  tier: Tier,
  roles: z.array(z.string()),
  patterns: z.array(z.string()),
  state: z.enum(["new", "attempted", "solved"]),
  available: z.boolean().describe("false where this machine's judge lacks the tier"),
});
export type ProblemSummary = z.infer<typeof ProblemSummary>;
export type ProblemState = ProblemSummary["state"];

export const ProblemList = z.object({
  problems: z.array(ProblemSummary),
  heldOut: z.int(),
  roles: z.array(Named),
});
export type ProblemList = z.infer<typeof ProblemList>;

const Level = z.object({ level: z.int(), unlocked: z.boolean(), text: z.string().exactOptional() });
export type Level = z.infer<typeof Level>;

export const ProblemDetail = ProblemSummary.extend({
  prompt: z.string(),
  starter: z.string(),
  levels: z.array(Level),
  hints: z.object({
    total: z.int(),
    costEach: z.number(),
    taken: z.array(z.object({ index: z.int(), text: z.string() })),
  }),
  draft: z.object({ code: z.string(), savedAt: Time }).nullable(),
  solved: z.boolean(),
  explanation: z.string().nullable(),
  reference: z.string().nullable(),
  tests: z.array(TestDescription),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;

export const DraftSaved = z.object({ savedAt: Time });
export const HintTaken = z.object({ index: z.int(), text: z.string(), cost: z.number() });
export type HintTaken = z.infer<typeof HintTaken>;
export const Revealed = z.object({ explanation: z.string(), reference: z.string() });
export type Revealed = z.infer<typeof Revealed>;
export const Cancelled = z.object({ cancelled: z.boolean() });

/** Advice of the code reading: beside the verdict, never part of it. */
export const Finding = z.object({
  line: z.int(),
  rule: z.string(),
  message: z.string(),
  severity: z.literal("advice"),
});
export type Finding = z.infer<typeof Finding>;

const SubmissionSummary = z.object({
  id: z.string(),
  mode: Mode,
  at: Time,
  verdict: VerdictName.nullable().describe("null while it is being judged"),
  passed: z.int(),
  total: z.int(),
  secondsUsed: z.number(),
});
export type SubmissionSummary = z.infer<typeof SubmissionSummary>;

export const SubmissionList = z.object({ submissions: z.array(SubmissionSummary) });
export const SubmissionDetail = SubmissionSummary.extend({
  slug: z.string(),
  code: z.string(),
  result: Verdict.nullable(),
  reading: z.array(Finding),
});
export type SubmissionDetail = z.infer<typeof SubmissionDetail>;

export const ApiFailure = z.object({
  error: z.object({ code: z.string(), message: z.string(), mend: z.string().exactOptional() }),
});
export type ApiFailure = z.infer<typeof ApiFailure>;

/** The events of a submission's stream, in order: accepted, started, test…, verdict, reading; or problem. */
export const SubmissionEvent = z.discriminatedUnion("event", [
  z.object({ event: z.literal("accepted"), data: z.object({ submissionId: z.string() }) }),
  z.object({ event: z.literal("started"), data: z.object({ total: z.int() }) }),
  z.object({ event: z.literal("test"), data: z.object({ index: z.int(), total: z.int(), test: TestResult }) }),
  z.object({ event: z.literal("verdict"), data: Verdict }),
  z.object({ event: z.literal("reading"), data: z.object({ findings: z.array(Finding) }) }),
  z.object({ event: z.literal("problem"), data: ApiFailure }),
]);
export type SubmissionEvent = z.infer<typeof SubmissionEvent>;

// ---- in a round of an interview

const RoundCode = Code.max(MOST_ROUND_CODE, `At most ${MOST_ROUND_CODE.toLocaleString("en-US")} characters of code.`);

/** What a candidate does in a coding round. A run and a submission take the code along, or use what the editor sent last. */
export const RoundAction = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("code"), code: RoundCode }),
  z.strictObject({ type: z.literal("run"), code: RoundCode.exactOptional() }),
  z.strictObject({ type: z.literal("submit"), code: RoundCode.exactOptional() }),
]);
export type RoundAction = z.infer<typeof RoundAction>;

/** A verdict as an interview shows it: visible tests whole, of the hidden ones how many passed. */
const SeenVerdict = z.object({
  mode: Mode,
  verdict: VerdictName,
  level: z.int(),
  visible: z.array(TestResult),
  hidden: z.object({ passed: z.int(), total: z.int() }).nullable().describe("null for a run of the visible tests"),
  stdout: z.string(),
  message: z.string().exactOptional(),
});
export type SeenVerdict = z.infer<typeof SeenVerdict>;

/** What the page of a coding round shows beside the talk. */
export const ShownCodingRound = z.object({
  type: z.literal("coding"),
  kind: z.enum(["coding", "debugging", "progressive"]),
  title: z.string(),
  minutes: z.int(),
  tier: z.string(),
  prompt: z.string(),
  starter: z.string(),
  levels: z.array(z.object({ level: z.int(), unlocked: z.boolean(), text: z.string().exactOptional() })),
  tests: z.array(TestDescription).describe("visible ones up to the level that is open"),
  code: z.string().describe("as it was sent last"),
  last: SeenVerdict.nullable(),
  notice: z.string().nullable().describe("why the last action came to nothing"),
  solved: z.boolean(),
  hints: z.object({ taken: z.array(z.string()), costEach: z.number() }),
  left: z.object({ runs: z.int(), submissions: z.int() }),
});
export type ShownCodingRound = z.infer<typeof ShownCodingRound>;

// ---- in a round with an assistant

const MOST_REQUEST = 2_000;
const Request = z
  .string()
  .trim()
  .min(1)
  .max(MOST_REQUEST, `At most ${MOST_REQUEST.toLocaleString("en-US")} characters to the assistant at once.`);

/** As in a coding round, and what is asked of the assistant and taken from it. A take may bring along what the editor holds. */
export const AssistedAction = z.discriminatedUnion("type", [
  ...RoundAction.options,
  z.strictObject({ type: z.literal("ask-assistant"), text: Request }),
  z.strictObject({ type: z.literal("take"), piece: z.string().max(60), code: RoundCode.exactOptional() }),
]);
export type AssistedAction = z.infer<typeof AssistedAction>;

const Exchange = z.object({
  seq: z.int(),
  asked: z.string(),
  says: z.string(),
  proposal: z
    .object({
      piece: z.string().describe("what to take it by"),
      title: z.string(),
      code: z.string(),
      isNewest: z.boolean().describe("what a take of it would bring"),
      isTaken: z.boolean(),
    })
    .nullable(),
});

export const ShownAssistedRound = ShownCodingRound.extend({
  type: z.literal("assisted"),
  assistant: z.object({ exchanges: z.array(Exchange), left: z.int().describe("requests") }),
});
export type ShownAssistedRound = z.infer<typeof ShownAssistedRound>;

export const Health = z.object({
  version: z.string(),
  judge: z.enum(["starting", "ready", "broken"]),
  sandbox: SandboxTier,
  tiers: z.array(Tier),
  python: z.string(),
  grader: z.enum(["starting", "embedded", "lexical"]).describe("what grades answers in words"),
  problems: z.object({ practice: z.int(), holdout: z.int() }),
});
export type Health = z.infer<typeof Health>;
