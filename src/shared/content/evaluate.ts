import { createRequire } from "node:module";
import type { MathJsInstance } from "mathjs";
import { once } from "../../lib/once.ts";

// Its modules take half a second to load one by one, its one file a tenth of that: and only where something is worked out.
const math = once(() => createRequire(import.meta.url)("mathjs/lib/browser/math.js") as MathJsInstance);

/** The value of an expression over the names of `scope`; a matrix as arrays. Throws an Error where it cannot be worked out. */
export function evaluate(expression: string, scope: Map<string, unknown>): unknown {
  const value: unknown = math().compile(expression).evaluate(scope);
  return math().isMatrix(value) ? value.toArray() : value;
}
