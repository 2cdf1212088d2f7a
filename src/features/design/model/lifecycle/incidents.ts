import type { Fault } from "../../../../shared/content/design/world.ts";
import type { Incident } from "../run/report.ts";

/** What is known of a fault while the days pass. Times are seconds of the scenario. */
export type IncidentState = {
  fault: Fault;
  detected: { at: number; by: string } | undefined;
  /** End of the last stretch in which the service was below its objective. */
  brokenUntil: number | undefined;
  /** Requests since its start, and those of them that something touched by it answered; `bounded` is the share up to the last. */
  requests: number;
  touched: number;
  bounded: number;
  lowest: number | undefined;
  /** Where a registry's gate kept it out. */
  refused: boolean;
};

export function incidentOf(fault: Fault): IncidentState {
  const counts = { requests: 0, touched: 0, bounded: 0 };
  return { fault, detected: undefined, brokenUntil: undefined, lowest: undefined, refused: false, ...counts };
}

/** What a stretch of time showed of one fault; `touched` is a share of its requests. */
export type Stretch = { to: number; requests: number; touched: number; quality: number; holds: boolean };

const TRIFLE = 1e-6;

export function noteStretch(state: IncidentState, { to, requests, touched, quality, holds }: Stretch): void {
  state.requests += requests;
  state.touched += requests * touched;
  if (touched > TRIFLE) state.bounded = state.touched / state.requests;
  if (!holds) state.brokenUntil = to;
  state.lowest = Math.min(state.lowest ?? 1, quality);
}

export function detect(state: IncidentState, at: number, by: string): void {
  state.detected ??= { at, by };
}

/** Faults whose harm stays until somebody mends it, however long the cause lasts. */
const STAYS = ["concept-drift", "bad-model", "policy-change", "embedding-change"];

/** The incident as it is told when the days are over. */
export function toldOf(state: IncidentState, lasts: number): Incident {
  const { fault, detected, brokenUntil } = state;
  const end = fault.lasts === undefined ? null : fault.at + fault.lasts;
  const from = STAYS.includes(fault.kind) || end === null ? fault.at : end;
  const incident = {
    fault: fault.id,
    kind: fault.kind,
    title: fault.title,
    from: fault.at,
    to: end,
    detectedAfter: detected ? detected.at - fault.at : null,
    detectedBy: detected?.by ?? null,
    recoveredAfter: brokenUntil === undefined ? 0 : brokenUntil >= lasts ? null : Math.max(0, brokenUntil - from),
    blast: state.bounded,
    metastable: false,
    worstP99: null,
    lowestQuality: state.lowest ?? null,
  };
  return { ...incident, said: sentence(incident, state) };
}

function sentence(incident: Omit<Incident, "said">, { refused }: IncidentState): string {
  if (!SIMULATED.includes(incident.kind))
    return "A scenario of days does not simulate this fault: run it by the second.";
  const seen =
    incident.detectedAfter === null
      ? "nothing rang"
      : `${SEEN_BY[incident.detectedBy ?? ""] ?? incident.detectedBy} told of it after ${spoken(incident.detectedAfter)}`;
  if (refused) return "The gate of the registry kept it out: no request met it.";
  const reached = `it touched ${percent(incident.blast)} of the requests`;
  if (incident.recoveredAfter === 0) return sentenceOf(`${seen}; ${reached}, and quality held`);
  const back =
    incident.recoveredAfter === null
      ? "it was not mended by the end"
      : `mended after ${spoken(incident.recoveredAfter)}`;
  return sentenceOf(`${seen}; ${reached}; ${back}`);
}

const SIMULATED = [...STAYS, ...["poisoned-data", "late-data", "adversarial-burst", "reviewer-surge", "traffic-peak"]];

const SEEN_BY: Record<string, string> = {
  scores: "The monitor of scores",
  labels: "The monitor of labels",
  canary: "The trial",
  "data checks": "The data checks",
  "review queue": "The monitor of the review queue",
};

const sentenceOf = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
const percent = (share: number) => `${share > 0 && share < 0.01 ? "less than 1" : Math.round(share * 100)} %`;

function spoken(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return seconds < 36 * 3600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
