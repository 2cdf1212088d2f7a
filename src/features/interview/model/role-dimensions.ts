import type { Role } from "../../../shared/content/role.ts";
import type { Assessment, RoundDimension } from "../../../shared/rounds/assessment.ts";
import type { RoundKind } from "../../../shared/rounds/round-kind.ts";
import { weightedError, weightedMean } from "../../../shared/rounds/weighted-mean.ts";
import type { PlannedRound } from "../schema.ts";

/** Ids of dimensions or measures of a round that a name is built from; or why nothing of the round says anything of it. */
type Source = readonly string[] | { unmeasured: string };
type Names = Readonly<Record<string, Source>>;

const TALK: Names = { communication: ["communication"] };
const CODE: Names = {
  "problem solving": ["problem-solving"],
  "technical competency": ["technical"],
  "testing and verification": ["testing"],
  communication: ["communication"],
};

/** What the dimensions that roles name are built from, by the kind of round. The one place in which it is said. */
export const NAMED: Partial<Record<RoundKind, Names>> = {
  coding: {
    ...CODE,
    correctness: ["problem-solving"],
    "edge cases": ["own-cases"],
    clarity: ["code-reading"],
  },
  progressive: {
    "correctness by level": ["problem-solving"],
    design: ["code-reading"],
    speed: ["pace"],
    communication: ["communication"],
  },
  assisted: {
    decomposition: ["decomposition"],
    "directing the assistant": ["directing"],
    "reviewing its output": ["review"],
    testing: ["testing"],
    "quality on unseen cases": ["outcome"],
    evaluation: ["review", "testing"],
    code: ["code-reading"],
    "write-up": { unmeasured: "Nothing is written up in this round: what you would hand in with it is not seen." },
  },
  design: {
    "problem understanding": ["understanding"],
    "problem formulation": ["scoping", "formulation"],
    "data and features": ["data"],
    "retrieval and data": ["data"],
    modelling: ["modelling"],
    deployment: ["deployment"],
    evaluation: ["rollout"],
    "cost and latency": ["serving"],
    safety: ["safety"],
    communication: ["communication"],
  },
  breadth: {
    ...TALK,
    coverage: ["coverage"],
    correctness: ["correctness"],
    derivation: ["derive"],
    intuition: ["explain"],
    examples: { unmeasured: "Whether an answer came with an example is not listened for in this round." },
  },
  depth: {
    ...TALK,
    fundamentals: ["level-1", "level-2"],
    depth: ["depth"],
    "trade-offs": ["level-4"],
    "own work": { unmeasured: "This round asks about a subject. Work of your own comes up in the project deep dive." },
  },
  paper: { ...TALK, understanding: ["understanding"], critique: ["critique"], extension: ["extension"] },
  metrics: {
    ...TALK,
    question: ["outcome"],
    controls: ["assignment"],
    measurement: ["guardrails", "size"],
    iteration: ["next-step"],
    statistics: ["assignment", "size"],
    "experiment reading": ["reading"],
    rigour: ["correctness"],
    "product sense": ["guardrails", "next-step"],
    metrics: ["outcome"],
    "trade-offs": ["decision"],
  },
  "deep-dive": {
    ...TALK,
    "own work explained": ["how-it-works", "own-part"],
    "technical competency": ["reason", "alternative", "limit"],
    impact: ["whose-problem", "what-came-out"],
    depth: ["reason", "alternative", "limit"],
    execution: ["seen", "did-not-work"],
    "own part": ["own-part"],
    decisions: ["reason", "alternative"],
    results: ["what-came-out", "seen"],
    learning: ["do-differently", "did-not-work", "carried-over"],
    leadership: { unmeasured: "This round asks about code and its reasons. The behavioral round asks how you lead." },
  },
  behavioral: {
    "situation kept short": ["situation"],
    "own actions": ["action"],
    "result with a figure": ["result"],
    learning: ["learning"],
  },
};

const NOT_ASKED = "Nothing that came up in this mock shows it.";
const UNKNOWN = "Nothing of this round is known by that name.";
const MOST_EVIDENCE = 8;

/** A dimension with what it was built from, where its name is the role's. */
type NamedDimension = RoundDimension & { from: string[] };
/** What a panel for the role speaks of; then what counts in the score of the round too, by the round's own names. */
type Panel = { dimensions: NamedDimension[]; others: NamedDimension[] };

/** What a role's loop calls the dimensions of a round: of the round of that name, else of the first of its kind. */
export function namesFor({ loop }: Pick<Role, "loop">, { kind, title }: PlannedRound): readonly string[] {
  const own = loop.filter((each) => each.kind === kind);
  const named = own.find(({ round }) => round.toLowerCase() === title.toLowerCase());
  return (named ?? own[0])?.dimensions ?? [];
}

/** The dimensions of a round by the names of a role; without names they are the round's own. Its score is another matter. */
export function panelOf(kind: RoundKind, names: readonly string[], { dimensions, measures }: Assessment): Panel {
  const own = dimensions.map((each) => ({ ...each, from: [] }));
  if (names.length === 0) return { dimensions: own, others: [] };
  const named = names.map((name) => ({ name, source: NAMED[kind]?.[name] ?? { unmeasured: UNKNOWN } }));
  const used = new Set(named.flatMap(({ source }) => ("unmeasured" in source ? [] : source)));
  const measured = [...measures, ...dimensions];
  return {
    dimensions: named.map(({ name, source }) => dimensionOf(name, source, measured)),
    others: own.filter(({ id }) => !used.has(id)),
  };
}

function dimensionOf(name: string, source: Source, measured: readonly RoundDimension[]): NamedDimension {
  const about = { id: name.replaceAll(" ", "-"), title: sentence(name) };
  if ("unmeasured" in source) return { ...about, ...NOTHING, stronger: source.unmeasured };
  const parts = source.flatMap((id) => measured.findLast((each) => each.id === id) ?? []);
  const [first] = parts;
  if (!first) return { ...about, ...NOTHING, stronger: NOT_ASKED };
  const from = parts.map(({ title }) => title).filter((title) => title.toLowerCase() !== name.toLowerCase());
  return parts.length === 1 ? { ...first, ...about, from } : { ...about, ...together(parts), from };
}

const NOTHING = { weight: 0, score: null, se: null, evidence: [], from: [] };

/** The mean of what was measured, by weight where parts have one; what a stronger answer has is what the weakest lacked. */
function together(parts: readonly RoundDimension[]): Omit<RoundDimension, "id" | "title"> {
  const weight = parts.reduce((sum, each) => sum + each.weight, 0);
  const measured = parts.flatMap(({ score, se, ...each }) =>
    score === null || se === null ? [] : [{ score, se, weight: weight === 0 ? 1 : each.weight, of: each }],
  );
  const score = weightedMean(measured) ?? null;
  const weakest = measured.toSorted((a, b) => a.score - b.score)[0];
  return {
    weight,
    score,
    se: score === null ? null : weightedError(measured),
    evidence: inTurn(parts.map(({ evidence }) => evidence)).slice(0, MOST_EVIDENCE),
    stronger: weakest?.of.stronger ?? parts[0]?.stronger ?? NOT_ASKED,
  };
}

/** The first of each list, then the second of each: no part crowds out another. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
