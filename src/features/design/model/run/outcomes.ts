import type { World } from "../../../../shared/content/design/world.ts";
import { Histogram } from "../engine/histogram.ts";
import { BLOCKED, CLOSED, IN_REVIEW, OPEN, type RequestPool } from "../engine/pools.ts";
import { retrievalSignal } from "../quality/retrieval.ts";
import { Bin, SCORE_BINS } from "./bin.ts";
import { featureWorth } from "./effects.ts";
import type { Latency } from "./report.ts";

/** Answers that take this many times the latency objective count as failed: nobody waits for them. */
const PATIENCE = 5;
const HIGHEST_LOGIT = 10;

/** Counts what became of requests, by bins of time and in all after the warm-up. */
export class Outcomes {
  readonly bins: Bin[] = [];
  readonly firstToken = new Histogram();
  answered = 0;
  failed = 0;
  degraded = 0;
  llm = 0;
  leaked = 0;
  quality = 0;
  positives = 0;
  caught = 0;
  negatives = 0;
  blocked = 0;
  reviewed = 0;
  /** Share of the cases in review that people decide rightly. */
  reviewRight = 0;
  /** Share of what is blocked that is let through to learn its label. */
  explored = 0;
  /** Of a detection task, in US dollars: what undetected positives would have cost, and what wrong decisions did. */
  stake = 0;
  wrong = 0;
  moneyLost = 0;
  moneyEarned = 0;
  #freshQuality = 0;
  #fresh = 0;
  readonly #world: World;
  readonly #requests: RequestPool;
  readonly #binSeconds: number;
  readonly #from: number;
  readonly #patience: number;
  /** Start of the first bin that lies behind the warm-up as a whole, and what was answered before it and after the warm-up. */
  readonly #wholeFrom: number;
  readonly #firstPart = new Histogram();
  readonly #detects: boolean;
  readonly #unretrieved: number;
  #current: Bin | undefined;
  #currentFrom = 0;
  #currentTo = 0;
  #lastCandidates = Number.NaN;
  #lastHeld = 0;

  constructor(world: World, requests: RequestPool, { bin, from }: { bin: number; from: number }) {
    this.#world = world;
    this.#requests = requests;
    this.#binSeconds = bin;
    this.#from = from;
    this.#wholeFrom = Math.ceil(from / bin) * bin;
    this.#patience = world.slo.latency * PATIENCE;
    this.#unretrieved = retrievalSignal(world, "without");
    this.#detects = world.task === "detection";
  }

  /** Of the answers since the warm-up. */
  latency(): Latency {
    const all = new Histogram();
    all.add(this.#firstPart);
    for (const { latency } of this.bins.slice(Math.ceil(this.#from / this.#binSeconds))) all.add(latency);
    return all.latency();
  }

  binAt(now: number): Bin {
    // times mostly go forward, and a bin holds thousands of answers
    if (this.#current && now >= this.#currentFrom && now < this.#currentTo) return this.#current;
    const at = Math.floor(now / this.#binSeconds);
    while (this.bins.length <= at) this.bins.push(new Bin());
    this.#current = this.bins[at] as Bin;
    this.#currentFrom = at * this.#binSeconds;
    this.#currentTo = (at + 1) * this.#binSeconds;
    return this.#current;
  }

  /** Mean quality of answers that came from no cache. */
  typicalQuality(): number {
    return this.#fresh === 0 ? 1 : this.#freshQuality / this.#fresh;
  }

  /** Whoever asked has an answer, or has none. */
  finished(request: number, ok: number, now: number): void {
    const arrivedAt = this.#requests.arrivedAt[request] as number;
    const latency = now - arrivedAt;
    this.#requests.background[request] = CLOSED;
    if (ok === 0 || latency > this.#patience) {
      // whoever asked had left by then
      this.#failure(request, this.binAt(Math.min(now, arrivedAt + this.#patience)));
      return;
    }
    const bin = this.binAt(now);
    bin.answered++;
    bin.latency.record(latency);
    if (now < this.#wholeFrom && now >= this.#from) this.#firstPart.record(latency);
    if (this.#requests.degraded[request] === 1) bin.degraded++;
    if (arrivedAt >= this.#from) this.#measure(request);
    if (this.#detects) {
      if (this.#requests.deferred[request] === 0) this.#decided(request, bin);
    } else this.#valueOf(request, bin);
  }

  /** What a queue handed on is worked off, or lost. */
  backgroundDone(request: number, now: number): void {
    const { background, deferred, llm } = this.#requests;
    if (background[request] !== OPEN || deferred[request] === 1) return;
    background[request] = CLOSED;
    if (llm[request] === 1 && this.#isMeasured(request)) this.llm++;
    if (this.#detects) this.#decided(request, this.binAt(now));
  }

  /** The run is over: who has waited too long by then has failed, and what is not decided by then has passed. */
  close(now: number): void {
    const { references, background, arrivedAt } = this.#requests;
    while (this.bins.length < Math.ceil(now / this.#binSeconds)) this.bins.push(new Bin());
    for (let request = 0; request < references.length; request++) {
      const left = (arrivedAt[request] as number) + this.#patience;
      if ((references[request] as number) <= 0 || left >= now) continue;
      if (background[request] === 0) this.#failure(request, this.binAt(left));
      else if (background[request] === OPEN) this.backgroundDone(request, left);
    }
  }

  /** A case left the review undecided: what had been counted as seen was not. */
  leftReview(request: number, now: number): void {
    const { truth, decision } = this.#requests;
    if (decision[request] !== IN_REVIEW) return;
    const { missed, wronglyBlocked } = this.#world.money;
    const stopped = truth[request] === 1 ? this.reviewRight : 1 - this.reviewRight;
    const lost =
      truth[request] === 1 ? this.#loss(request, missed) * stopped : -this.#loss(request, wronglyBlocked) * stopped;
    const bin = this.binAt(now);
    bin.wrong += lost;
    bin.lost += lost;
    if (!this.#isMeasured(request)) return;
    if (truth[request] === 1) this.caught -= stopped;
    else this.blocked -= stopped;
    this.wrong += lost;
    this.moneyLost += lost;
  }

  /** Quality of an answer as it stands, 0 to 1 (ranking and generation). */
  qualityOf(request: number): number {
    const r = this.#requests;
    const cached = r.cachedQuality[request] as number;
    if (!Number.isNaN(cached)) return cached * (r.fallbackFactor[request] as number);
    const { signal } = this.#world;
    const recall = r.recall[request] as number;
    const retrieved =
      recall > 0
        ? recall * this.#held(r.candidates[request] as number) * (r.indexFactor[request] as number)
        : this.#unretrieved;
    const model = (r.modelFactor[request] as number) === 0 ? signal.unranked : (r.modelFactor[request] as number);
    const fallback = r.fallbackFactor[request] as number;
    // what stands in for a whole answer needs neither features nor candidates
    if (fallback < 1 && recall === 0) return fallback;
    return featureWorth(this.#world, r, request) * retrieved * model * fallback;
  }

  /** Share of what is worth finding that so many candidates hold; the same few numbers come again and again. */
  #held(candidates: number): number {
    if (candidates !== this.#lastCandidates) {
      this.#lastCandidates = candidates;
      this.#lastHeld = retrievalSignal(this.#world, { recall: 1, candidates, indexAge: 0 });
    }
    return this.#lastHeld;
  }

  #measure(request: number): void {
    const r = this.#requests;
    this.answered++;
    const first = r.firstToken[request] as number;
    if (!Number.isNaN(first)) this.firstToken.record(first);
    if (r.degraded[request] === 1) this.degraded++;
    if (r.llm[request] === 1) this.llm++;
    const cachedForAnother = r.truth[request] === 1 && !Number.isNaN(r.cachedQuality[request]);
    if (this.#world.permissions && (r.leaked[request] === 1 || cachedForAnother)) this.leaked++;
  }

  #failure(request: number, bin: Bin): void {
    bin.failed++;
    const lost = this.#world.money.failed;
    bin.lost += lost;
    if (!this.#isMeasured(request)) return;
    this.failed++;
    this.moneyLost += lost;
  }

  #valueOf(request: number, bin: Bin): void {
    const quality = this.qualityOf(request);
    bin.quality += quality;
    if (Number.isNaN(this.#requests.cachedQuality[request]) && this.#requests.degraded[request] === 0) {
      this.#fresh++;
      this.#freshQuality += quality;
    }
    if (!this.#isMeasured(request)) return;
    this.quality += quality;
    this.moneyEarned += quality * this.#world.money.value;
  }

  #isMeasured(request: number): boolean {
    return (this.#requests.arrivedAt[request] as number) >= this.#from;
  }

  #decided(request: number, bin: Bin): void {
    this.#noteScore(request, bin);
    this.#judge(request, bin);
  }

  /** Right and wrong decisions. A case in review counts by the share that people get right. */
  #judge(request: number, bin: Bin): void {
    const decision = this.#requests.decision[request];
    const positive = this.#requests.truth[request] === 1;
    const stopped = decision === BLOCKED ? 1 - this.explored : this.#stoppedByPeople(request);
    const { missed, wronglyBlocked } = this.#world.money;
    const stake = positive ? this.#loss(request, missed) : 0;
    const wrong = positive ? stake * (1 - stopped) : this.#loss(request, wronglyBlocked) * stopped;
    bin.stake += stake;
    bin.wrong += wrong;
    bin.lost += wrong;
    if (positive) bin.positives++;
    if (!this.#isMeasured(request)) return;
    this.stake += stake;
    this.wrong += wrong;
    this.moneyLost += wrong;
    if (decision === IN_REVIEW) this.reviewed++;
    if (positive) {
      this.positives++;
      this.caught += stopped;
    } else {
      this.negatives++;
      this.blocked += stopped;
    }
  }

  /** Share that people stop: the right ones but for their error, and by that error some others; 0 where nobody has the case. */
  #stoppedByPeople(request: number): number {
    const { decision, handedIn, truth } = this.#requests;
    if (decision[request] !== IN_REVIEW || handedIn[request] === 0) return 0;
    return truth[request] === 1 ? this.reviewRight : 1 - this.reviewRight;
  }

  #loss(request: number, dollars: number): number {
    const weight = this.#world.traffic.severities?.[this.#requests.severity[request] as number]?.weight ?? 1;
    return dollars * weight;
  }

  #noteScore(request: number, bin: Bin): void {
    const probability = this.#requests.probability[request] as number;
    if (Number.isNaN(probability)) return;
    const logit = Math.log((probability + 1e-9) / (1 - probability + 1e-9));
    const place = Math.floor(((logit + HIGHEST_LOGIT) / (2 * HIGHEST_LOGIT)) * SCORE_BINS);
    const at = Math.max(0, Math.min(SCORE_BINS - 1, place));
    bin.scores[at] = (bin.scores[at] as number) + 1;
  }
}
