import { expect, test } from "vitest";
import { erlangB, erlangC, lostByFullRoom, pollaczekKhinchine } from "./formulas.ts";
import { inside, nodeOf, replicate } from "./replicate.ts";

const ROOM = "queue=1M";

test("M/M/1: the mean time is 1 / (μ - λ), arrivals see the time average, and Little's law holds", () => {
  const found = replicate(
    { design: `app:service{cpu=1 x1, time=exp(10ms), ${ROOM}}`, rate: 80, requests: 60_000 },
    (run) => {
      const { utilisation, queue, wait } = nodeOf(run, "app");
      return {
        time: run.latency.mean,
        busy: wait.share,
        inside: queue.mean + utilisation,
        byLittle: run.throughput * run.latency.mean,
      };
    },
  );
  expect(inside(found.time, 1 / (100 - 80))).toBe("inside");
  expect(inside(found.busy, 0.8)).toBe("inside");
  expect(inside(found.inside, 0.8 / 0.2)).toBe("inside");
  // the same number twice, but for requests that cross the ends of the measured time
  expect(Math.abs(found.byLittle.mean / found.inside.mean - 1)).toBeLessThan(0.002);
});

test("M/M/c: the mean wait and the share that waits follow Erlang C", () => {
  const found = replicate(
    { design: `app:service{cpu=16 x1, time=exp(10ms), ${ROOM}}`, rate: 1360, requests: 120_000 },
    (run) => {
      const { wait } = nodeOf(run, "app");
      return { mean: wait.mean, share: wait.share };
    },
  );
  const waiting = erlangC(16, 13.6);
  expect(inside(found.share, waiting)).toBe("inside");
  expect(inside(found.mean, waiting / (1600 - 1360))).toBe("inside");
});

test("M/D/1: half the wait of M/M/1", () => {
  const found = replicate(
    { design: `app:service{cpu=1 x1, time=fixed(10ms), ${ROOM}}`, rate: 80, requests: 60_000 },
    (run) => ({
      wait: nodeOf(run, "app").wait.mean,
    }),
  );
  expect(inside(found.wait, 0.8 / (2 * 100 * 0.2))).toBe("inside");
});

test.each([
  {
    name: "lognormal",
    time: "lognormal(8ms, 0.7)",
    mean: 0.008 * Math.exp(0.245),
    second: 0.008 ** 2 * Math.exp(2 * 0.49),
  },
  { name: "Erlang", time: "erlang(10ms, 4)", mean: 0.01, second: 0.01 ** 2 * 1.25 },
  { name: "hyperexponential", time: "hyper(10ms, 4)", mean: 0.01, second: 0.01 ** 2 * 5 },
])("M/G/1 with $name service: Pollaczek and Khinchine", ({ time, mean, second }) => {
  const rate = 0.7 / mean;
  const found = replicate(
    { design: `app:service{cpu=1 x1, time=${time}, ${ROOM}}`, rate, requests: 80_000 },
    (run) => ({
      wait: nodeOf(run, "app").wait.mean,
    }),
  );
  expect(inside(found.wait, pollaczekKhinchine(rate, { mean, second }))).toBe("inside");
});

test.each(["exp(10ms)", "fixed(10ms)", "hyper(10ms, 4)"])(
  "Erlang B: what is lost depends on the mean of %s alone",
  (time) => {
    const found = replicate(
      { design: `app:service{cpu=5 x1, time=${time}, queue=0}`, rate: 400, requests: 40_000 },
      (run) => ({
        lost: nodeOf(run, "app").refused / nodeOf(run, "app").served,
      }),
    );
    expect(inside(found.lost, erlangB(5, 4))).toBe("inside");
  },
);

test("M/M/1/K: what is lost at a full waiting room", () => {
  const found = replicate(
    { design: "app:service{cpu=1 x1, time=exp(10ms), queue=4}", rate: 90, requests: 40_000 },
    (run) => ({
      lost: nodeOf(run, "app").refused / nodeOf(run, "app").served,
    }),
  );
  expect(inside(found.lost, lostByFullRoom(0.9, 5))).toBe("inside");
});
