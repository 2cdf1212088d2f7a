import { failed, ok, type Result } from "../../../../lib/result.ts";
import { readQuantity, SECONDS, WORDS } from "./units.ts";

/** `message` ends a sentence about the value, `mend` says what to write. */
export type ValueFault = { message: string; mend: string };

/** Seconds: `8ms`, `75d`, `daily`; a bare number has no meaning but 0. */
export function readDuration(text: string, key: string): Result<number, ValueFault> {
  const word = WORDS.get(text.toLowerCase());
  if (word !== undefined) return ok(word);
  const read = readQuantity(text, SECONDS);
  if (read !== undefined) return ok(read.value);
  const bare = readQuantity(text, { "": 1 });
  if (bare === undefined) {
    const mend = `Write \`${key}=8ms\`, \`60s\`, \`5m\`, \`2h\` or \`75d\`.`;
    return failed({ message: "is no time", mend });
  }
  if (bare.value === 0) return ok(0);
  return failed({ message: "has no unit of time", mend: `Write \`${key}=${text}s\` or \`${key}=${text}ms\`.` });
}
