import type { Interval, Pay } from "../schema.ts";

// What is no plain pay stays unread: a figure that was guessed is worse than none.

const SIGNS: Record<string, string> = {
  US$: "USD",
  CA$: "CAD",
  C$: "CAD",
  A$: "AUD",
  S$: "SGD",
  NZ$: "NZD",
  HK$: "HKD",
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  zł: "PLN",
  "₪": "ILS",
  R$: "BRL",
};
const CODES = "USD|EUR|GBP|CHF|CAD|AUD|SGD|NZD|HKD|INR|JPY|CNY|KRW|PLN|SEK|NOK|DKK|CZK|ILS|BRL|MXN|AED|ZAR";
const SIGN = String.raw`US\$|CA\$|C\$|NZ\$|HK\$|A\$|S\$|R\$|[$€£¥₹₪]|zł|(?:\b(?:${CODES})\b)`;
const NUMBER = String.raw`\d{1,3}(?:[,.'’\u00A0\u202F ]\d{2,3})+(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const AMOUNT = String.raw`(?:(${SIGN})\s?)?(${NUMBER})\s?(k\b)?(?:\s?(${SIGN}))?`;
const BETWEEN = String.raw`\s*(?:-|–|—|‒|\bto\b|\band\b|\bbis\b)\s*`;
const RANGE = new RegExp(`${AMOUNT}${BETWEEN}${AMOUNT}`, "giu");
const SINGLE = new RegExp(AMOUNT, "giu");

const PAY_WORD =
  /\b(?:salar(?:y|ies)|pay|compensation|base range|wage|remuneration|earn|on[- ]target|ote|stipend|gehalt|vergütung|jahresgehalt|salaire|rémunération)\b/iu;
const OTHER_MONEY =
  /\b(?:revenue|arr|raised|funding|fund|valuation|valued|budget|spend|savings?|stipend for|bonus|equity|stock|allowance|referral|transactions?|assets|customers?|market|grant|401|learning|relocation|sign[- ]on)\b/iu;
const ONLY_RANGE = /^[\s\p{P}\p{S}]*$/u;
const INTERVALS: readonly [Interval, RegExp][] = [
  ["hour", /^(?:\s|gross|brutto)*(?:\/|per|an|a|je|pro)\s?(?:hour|hr|h|stunde)\b|^\s*hourly\b/iu],
  ["day", /^(?:\s|gross|brutto)*(?:\/|per|a|pro)\s?(?:day|tag)\b|^\s*daily\b/iu],
  ["week", /^(?:\s|gross|brutto)*(?:\/|per|a)\s?(?:week|wk)\b|^\s*weekly\b/iu],
  ["month", /^(?:\s|gross|brutto)*(?:\/|per|a|im|pro)\s?(?:month|mo|monat)\b|^\s*monthly\b/iu],
  [
    "year",
    /^(?:\s|gross|brutto)*(?:\/|per|a|im|pro)\s?(?:year|yr|annum|jahr)\b|^\s*(?:annual(?:ly)?|yearly|p\.?\s?a\b)/iu,
  ],
];
const BEFORE: readonly [Interval, RegExp][] = [
  ["hour", /\bhourly\b/iu],
  ["month", /\bmonthly\b/iu],
  ["year", /\b(?:annual(?:i[sz]ed|ly)?|yearly|jahresgehalt|per annum)\b/iu],
];
const LEADING_CODE = new RegExp(`^\\s*(?:${CODES})\\b`, "u");
const MOST_PAYS = 6;

/** Pay as the words of a posting plainly say it: a currency, figures, and that they are pay. */
export function payInText(text: string): Pay[] {
  const found = new Map<string, Pay>();
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  lines.forEach((line, at) => {
    if (!/\d/.test(line) || line.length > 2_000) return;
    const before = lines[at - 1] ?? "";
    for (const pay of [...rangesIn(line, before), ...singlesIn(line)]) {
      const key = `${pay.min} ${pay.max} ${pay.currency}`;
      if (!found.has(key)) found.set(key, pay);
    }
  });
  return [...found.values()].slice(0, MOST_PAYS);
}

function rangesIn(line: string, before: string): Pay[] {
  return [...line.matchAll(RANGE)].flatMap((match) => {
    const [quote, sign1, low = "", k1, after1, sign2, high = "", k2, after2] = match;
    const currency = currencyOf([after2, after1, sign1, sign2]);
    const [left, right] = [line.slice(0, match.index), line.slice(match.index + quote.length)];
    if (currency === undefined || /^\s?(?:m|mn|bn|b|million|billion|lakh|lpa|%)\b/iu.test(right)) return [];
    const max = amountOf(high, k2);
    const min = amountOf(low, k1 ?? (k2 && Number.parseFloat(low) < 1_000 ? k2 : undefined));
    const interval = intervalIn(left, right, before);
    const saidAsPay =
      PAY_WORD.test(left.slice(-200)) ||
      intervalIn("", right, "") !== null ||
      (ONLY_RANGE.test(left) && right.length < 40 && (PAY_WORD.test(before) || ONLY_RANGE.test(right)));
    if (!saidAsPay || isOtherMoney(left, right) || !isPay(min, interval) || min > max || max > 5 * min) return [];
    return [{ min, max, currency, interval, from: "text" as const, quote: quote.trim() }];
  });
}

/** One figure is pay only where the words before it say so: "Salary: € 80.000", "base salary up to £95k". */
function singlesIn(line: string): Pay[] {
  const spans = [...line.matchAll(RANGE)].map((match) => [match.index, match.index + match[0].length] as const);
  return [...line.matchAll(SINGLE)].flatMap((match) => {
    const [quote, sign, digits = "", k, after] = match;
    const currency = currencyOf([after, sign]);
    if (currency === undefined || spans.some(([start, end]) => match.index < end && match.index >= start)) return [];
    const [left, right] = [line.slice(0, match.index), line.slice(match.index + quote.length)];
    const said =
      /\b(?:salary|pay|compensation|wage|gehalt|jahresgehalt|salaire)\b(?: \w+){0,2}?\s?(?::|is|of|from|up to|ab|bis)\s*$/iu.exec(
        left,
      );
    const amount = amountOf(digits, k);
    const interval = intervalIn(left, right, "");
    if (!said || !isPay(amount, interval) || isOtherMoney(left, right)) return [];
    if (/^\s?(?:m|mn|bn|b|million|billion|lakh|lpa|%)\b/iu.test(right)) return [];
    const open = { min: /up to|bis/iu.test(said[0]) ? null : amount, max: /from|ab/iu.test(said[0]) ? null : amount };
    return [{ ...open, currency, interval, from: "text" as const, quote: `${said[0]}${quote}`.trim() }];
  });
}

/** The words between the last pause and the figures, and those right after, tell what money it is. */
function isOtherMoney(left: string, right: string): boolean {
  const clause = /[^.;:(]*$/u.exec(left)?.[0] ?? "";
  const next = /^[^.;,()]{0,25}/u.exec(right)?.[0] ?? "";
  return (
    (OTHER_MONEY.test(clause) && !PAY_WORD.test(clause)) ||
    /^\s*(?:in |of )?(?:\w+ )?(?:revenue|arr|funding|bonus|equity|stock|budget|sign)/iu.test(next)
  );
}

function intervalIn(left: string, right: string, before: string): Interval | null {
  const after = right.replace(LEADING_CODE, "");
  const said =
    INTERVALS.find(([, words]) => words.test(after)) ??
    BEFORE.find(([, words]) => words.test(left)) ??
    BEFORE.find(([, words]) => words.test(before));
  return said?.[0] ?? null;
}

/** Less than that is no wage of the interval, but a count or a fee. */
const LEAST: Record<Interval, number> = { hour: 5, day: 50, week: 150, month: 500, year: 8_000 };

function isPay(amount: number, interval: Interval | null): boolean {
  return amount >= LEAST[interval ?? "year"];
}

/** The most exact of several: "$180,000 – $240,000 USD" is in USD. */
function currencyOf(signs: readonly (string | undefined)[]): string | undefined {
  const said = signs.flatMap((sign) => (sign === undefined ? [] : [SIGNS[sign] ?? sign.toUpperCase()]));
  return said.find((each) => each.length === 3) ?? said[0];
}

/** "180,000", "80.000", "80 000", "95k", "62.50". */
function amountOf(digits: string, k: string | undefined): number {
  const decimal = /[.,]\d{1,2}$/.test(digits) ? digits.slice(-3).replace(/^\d*[.,]/, ".") : "";
  const whole = decimal === "" ? digits : digits.slice(0, digits.length - decimal.length);
  const amount = Number(`${whole.replace(/\D/g, "")}${decimal}`);
  return k ? amount * 1_000 : amount;
}
