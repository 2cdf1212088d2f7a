/** Pearson's correlation. */
export function pearson(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a);
  const meanB = mean(b);
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((value, at) => {
    const other = b[at] ?? 0;
    both += (value - meanA) * (other - meanB);
    squaresA += (value - meanA) ** 2;
    squaresB += (other - meanB) ** 2;
  });
  return both / Math.sqrt(squaresA * squaresB);
}

export function rmse(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(mean(a.map((value, at) => (value - (b[at] ?? 0)) ** 2)));
}

/** Quadratic weighted kappa of two ratings in whole steps from 0 to `most` (Cohen, 1968). */
export function quadraticKappa(a: readonly number[], b: readonly number[], most: number): number {
  const countsA = countsOf(a, most + 1);
  const countsB = countsOf(b, most + 1);
  const apart = (i: number, j: number) => (i - j) ** 2;
  const seen = mean(a.map((value, at) => apart(value, b[at] ?? 0)));
  let chance = 0;
  countsA.forEach((countA, i) => {
    countsB.forEach((countB, j) => {
      chance += (countA * countB * apart(i, j)) / a.length ** 2;
    });
  });
  return chance === 0 ? 1 : 1 - seen / chance;
}

/** Mean over classes of F1, a class without rows and predictions left out. */
export function macroF1(truth: readonly number[], predicted: readonly number[], classes: number): number {
  const scores = Array.from({ length: classes }, (_, one) => {
    const right = truth.filter((value, at) => value === one && predicted[at] === one).length;
    const all = truth.filter((value) => value === one).length + predicted.filter((value) => value === one).length;
    return all === 0 ? undefined : (2 * right) / all;
  });
  return mean(scores.filter((score) => score !== undefined));
}

/** Expected calibration error over ten bins of equal width (Guo and others, 2017). */
export function calibrationError(probabilities: readonly number[], happened: readonly boolean[]): number {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, happened: 0 }));
  probabilities.forEach((probability, at) => {
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (!bin) return;
    bin.said += probability;
    bin.happened += happened[at] ? 1 : 0;
  });
  return bins.reduce((sum, { said, happened }) => sum + Math.abs(said - happened), 0) / probabilities.length;
}

/** Mean absolute error of the surest `share` of the rows. */
export function riskAt(share: number, errors: readonly number[], doubts: readonly number[]): number {
  const order = errors.map((_, at) => at).sort((a, b) => (doubts[a] ?? 0) - (doubts[b] ?? 0));
  return mean(order.slice(0, Math.max(1, Math.round(share * errors.length))).map((at) => errors[at] ?? 0));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function countsOf(values: readonly number[], length: number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
