import type { z } from "zod";
import { seededRandom } from "../../lib/random.ts";
import { evaluate } from "./evaluate.ts";
import type { Question } from "./question.ts";
import type { QuestionNumbers } from "./question-numbers.ts";

type Numbers = z.infer<typeof QuestionNumbers>;
type Drawn = number | number[];

const PLACEHOLDER = /\{([a-z][a-z0-9_]*)(?::(%?\d*))?\}/g;

/**
 * The question with its numbers drawn: every `{name}` in its texts is replaced. A question without numbers comes back
 * as it is. Throws an Error that names the expression or the placeholder that cannot be worked out.
 */
export function fillQuestion(question: Question, seed: number): { question: Question; values: Map<string, Drawn> } {
  if (question.numbers === undefined) return { question, values: new Map() };
  const values = drawNumbers(question.numbers, seed);
  return { question: filled(question, values), values };
}

function drawNumbers(numbers: Numbers, seed: number): Map<string, Drawn> {
  const random = seededRandom(seed);
  const scope = new Map<string, unknown>();
  for (const [name, draw] of Object.entries(numbers.draw)) scope.set(name, drawOne(draw, random));
  for (const [name, expression] of Object.entries(numbers.derive)) {
    const value = evaluate(expression, scope);
    if (!isDrawn(value)) throw new Error(`${name}: "${expression}" gives ${String(value)}, which is no number`);
    scope.set(name, value);
  }
  return scope as Map<string, Drawn>;
}

function drawOne(draw: Numbers["draw"][string], random: () => number): Drawn {
  if ("whole" in draw) return draw.whole[0] + Math.floor(random() * (draw.whole[1] - draw.whole[0] + 1));
  if ("pick" in draw) return draw.pick[Math.floor(random() * draw.pick.length)] as Drawn;
  const steps = Math.round((draw.to - draw.from) / draw.step);
  return Number((draw.from + Math.floor(random() * (steps + 1)) * draw.step).toPrecision(12));
}

function isDrawn(value: unknown): value is Drawn {
  return Array.isArray(value) ? value.every(Number.isFinite) : Number.isFinite(value);
}

function filled<T>(part: T, values: Map<string, Drawn>): T {
  if (typeof part === "string") return fillText(part, values) as T;
  if (Array.isArray(part)) return part.map((each) => filled(each, values)) as T;
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === "numbers" ? value : filled(value, values)]),
  ) as T;
}

/** Every `{name}` of a text with its number. */
export function fillText(text: string, values: ReadonlyMap<string, Drawn>): string {
  return text.replace(PLACEHOLDER, (whole, name: string, format?: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${whole}: there is no number "${name}"`);
    return Array.isArray(value) ? value.map((each) => formatted(each, format)).join(", ") : formatted(value, format);
  });
}

/** `3`: three decimals. `%1`: a percentage with one. Otherwise whole numbers in full, and four significant digits. */
function formatted(value: number, format: string | undefined): string {
  if (format?.startsWith("%")) return `${(100 * value).toFixed(Number(format.slice(1) || 1))} %`;
  if (format) return value.toFixed(Number(format));
  if (Number.isInteger(value)) return value >= 10_000 ? value.toLocaleString("en-GB") : String(value);
  const digits = Math.abs(value) >= 1_000 ? Math.round(value).toLocaleString("en-GB") : Number(value.toPrecision(4));
  return String(digits);
}
