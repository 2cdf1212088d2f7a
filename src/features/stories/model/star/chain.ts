/** A linear chain over the parts of a story (a conditional random field; Lafferty, McCallum and Pereira 2001). */
export type Chain = {
  /** (parts,) log-weights of a story's first and last part. */
  start: readonly number[];
  end: readonly number[];
  /** (parts, parts): from a row's part to a column's. */
  transition: readonly (readonly number[])[];
};

/**
 * How likely each part is at each sentence, given all of them (forward-backward); `emissions` is (sentences, parts), in
 * logarithms. Rows sum to 1.
 */
export function marginals(chain: Chain, emissions: readonly (readonly number[])[]): number[][] {
  const forward = sweep(emissions, chain.start, (from, to) => chain.transition[from]?.[to] ?? 0);
  const turned = emissions.toReversed();
  const backward = sweep(turned, chain.end, (from, to) => chain.transition[to]?.[from] ?? 0).toReversed();
  return emissions.map((own, at) => {
    const logits = own.map((emission, part) => (forward[at]?.[part] ?? 0) + (backward[at]?.[part] ?? 0) - emission);
    const total = logSumExp(logits);
    return logits.map((logit) => Math.exp(logit - total));
  });
}

function sweep(
  emissions: readonly (readonly number[])[],
  start: readonly number[],
  step: (from: number, to: number) => number,
): number[][] {
  const rows: number[][] = [];
  for (const own of emissions) {
    const last = rows.at(-1);
    rows.push(
      own.map((emission, to) =>
        last ? emission + logSumExp(last.map((value, from) => value + step(from, to))) : emission + (start[to] ?? 0),
      ),
    );
  }
  return rows;
}

function logSumExp(values: readonly number[]): number {
  const top = Math.max(...values);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
