import { newId } from "../../lib/ids.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { BankDrill } from "../../shared/content/explain-bank.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { type ExplainDeps, listenerOf, practiceDrill } from "./deps.ts";
import { readFor, type Told } from "./read.ts";
import type { CheckedExplanation, ExplainBody, ReadAttempt } from "./schema.ts";
import { checkedOf, shownOf } from "./show.ts";
import type { StoredExplanation } from "./stored.ts";

const WHO = "local";
const EXPLAINING = "communication.explaining";

type Unknown = "unknown-concept" | "unknown-listener";

/** Reads an explanation and keeps it with its evidence. */
export async function tell(deps: ExplainDeps, slug: string, body: ExplainBody): Promise<Result<ReadAttempt, Unknown>> {
  const found = toldBy(deps, slug, body.audience);
  if (!found.ok) return found;
  const { bankDrill, told } = found.value;
  const before = await deps.repo.attemptsOf(told.drill.id);
  const seen = before.some(({ audience }) => audience === body.audience) ? "model-seen" : "model-unseen";
  const reading = await readFor(deps, told, { text: body.text, seen });
  const now = deps.clock();
  const attempt: StoredExplanation = {
    id: newId(now),
    itemId: told.drill.id,
    itemVersion: bankDrill.version,
    ...body,
    explainedAt: now.toISOString(),
    feedback: { reading, followUps: [] },
    graderVersion: `${reading.engine}, ${deps.grader.version}`,
  };
  await deps.repo.save(attempt, evidenceOf(bankDrill, attempt, seen));
  const shown = shownOf(bankDrill, attempt);
  return shown ? ok(shown) : failed("unknown-listener");
}

/** Reads an explanation and keeps nothing. */
export async function check(
  deps: Pick<ExplainDeps, "drills" | "grader" | "language" | "clock">,
  slug: string,
  { audience, text }: Pick<ExplainBody, "audience" | "text">,
): Promise<Result<CheckedExplanation, Unknown>> {
  const found = toldBy(deps, slug, audience);
  if (!found.ok) return found;
  const { told } = found.value;
  return ok(checkedOf(told, { slug, text, reading: await readFor(deps, told, { text, seen: "model-unseen" }) }));
}

function toldBy(
  deps: Pick<ExplainDeps, "drills">,
  slug: string,
  audience: ExplainBody["audience"],
): Result<{ bankDrill: BankDrill; told: Told }, Unknown> {
  const bankDrill = practiceDrill(deps, slug);
  if (!bankDrill) return failed("unknown-concept");
  const listener = listenerOf(bankDrill, audience);
  return listener ? ok({ bankDrill, told: { drill: bankDrill.drill, listener } }) : failed("unknown-listener");
}

function evidenceOf(
  { drill, part }: BankDrill,
  attempt: StoredExplanation,
  seen: "model-seen" | "model-unseen",
): Evidence {
  const { reading } = attempt.feedback;
  return {
    id: attempt.id,
    at: attempt.explainedAt,
    who: WHO,
    feature: "explain",
    itemId: attempt.itemId,
    itemVersion: attempt.itemVersion,
    skills: [...new Set([...drill.skills, EXPLAINING])],
    mode: "explain",
    part,
    score: reading.score,
    standardError: reading.se,
    secondsUsed: attempt.secondsUsed,
    help: { hints: 0, revealed: seen === "model-seen" },
    graderVersion: attempt.graderVersion,
  };
}
