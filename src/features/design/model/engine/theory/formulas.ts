/** Closed forms of queueing theory that the simulator is held to. Rates are per second, times seconds. */

/** Share of arrivals lost by `servers` without a waiting room (Erlang B); `load` is arrival rate over service rate. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let server = 1; server <= servers; server++) blocked = (load * blocked) / (server + load * blocked);
  return blocked;
}

/** Probability of waiting in M/M/c (Erlang C). */
export function erlangC(servers: number, load: number): number {
  const blocked = erlangB(servers, load);
  const share = load / servers;
  return blocked / (1 - share * (1 - blocked));
}

/** Mean wait of M/G/1 (Pollaczek and Khinchine); `second` is the second moment of the service time. */
export function pollaczekKhinchine(arrivals: number, { mean, second }: { mean: number; second: number }): number {
  return (arrivals * second) / (2 * (1 - arrivals * mean));
}

/** Share of arrivals that find an M/M/1/K full; K counts the one in service. */
export function lostByFullRoom(load: number, places: number): number {
  return ((1 - load) * load ** places) / (1 - load ** (places + 1));
}

/** Erlang A: shares that leave undecided, from the birth and death process with impatience rate `leaves`. */
export function erlangA({
  arrivals,
  serves,
  servers,
  leaves,
}: {
  arrivals: number;
  serves: number;
  servers: number;
  leaves: number;
}) {
  const states = 4000;
  const weights = [1];
  for (let n = 1; n < states; n++) {
    const death = Math.min(n, servers) * serves + Math.max(0, n - servers) * leaves;
    weights.push(((weights[n - 1] ?? 0) * arrivals) / death);
  }
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const waiting = weights.reduce((sum, weight, n) => sum + Math.max(0, n - servers) * weight, 0) / all;
  return { leavingShare: (waiting * leaves) / arrivals, waiting, meanWait: waiting / arrivals };
}

/** Mean number waiting when a server takes up to `most` at once and starts as soon as there is one (M/M(1,b)/1). */
export function bulkQueue({ arrivals, serves, most }: { arrivals: number; serves: number; most: number }): number {
  // r in (0, 1) solves serves * r * (1 - r^most) / (1 - r) = arrivals
  let low = 0;
  let high = 1 - 1e-12;
  for (let step = 0; step < 200; step++) {
    const r = (low + high) / 2;
    if ((serves * r * (1 - r ** most)) / (1 - r) < arrivals) low = r;
    else high = r;
  }
  const r = (low + high) / 2;
  const idle = 1 / (serves / arrivals + 1 / (1 - r));
  return (idle * r) / (1 - r) ** 2;
}

/**
 * Mean time in a server that takes all who wait and needs `each * count + overhead` for them: from the chain of batch
 * sizes at the starts of batches (exact up to the cut of its states). Inoue, arXiv 1912.06322, bounds the same quantity.
 */
export function batchingTime({
  arrivals,
  each,
  overhead,
}: {
  arrivals: number;
  each: number;
  overhead: number;
}): number {
  const states = 160;
  const time = (count: number) => each * count + overhead;
  const transition = Array.from({ length: states + 1 }, (_, size) => poisson(arrivals * time(size), states));
  let shares = new Array<number>(states + 1).fill(0);
  shares[1] = 1;
  for (let round = 0; round < 400; round++) {
    const next = new Array<number>(states + 1).fill(0);
    for (let size = 1; size <= states; size++)
      transition[size]?.forEach((probability, came) => {
        const to = Math.max(1, came);
        next[to] = (next[to] ?? 0) + (shares[size] ?? 0) * probability;
      });
    shares = next;
  }
  let spent = 0;
  let served = 0;
  for (let size = 1; size <= states; size++)
    transition[size]?.forEach((probability, came) => {
      const weight = (shares[size] ?? 0) * probability;
      // those who came during a batch wait half of it on average; after an empty one the next starts alone, at once
      spent += weight * (came === 0 ? time(1) : came * (time(size) / 2 + time(came)));
      served += weight * Math.max(1, came);
    });
  return spent / served;
}

function poisson(mean: number, most: number): number[] {
  const shares = [Math.exp(-mean)];
  for (let count = 1; count <= most; count++) shares.push(((shares[count - 1] ?? 0) * mean) / count);
  return shares;
}

/** Mean orbit of M/M/1 with retrials at rate `retries` of each who waits and no waiting room (Falin and Templeton, 1997). */
export function retrialOrbit({
  arrivals,
  serves,
  retries,
}: {
  arrivals: number;
  serves: number;
  retries: number;
}): number {
  const load = arrivals / serves;
  return load ** 2 / (1 - load) + (load * arrivals) / (retries * (1 - load));
}

/** Mean time of two M/M/1 that work on halves of one request (Nelson and Tantawi, 1988). */
export function forkJoinOfTwo(arrivals: number, serves: number): number {
  return (12 - arrivals / serves) / 8 / (serves - arrivals);
}

/** Hit rate of a least-recently-used cache of `places` under Zipf popularity (Che's approximation). */
export function cheHitRate({ keys, exponent, places }: { keys: number; exponent: number; places: number }): number {
  const weights = Array.from({ length: keys }, (_, rank) => (rank + 1) ** -exponent);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / all);
  const held = (time: number) => shares.reduce((sum, share) => sum + 1 - Math.exp(-share * time), 0);
  let low = 0;
  let high = 1e9;
  for (let step = 0; step < 100; step++) {
    const time = (low + high) / 2;
    if (held(time) < places) low = time;
    else high = time;
  }
  return shares.reduce((sum, share) => sum + share * (1 - Math.exp(-share * high)), 0);
}
