/** Marks a branch that the types rule out; the compiler complains when a union grows and a branch is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
