/** A symmetric positive definite matrix of n × n, row by row. Of a `LowerFactor` only what is on and below the diagonal counts. */
export type Matrix = { n: number; of: Float64Array };
export type LowerFactor = Matrix;

export function zeros(n: number): Matrix {
  return { n, of: new Float64Array(n * n) };
}

/** Cholesky's factor of a symmetric positive definite matrix, of which the lower half is read; throws a `RangeError` where it is not one. */
export function lowerFactor({ n, of }: Matrix): LowerFactor {
  const factor = zeros(n);
  const to = factor.of;
  for (let row = 0; row < n; row++) {
    const own = row * n;
    for (let column = 0; column <= row; column++) {
      const other = column * n;
      let sum = of[own + column] ?? 0;
      for (let k = 0; k < column; k++) sum -= (to[own + k] ?? 0) * (to[other + k] ?? 0);
      if (row === column && !(sum > 0)) throw new RangeError("the matrix is not positive definite");
      to[own + column] = row === column ? Math.sqrt(sum) : sum / (to[other + column] ?? 1);
    }
  }
  return factor;
}

/** What the factored matrix takes to `right`. */
export function solve({ n, of }: LowerFactor, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let row = 0; row < n; row++) {
    let sum = x[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (of[row * n + k] ?? 0) * (x[k] ?? 0);
    x[row] = sum / (of[row * n + row] ?? 1);
  }
  for (let row = n - 1; row >= 0; row--) {
    const value = (x[row] ?? 0) / (of[row * n + row] ?? 1);
    x[row] = value;
    for (let k = 0; k < row; k++) x[k] = (x[k] ?? 0) - (of[row * n + k] ?? 0) * value;
  }
  return x;
}

/** The inverse of the factored matrix: the inverse factor, transposed, times itself. */
export function inverseOf(factor: LowerFactor): Matrix {
  const { n } = factor;
  const inner = inverseFactor(factor).of;
  const result = zeros(n);
  const to = result.of;
  for (let k = 0; k < n; k++) {
    for (let row = 0; row <= k; row++) {
      const share = inner[k * n + row] ?? 0;
      if (share === 0) continue;
      for (let column = 0; column <= row; column++)
        to[row * n + column] = (to[row * n + column] ?? 0) + share * (inner[k * n + column] ?? 0);
    }
  }
  for (let row = 0; row < n; row++)
    for (let column = 0; column < row; column++) to[column * n + row] = to[row * n + column] ?? 0;
  return result;
}

/** Lower as its factor is, row by row, so that each pass runs along memory. */
function inverseFactor({ n, of }: LowerFactor): LowerFactor {
  const inner = zeros(n);
  const to = inner.of;
  for (let row = 0; row < n; row++) {
    const diagonal = of[row * n + row] ?? 1;
    for (let k = 0; k < row; k++) {
      const share = (of[row * n + k] ?? 0) / diagonal;
      if (share === 0) continue;
      for (let column = 0; column <= k; column++)
        to[row * n + column] = (to[row * n + column] ?? 0) - share * (to[k * n + column] ?? 0);
    }
    to[row * n + row] = 1 / diagonal;
  }
  return inner;
}

export function get({ n, of }: Matrix, row: number, column: number): number {
  return of[row * n + column] ?? 0;
}

/** Matrix times vector. */
export function times({ n, of }: Matrix, vector: Float64Array): Float64Array {
  const product = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += (of[row * n + k] ?? 0) * (vector[k] ?? 0);
    product[row] = sum;
  }
  return product;
}

/** Of a vector that is mostly zeros: vector times matrix times vector. */
export function quadraticForm({ n, of }: Matrix, vector: Float64Array): number {
  const known = [...vector.keys()].filter((at) => vector[at] !== 0);
  let total = 0;
  for (const row of known) {
    let sum = 0;
    for (const k of known) sum += (of[row * n + k] ?? 0) * (vector[k] ?? 0);
    total += (vector[row] ?? 0) * sum;
  }
  return total;
}
