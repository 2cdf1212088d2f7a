/** The normal distribution with mean 0 and variance 1. */

/** Φ(x), the share below x; relative error below 1.2e-7 (Chebyshev fit of erfc, Press et al., Numerical Recipes, 6.2). */
export function normalCdf(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 1;
  if (x === Number.NEGATIVE_INFINITY) return 0;
  const half = erfcOfPositive(Math.abs(x) / Math.SQRT2) / 2;
  return x > 0 ? 1 - half : half;
}

const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];

function erfcOfPositive(z: number): number {
  const t = 1 / (1 + z / 2);
  return t * Math.exp(-z * z + ERFC.reduceRight((sum, coefficient) => coefficient + t * sum, 0));
}

const CENTRE = {
  above: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ],
  below: [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
};
const TAIL = {
  above: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  below: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
};

/** The x below which a share p lies; relative error below 1.2e-9 (Acklam, 2003). */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p < 0.02425) return ratio(TAIL, Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - 0.02425) return -ratio(TAIL, Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  return q * ratio(CENTRE, q * q);
}

function ratio({ above, below }: typeof CENTRE, x: number): number {
  const at = (coefficients: readonly number[]) => coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
  return at(above) / at(below);
}
