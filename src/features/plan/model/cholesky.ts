/** A symmetric positive definite matrix of n × n, row by row. */
export type Matrix = { n: number; of: Float64Array };

export function zeros(n: number): Matrix {
  return { n, of: new Float64Array(n * n) };
}

/** The inverse of a symmetric positive definite matrix by Cholesky's factors; throws a `RangeError` where it is not one. */
export function inverse(matrix: Matrix): Matrix {
  const { n } = matrix;
  const factor = lowerFactor(matrix);
  const result = zeros(n);
  const column = new Float64Array(n);
  for (let at = 0; at < n; at++) {
    column.fill(0);
    column[at] = 1;
    for (let row = at; row < n; row++) {
      let sum = column[row] ?? 0;
      for (let k = at; k < row; k++) sum -= get(factor, row, k) * (column[k] ?? 0);
      column[row] = sum / get(factor, row, row);
    }
    for (let row = n - 1; row >= 0; row--) {
      let sum = column[row] ?? 0;
      for (let k = row + 1; k < n; k++) sum -= get(factor, k, row) * (column[k] ?? 0);
      column[row] = sum / get(factor, row, row);
      result.of[row * n + at] = column[row] ?? 0;
    }
  }
  return result;
}

function lowerFactor({ n, of }: Matrix): Matrix {
  const factor = zeros(n);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = of[row * n + column] ?? 0;
      for (let k = 0; k < column; k++) sum -= get(factor, row, k) * get(factor, column, k);
      if (row === column && !(sum > 0)) throw new RangeError("the matrix is not positive definite");
      factor.of[row * n + column] = row === column ? Math.sqrt(sum) : sum / get(factor, column, column);
    }
  }
  return factor;
}

export function get({ n, of }: Matrix, row: number, column: number): number {
  return of[row * n + column] ?? 0;
}

/** Matrix times vector. */
export function times(matrix: Matrix, vector: Float64Array): Float64Array {
  const { n, of } = matrix;
  return Float64Array.from({ length: n }, (_, row) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += (of[row * n + k] ?? 0) * (vector[k] ?? 0);
    return sum;
  });
}

export function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0);
}
