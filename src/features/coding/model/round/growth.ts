/** Powers of the size and of its logarithm: "1.1" is n log n. What outgrows every power has none. */
type Growth = { power: number; logs: number };

/** Stand for powers, in this order above all that anybody names. */
const EXPONENTIAL = 1000;
const FACTORIAL = 1001;
const NAMES = new Map([
  [EXPONENTIAL, "exponential"],
  [FACTORIAL, "factorial"],
]);

const SIZE_IN_EXPONENT = /\^\s*(?:\{[^}]*[a-z]|\([^)]*[a-z]|[a-z])/;
const FUNCTIONS = /\\?\b(?:log|lg|ln)\b/g;
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/\b(?:n|linear)[ -]log(?:arithm)?(?:ic)?[ -]?n?\b|\blinearithmic\b|\b(\w) log (?:of )?\1\b/, "1.1"],
  [/\bquadratic\w*\b|\b(?:n|order n)[ -]squared\b|\b\w times \w (?:comparisons|steps|time|operations)\b/, "2.0"],
  [/\bcubic\b|\bn[ -]cubed\b/, "3.0"],
  [/\bexponential (?:time|in|cost|number)\b|\b(?:2|two) to the (?:power of )?[a-z]\b/, "exponential"],
  [/\bfactorial (?:time|in|cost|number)\b|\b[a-z] factorial\b/, "factorial"],
  [/\bconstant (?:time|memory|space|cost|per)\b|\b(?:time|memory|space|it) (?:is|stays) constant\b/, "0.0"],
  [/\blogarithmic\b|(?<!\b[a-z] )\blog n\b/, "0.1"],
  [
    /\blinear (?:time|in|memory|space|pass|cost|scan)\b|\b(?:is|stays|be|it's) linear\b|\bproportional to the (?:number|length|size)\b/,
    "1.0",
  ],
];

/** Orders of growth that words name, as `power.logs` or by name, each once: "O(n log n)", "quadratic", "linear in the number of rows". */
export function growthsIn(text: string): string[] {
  const plain = text.toLowerCase();
  const found = bigOs(plain);
  const written = found.map(([start, end]) => keyOf(dominant(plain.slice(start, end))));
  // from the last on, so that places of the others stay what they are
  const rest = found.reduceRight((left, [start, end]) => `${left.slice(0, start)} ${left.slice(end)}`, plain);
  const spoken = SPOKEN.filter(([pattern]) => pattern.test(rest)).map(([, key]) => key);
  return [...new Set([...written, ...spoken])];
}

/** Where what stands between the brackets of each O(…) begins and ends; one within another is part of it. */
function bigOs(text: string): [start: number, end: number][] {
  let last = 0;
  return [...text.matchAll(/(?<![a-z])o\s?\(/g)].flatMap((found) => {
    const start = found.index + found[0].length;
    if (start < last) return [];
    let depth = 1;
    for (let at = start; at < text.length; at++) {
      if (text[at] === "(") depth++;
      if (text[at] === ")") depth--;
      if (depth === 0) {
        last = at;
        return [[start, at]];
      }
    }
    return [];
  });
}

/** The largest term of a sum. */
function dominant(inside: string): Growth {
  const terms = termsOf(inside).map(growthOf);
  return terms.reduce(
    (most, each) => (each.power > most.power || (each.power === most.power && each.logs > most.logs) ? each : most),
    { power: 0, logs: 0 },
  );
}

function termsOf(sum: string): string[] {
  const terms: string[] = [""];
  let depth = 0;
  for (const sign of sum) {
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (sign === "+" && depth === 0) terms.push("");
    else terms[terms.length - 1] += sign;
  }
  return terms;
}

/** Of one product: every factor counts once, a sum in brackets as one factor, and what stands after `log` as its argument. */
function growthOf(term: string): Growth {
  const plain = term
    .replaceAll(/\\text\{([a-z]+)\}/g, " $1 ")
    .replaceAll(/(?<![a-z])o\s?(?=\()/g, " ")
    .replaceAll("**", "^")
    .replaceAll("ⁿ", "^n")
    .replaceAll(/\\max|\\min|\\[,;! ]|\\cdot|[*·×$]/g, " ")
    .replaceAll(/_\{[^}]*\}|_\w+/g, "")
    .replaceAll("²", "^2");
  if (/[a-z)}\d]\s*!/.test(plain)) return { power: FACTORIAL, logs: 0 };
  if (SIZE_IN_EXPONENT.test(plain)) return { power: EXPONENTIAL, logs: 0 };
  const bracketed = collapse(plain);
  const logs = [...bracketed.matchAll(FUNCTIONS)].length;
  const rest = bracketed.replaceAll(/\\?\b(?:log|lg|ln)\b\s*(?:\\frac\s*)?\(?[a-z]{1,2}\)?(?![a-z])/g, " ");
  const factors = [...rest.matchAll(/([a-z]+)(?:\s*\^\s*\{?(\d))?/g)];
  const power = factors.reduce((sum, [, letters = "", exponent]) => {
    const each = letters.length <= 3 ? letters.length : 1;
    return sum + each - 1 + Number(exponent ?? 1);
  }, 0);
  return { power, logs };
}

/** A sum in brackets grows as one size. */
function collapse(text: string): string {
  let before = "";
  let now = text;
  while (before !== now) {
    before = now;
    now = now.replaceAll(/\(([^()]*)\)/g, (_, inside: string) => (inside.includes("+") ? " n " : ` ${inside} `));
  }
  return now;
}

function keyOf({ power, logs }: Growth): string {
  return NAMES.get(power) ?? `${power}.${Math.min(1, logs)}`;
}
