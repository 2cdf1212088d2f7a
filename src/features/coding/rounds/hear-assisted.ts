import { nearnessOf } from "../../../shared/grader/similarity.ts";
import type { HearingDeps } from "../../../shared/rounds/hear-answer.ts";
import type { Reading } from "../../../shared/rounds/reading.ts";
import { type AssistedState, metFaults } from "../model/round/assisted/assisted-state.ts";
import { MET } from "../model/round/state.ts";
import { faultsNamed, type NamedFault } from "./fault-named.ts";
import { hearCandidate } from "./hear-candidate.ts";

/** A part of the work is named from this nearness to the ways of asking for it. */
const NAMES_A_PART = 0.6;
const FEW_WORDS = 12;

/** Reads words to the interviewer: as in a coding round, and which faults and which parts of the work they name. */
export async function hearAssisted(deps: HearingDeps, state: AssistedState, text: string): Promise<Reading> {
  const heard = await hearCandidate(deps, state.coding, text);
  if (heard.engine === "none" && heard.intent !== "asks") return heard;
  const faults = await faultsNamed(deps.grader, metFaults(state), text);
  const parts = state.requests.length === 0 ? await partsIn(deps, state, text) : [];
  const own = [...faults.map((named) => faultPoint(named, text)), ...parts];
  const isAnswer = heard.intent === "strays" && own.some(({ probability }) => probability >= MET);
  return { ...heard, intent: isAnswer ? "answers" : heard.intent, points: [...heard.points, ...own] };
}

function faultPoint({ piece, quote }: NamedFault, text: string): Reading["points"][number] {
  const start = Math.max(0, text.indexOf(quote));
  return { id: `fault:${piece}`, points: 1, probability: 1, span: { start, end: start + quote.length, text: quote } };
}

/** Parts of the work that a plan names, each by a clause of it. */
async function partsIn(
  { grader }: HearingDeps,
  { assistant }: AssistedState,
  text: string,
): Promise<Reading["points"]> {
  const clauses = text
    .split(/[.;:!?,]\s+|\b(?:and )?(?:then|after that|next|finally|first|second|third)\b/i)
    .map((clause) => clause.trim())
    .filter((clause) => clause.split(/\s+/).length >= 3);
  if (clauses.length === 0 || text.trim().split(/\s+/).length < FEW_WORDS) return [];
  const lines = assistant.pieces.map(({ asked, title }) => [title, ...asked]);
  const { values } = await grader.similarities(clauses, lines.flat());
  // a clause names the part that it is nearest to, and no other
  const nearest = values.map((row) => {
    let from = 0;
    const scores = lines.map((own) => {
      const near = row.slice(from, from + own.length).map(nearnessOf);
      from += own.length;
      return Math.max(0, ...near);
    });
    const best = scores.indexOf(Math.max(...scores));
    return { best, score: scores[best] ?? 0 };
  });
  return assistant.pieces.map(({ id }, at) => {
    const found = nearest.findIndex(({ best, score }) => best === at && score >= NAMES_A_PART);
    const clause = clauses[found];
    const start = clause === undefined ? 0 : text.indexOf(clause);
    const span = clause === undefined ? null : { start, end: start + clause.length, text: clause };
    return { id: `part:${id}`, points: 1, probability: clause === undefined ? 0 : 1, span };
  });
}
