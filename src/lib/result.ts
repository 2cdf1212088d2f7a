/** An expected failure is a value; exceptions are bugs. */
export type Result<T, Reason> = { readonly ok: true; readonly value: T } | Failed<Reason>;
export type Failed<Reason> = { readonly ok: false; readonly reason: Reason };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed<const Reason>(reason: Reason): Failed<Reason> {
  return { ok: false, reason };
}
