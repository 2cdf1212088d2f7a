import type { Growth } from "../types.ts";

export type Point = { x: number; y: number };
type Tick = { at: number; label: string };
export type Curve = { measured: Point[]; target: Point[]; xTicks: Tick[]; yTicks: Tick[] };
export type Frame = { left: number; right: number; top: number; bottom: number };

const orders: Record<string, (n: number) => number> = {
  "1": () => 1,
  "log n": (n) => Math.log2(n),
  "sqrt n": (n) => Math.sqrt(n),
  n: (n) => n,
  "n log n": (n) => n * Math.log2(n),
  "n^2": (n) => n ** 2,
  "n^2 log n": (n) => n ** 2 * Math.log2(n),
  "n^3": (n) => n ** 3,
};

/** What an order would cost at each size, had it begun where the solution began; nothing for an order not known here. */
export function targetCosts({ atMost, sizes, seconds }: Growth): number[] {
  const order = orders[atMost.trim()];
  const [firstSize, firstCost] = [sizes[0], seconds[0]];
  if (!order || firstSize === undefined || firstCost === undefined) return [];
  return sizes.map((size) => (firstCost * order(size)) / order(firstSize));
}

/** Both axes logarithmic, so that an order of growth is a straight line and its slope the exponent. */
export function growthCurve(growth: Growth, frame: Frame): Curve {
  const { sizes, seconds, measure } = growth;
  const costs = seconds.map((cost) => Math.max(cost, 1e-9));
  const target = targetCosts({ ...growth, seconds: costs });
  const x = scale(sizes, frame.left, frame.right);
  const y = scale([...costs, ...target], frame.bottom, frame.top);
  const along = (values: readonly number[]) =>
    sizes.slice(0, values.length).map((size, at) => ({ x: x(size), y: y(values[at] ?? 1) }));
  return {
    measured: along(costs),
    target: along(target),
    xTicks: sizes.map((size) => ({ at: x(size), label: compact(size) })),
    yTicks: decades([...costs, ...target]).map((cost) => ({ at: y(cost), label: costLabel(cost, measure) })),
  };
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const logs = values.map(Math.log10);
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const span = high - low || 1;
  return (value) => from + ((Math.log10(value) - low) / span) * (to - from);
}

/** Powers of ten inside the range; where there are fewer than two, its ends. */
function decades(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))];
  const found = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => 10 ** (first + step));
  return found.length >= 2 ? found : [low, high];
}

/** 20000 reads "20k". */
export function compact(size: number): string {
  if (size >= 1e6) return `${trim(size / 1e6)}M`;
  return size >= 1e3 ? `${trim(size / 1e3)}k` : trim(size);
}

const trim = (value: number) => String(Number(value.toPrecision(2)));

function costLabel(cost: number, measure: Growth["measure"]): string {
  if (measure === "memory") return cost >= 2 ** 20 ? `${trim(cost / 2 ** 20)} MB` : `${trim(cost / 2 ** 10)} kB`;
  if (cost >= 1) return `${trim(cost)} s`;
  return cost >= 1e-3 ? `${trim(cost * 1e3)} ms` : `${trim(cost * 1e6)} µs`;
}

/** The measured order in the notation of the asked one: n^1.03. */
export const measuredOrder = ({ exponent }: Growth): string => `n^${exponent.toFixed(2)}`;
