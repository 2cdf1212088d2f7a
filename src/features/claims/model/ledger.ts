import { textHash } from "../../../lib/text-hash.ts";
import type { ClaimSource } from "../../../shared/claims/claim.ts";
import type { Finding, Ledger, LedgerClaim } from "../schema.ts";
import { clustersOf } from "./clusters.ts";
import { type Entry, type Reading, readSource } from "./entry.ts";
import { FINDING_KINDS } from "./finding-kinds.ts";
import { comparable, type Relation, relationsOf } from "./relations.ts";
import type { Nearness } from "./subject.ts";
import { subjectTitle } from "./subject-title.ts";
import { conflictsIn, twoValues } from "./two-values.ts";
import { doubtsIn, unlikely } from "./unlikely.ts";
import { unsupported } from "./unsupported.ts";

export type Compiled = Pick<Ledger, "claims" | "subjects" | "findings" | "sources">;

/** All claims of some texts, what they speak of, and what is at fault with them. The same texts give the same ledger. */
export function compileLedger(sources: readonly ClaimSource[], nearness: Nearness = () => undefined): Compiled {
  const readings = sources.map(readSource);
  return ledgerOf(readings, pairsIn(readings), nearness);
}

export function pairsIn(readings: readonly Reading[]): Relation[] {
  return comparable(readings.flatMap(({ entries }) => entries));
}

/** As `compileLedger`, of texts that were read and compared already. */
export function ledgerOf(readings: readonly Reading[], pairs: readonly Relation[], nearness: Nearness): Compiled {
  const entries = readings.flatMap((reading) => reading.entries);
  const relations = relationsOf(pairs, nearness);
  const conflicts = conflictsIn(relations);
  const doubted = doubtsIn(entries);
  const disputed = new Set([...relations.flatMap(({ a, b, agrees }) => (agrees ? [] : [a, b])), ...doubted.keys()]);
  const { subjects, subjectOf } = subjectsOf(entries, { relations, conflicts });
  return {
    claims: entries.map((entry) => claimOf(entry, subjectOf.get(entry) ?? entry.id)),
    subjects,
    findings: [...twoValues(conflicts), ...unlikely(doubted), ...unsupported(readings, disputed)].sort(byGravity),
    sources: readings.map(({ source: { id, title, kind, to }, entries: own }) => ({
      id,
      title,
      kind,
      to,
      claims: own.length,
    })),
  };
}

function byGravity(a: Finding, b: Finding): number {
  return FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind);
}

type Told = { relations: readonly Relation[]; conflicts: readonly Relation[] };

function subjectsOf(entries: readonly Entry[], { relations, conflicts }: Told) {
  const subjectOf = new Map<Entry, string>();
  const clusters = clustersOf(relations);
  const joined = new Set(clusters.flat());
  const all = [...clusters, ...entries.filter((entry) => !joined.has(entry)).map((entry) => [entry])];
  const subjects = all.map((claims) => {
    const id = textHash(claims.map((entry) => entry.id).join("\n"));
    for (const entry of claims) subjectOf.set(entry, id);
    const members = new Set(claims);
    const differs = conflicts.some(({ a }) => members.has(a));
    const agrees = claims.length === 1 ? "one-place" : differs ? "differ" : "agree";
    return { id, title: subjectTitle(claims), agrees, claims: claims.map((entry) => entry.id) } as const;
  });
  return { subjects: subjects.toSorted((a, b) => b.claims.length - a.claims.length), subjectOf };
}

function claimOf({ id, source, claim, line }: Entry, subject: string): LedgerClaim {
  return {
    id,
    sourceId: source.id,
    source: source.title,
    to: source.to,
    quote: claim.sentence.text,
    line,
    figure: claim.figure.text,
    value: claim.value,
    unit: claim.unit,
    kind: claim.kind,
    metric: claim.metric ?? null,
    baseline: claim.baseline ?? null,
    target: claim.target ?? null,
    subject,
  };
}
