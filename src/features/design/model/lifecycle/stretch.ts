import type { Fault } from "../../../../shared/content/design/world.ts";
import { answerQuality, languageShare } from "./answers.ts";
import { attackRate, decisionQuality, type Flow, flowOf, type Kind, kindsAt, lossOf } from "./decisions.ts";
import { type Life, rateAt } from "./life.ts";
import { type Backlog, reviewed } from "./review-backlog.ts";
import { isOn } from "./unlearned.ts";
import { type ModelState, serving, type Version } from "./version.ts";
import type { Moment } from "./view.ts";

/** What a stretch of time was like; money in US dollars, `requests` and flows in all. */
export type Passed = {
  from: number;
  to: number;
  requests: number;
  quality: number;
  /** The quality that it would have had without any fault. */
  usual: number;
  flow: Flow | undefined;
  llm: number;
  lost: number;
  earned: number;
  /** Requests of attacks that got through. */
  attacks: number;
  /** `inTime` as it was, `usual` as it would have been without any fault. */
  review: { arrived: number; inTime: number; usual: number; worked: number; lost: number } | undefined;
};

/** Every combination of versions that answers requests, with its share. */
function mixes(models: readonly ModelState[]): { share: number; picks: Map<string, Version> }[] {
  let all = [{ share: 1, picks: new Map<string, Version>() }];
  for (const state of models)
    all = all.flatMap(({ share, picks }) =>
      serving(state).map((one) => ({
        share: share * one.share,
        picks: new Map([...picks, [state.served.node.id, one.version]]),
      })),
    );
  return all;
}

/** Lets a stretch of time pass in which nothing is released; what drifts is taken at its middle. */
export function pass(life: Life, from: number, to: number): Passed {
  const at = (from + to) / 2;
  const { faults } = life.scenario;
  const rate = rateAt(life, at);
  const span = { from, to, at, rate };
  return life.view.world.task === "detection" ? decided(life, span, faults) : answered(life, span, faults);
}

type Span = { from: number; to: number; at: number; rate: number };

function answered(life: Life, { from, to, at, rate }: Span, faults: readonly Fault[]): Passed {
  const { view } = life;
  const mean = (counting: readonly Fault[]) =>
    mixes(life.models).reduce(
      (sum, { share, picks }) => sum + share * answerQuality(view, { at, faults: counting, picks }),
      0,
    );
  const [quality, usual] = [mean(faults), mean([])];
  const requests = rate * (to - from);
  const value = requests * view.world.money.value;
  return {
    ...{ from, to, requests, quality, usual, flow: undefined, review: undefined, attacks: 0 },
    llm: languageShare(view) * requests,
    lost: Math.max(0, usual - quality) * value,
    earned: quality * value,
  };
}

function decided(life: Life, { from, to, at, rate }: Span, faults: readonly Fault[]): Passed {
  const { view, review } = life;
  const kinds = mixedKinds(life, { at, faults, rate });
  const calm = mixedKinds(life, { at, faults: [], rate });
  const seen = review && casesIn(life, { from, to, at }, { kinds, calm });
  const error = review?.reviewers.error ?? 0;
  const flow = flowOf(kinds, seen && { inTime: seen.inTime, error });
  const usual = flowOf(calm, seen && { inTime: seen.usual, error });
  const length = to - from;
  const requests = (rate + attackRate({ faults, at })) * length;
  const quality = decisionQuality(view.world, flow);
  return {
    ...{ from, to, requests, quality, review: seen },
    usual: decisionQuality(view.world, usual),
    flow: scaled(flow, length),
    attacks: kinds.reduce((sum, { attack, rate, fate }) => sum + (attack ? rate * (1 - fate.blocked) : 0), 0) * length,
    llm: flow.llm * length,
    lost: lossOf(view.world, flow) * length,
    earned: view.world.money.value * quality * requests,
  };
}

function mixedKinds(life: Life, { at, faults, rate }: { at: number; faults: readonly Fault[]; rate: number }): Kind[] {
  return mixes(life.models).flatMap(({ share, picks }) =>
    kindsAt(life.view, { at, faults, picks } satisfies Moment, rate).map((kind) => ({
      ...kind,
      rate: kind.rate * share,
    })),
  );
}

function scaled(flow: Flow, by: number): Flow {
  return {
    positives: flow.positives * by,
    negatives: flow.negatives * by,
    caught: flow.caught * by,
    wronglyBlocked: flow.wronglyBlocked * by,
    reviewed: flow.reviewed * by,
    llm: flow.llm * by,
  };
}

/** The cases of a stretch go to the people; a surge brings more than the cascade sends. */
function casesIn(
  { review, view, scenario }: Life,
  { from, to, at }: { from: number; to: number; at: number },
  { kinds, calm }: { kinds: readonly Kind[]; calm: readonly Kind[] },
): Passed["review"] {
  if (!review) return undefined;
  const surge = scenario.faults
    .filter((fault) => fault.kind === "reviewer-surge" && isOn(fault, at))
    .reduce((times, { size }) => times * (size ?? 3), 1);
  const levels = (view.world.traffic.severities ?? [{ share: 1 }]).map(({ share }) => share);
  const go = (backlog: Backlog, rate: number) => {
    const done = reviewed(backlog, review.reviewers, { from, to, rates: levels.map((share) => rate * share) });
    return { ...done, inTime: levels.reduce((sum, share, level) => sum + share * (done.inTime[level] ?? 0), 0) };
  };
  const rate = casesOf(kinds) * surge;
  const done = go(review.backlog, rate);
  review.inTime = done.inTime;
  return { ...done, arrived: rate * (to - from), usual: go(review.calm, casesOf(calm)).inTime };
}

function casesOf(kinds: readonly Kind[]): number {
  return kinds.reduce((sum, { rate, fate }) => sum + rate * fate.reviewed, 0);
}
