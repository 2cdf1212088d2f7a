import type { AssessedTopic, Assessment, RoundDimension, RoundEvidence } from "../assessment.ts";
import type { Ms } from "../round.ts";
import { measuredIn, weightedMean } from "../weighted-mean.ts";
import {
  type Gone,
  hasSpoken,
  heldBack,
  LEAST_SE,
  MOST_EVIDENCE,
  missedOf,
  momentOf,
  strongerThan,
  USUAL_SPREAD,
} from "./gone.ts";
import { measuresOf } from "./measures.ts";
import { MET, type TalkState, type TopicSoFar } from "./talk.ts";

/** What a hint costs: this share of the topic. */
const COST_OF_A_HINT = 0.15;
/** Where less was said than this, there is nothing to judge claims or their telling by. */
const SUBSTANCE = 0.3;
/** A complete answer takes about so many words. */
const FULL_ANSWER_WORDS = 180;
/** Of a topic to which nothing was said that could be read. */
const UNREAD_SE = 0.1;

/** What a talk showed: what was covered, whether it was right, what probing brought, how it was told. */
export function assessTalk(state: TalkState, now: Ms): Assessment {
  const gone = state.setup.topics.flatMap((topic, at): Gone[] => {
    const so = state.topics[at];
    // a level that was never reached is part of how deep somebody went; a topic that time did not allow is not
    if (!so || (so.openedAt === null && !state.setup.style.deepens)) return [];
    const hints = so.hinted ? 1 - COST_OF_A_HINT : 1;
    return [{ topic, so, score: (so.reading?.score ?? 0) * hints, se: so.reading?.se ?? UNREAD_SE }];
  });
  const shown =
    state.setup.style.scoredBy === "points" ? pointByPoint(gone) : [coverage(state, gone), correctness(gone)];
  const dimensions = [...shown, underProbing(gone), communication(gone)];
  return {
    ...(hasSpoken(gone) ? overall(dimensions, gone) : { score: null, se: null }),
    dimensions,
    measures: measuresOf(gone),
    topics: topicsOf(gone, now),
  };
}

function overall(dimensions: readonly RoundDimension[], gone: readonly Gone[]): { score: number; se: number } {
  return { score: weightedMean(measuredIn(dimensions)) ?? 0, se: seOf(gone) };
}

/** Of the grader, and of having asked a few things of many. */
function seOf(gone: readonly Gone[]): number {
  const count = Math.max(1, gone.length);
  const mean = gone.reduce((sum, { score }) => sum + score, 0) / count;
  const seen = gone.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / Math.max(1, count - 1);
  // how much somebody differs from topic to topic is not to be seen in one
  const spread = count > 1 ? seen : USUAL_SPREAD ** 2;
  const graded = gone.reduce((sum, { se }) => sum + se ** 2, 0) / count;
  return Math.max(LEAST_SE, Math.sqrt((graded + spread) / count));
}

function coverage({ setup }: TalkState, gone: readonly Gone[]): RoundDimension {
  const spoken = hasSpoken(gone);
  const evidence = gone.flatMap(({ topic, so }) =>
    topic.points.flatMap((point): RoundEvidence[] => {
      const read = so.reading?.points.find(({ id }) => id === point.id);
      if (!read || read.probability < MET || read.span === null) return [];
      return [{ ...momentOf(so, read.span), says: point.metWhen, good: true }];
    }),
  );
  const missed = [...new Set(gone.flatMap(({ topic, so }) => (hasSpoken([{ so }]) ? missedOf(topic, so) : [])))];
  return {
    id: setup.style.deepens ? "depth" : "coverage",
    title: setup.style.deepens ? "How deep" : "What was covered",
    weight: 0.75,
    score: spoken ? gone.reduce((sum, { score }) => sum + score, 0) / Math.max(1, gone.length) : null,
    se: spoken ? seOf(gone) : null,
    evidence: evidence.slice(0, MOST_EVIDENCE),
    stronger: strongerThan(missed, spoken ? "spoken" : "silent"),
  };
}

/** A dimension for each point of the topics, which all have the same ones; together they weigh what the answers would. */
function pointByPoint(gone: readonly Gone[]): RoundDimension[] {
  const points = gone[0]?.topic.points ?? [];
  const all = points.reduce((sum, each) => sum + each.points, 0);
  return points.map((point): RoundDimension => {
    const read = gone.flatMap(({ so, score }) => {
      const found = so.reading?.points.find(({ id }) => id === point.id);
      // what caps the whole (a story that is not believed, a hint) caps its points alike
      return found ? [{ so, found: { ...found, probability: found.probability * heldBack(so, score) } }] : [];
    });
    const spoken = hasSpoken(gone);
    const score = read.reduce((sum, { found }) => sum + found.probability, 0) / Math.max(1, gone.length);
    const evidence = read.flatMap(({ so, found }): RoundEvidence[] =>
      found.span === null ? [] : [{ ...momentOf(so, found.span), says: point.metWhen, good: found.probability >= MET }],
    );
    return {
      id: point.id,
      title: sentence(point.metWhen),
      weight: (0.85 * point.points) / all,
      score: spoken ? score : null,
      se: spoken ? seOf(gone) : null,
      evidence: evidence.slice(0, MOST_EVIDENCE),
      stronger: score >= MET ? "It was there." : `What was missing: ${point.metWhen}.`,
    };
  });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function correctness(gone: readonly Gone[]): RoundDimension {
  const substantial = gone.filter(({ so }) => (so.reading?.score ?? 0) >= SUBSTANCE || mistakenIn(so).length > 0);
  const right = substantial.filter(({ so }) => mistakenIn(so).length === 0).length;
  const evidence = gone.flatMap(({ so }) =>
    mistakenIn(so).map(({ span, whyWrong }): RoundEvidence => ({ ...momentOf(so, span), says: whyWrong, good: false })),
  );
  const share = substantial.length === 0 ? null : right / substantial.length;
  return {
    id: "correctness",
    title: "Whether it was right",
    weight: 0.1,
    score: share,
    se: share === null ? null : Math.sqrt((share * (1 - share) + 0.05) / substantial.length),
    evidence: evidence.slice(0, MOST_EVIDENCE),
    stronger: evidence[0]?.says ?? "No mistaken claim was heard.",
  };
}

function underProbing(gone: readonly Gone[]): RoundDimension {
  const probes = gone.flatMap(({ topic, so }) =>
    so.probed.flatMap(({ about, before }) => {
      const read = so.reading?.points.find(({ id }) => id === about);
      const point = topic.points.find(({ id }) => id === about);
      return read && point ? [{ so, point, read, came: read.probability >= MET && before < MET }] : [];
    }),
  );
  const came = probes.filter((each) => each.came);
  const share = probes.length === 0 ? null : came.length / probes.length;
  return {
    id: "probing",
    title: "What probing brought",
    weight: 0.05,
    score: share,
    se: share === null ? null : Math.sqrt((share * (1 - share) + 0.05) / probes.length),
    evidence: came.flatMap(({ so, point, read }) =>
      read.span ? [{ ...momentOf(so, read.span), says: point.metWhen, good: true }] : [],
    ),
    stronger:
      share === null
        ? "Nothing had to be asked for."
        : `${came.length} of ${probes.length} follow-up questions brought what they asked for.`,
  };
}

function communication(gone: readonly Gone[]): RoundDimension {
  const opened = gone.filter(({ so }) => so.openedAt !== null && so.said.length > 0);
  const mean = opened.reduce((sum, { score }) => sum + score, 0) / Math.max(1, opened.length);
  const told = opened.map(({ so, score }) => {
    const words = so.said.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    return Math.min(1, score / Math.max(0.5, words / FULL_ANSWER_WORDS));
  });
  const turns = opened.reduce((sum, { so }) => sum + so.said.length + so.lost, 0);
  const onPoint = opened.reduce((sum, { so }) => sum + so.said.length, 0) / Math.max(1, turns);
  const economy = told.reduce((sum, each) => sum + each, 0) / Math.max(1, told.length);
  const measured = mean >= SUBSTANCE;
  return {
    id: "communication",
    title: "How it was told",
    weight: 0.1,
    score: measured ? (onPoint + economy) / 2 : null,
    se: measured ? 0.12 : null,
    evidence: [],
    stronger: measured
      ? "The point first, then the reason, in about a minute; a stranger could repeat it."
      : "Too little was said of substance to judge how it was told.",
  };
}

function topicsOf(gone: readonly Gone[], now: Ms): AssessedTopic[] {
  return gone
    .filter((each) => each.so.openedAt !== null && hasSpoken([each]))
    .map(({ topic, so, score, se }) => ({
      topic: topic.id,
      title: topic.title,
      itemId: topic.item.id,
      itemVersion: topic.item.version,
      skills: topic.item.skills,
      score,
      se,
      seconds: Math.max(0, (so.closedAt ?? now) - (so.openedAt ?? 0)) / 1000,
      hints: so.hinted ? 1 : 0,
      missed: missedOf(topic, so),
      reference: topic.reference,
      graderVersion: topic.graderVersion,
    }));
}

function mistakenIn({ reading }: TopicSoFar) {
  return reading?.mistaken ?? [];
}
