import { stemmer } from "stemmer";
import type { Question } from "../../content/question.ts";
import { FUNCTION_WORDS } from "../function-words.ts";
import { wordsOf } from "../text-view.ts";

// An answer with "precision" where "recall" belongs has all the right words, and hardly another meaning to an encoder. What
// gives it away is the company that such words keep: what the bank says near "recall" stands near "precision".

const PAIRS = `precision recall|training serving|training test|train test|bias variance|online offline|higher lower|high low|
increase decrease|increases decreases|increased decreased|rises falls|rise fall|before after|more less|larger smaller|
bigger smaller|positive negative|positives negatives|false true|encoder decoder|query key|queries keys|prefill decode|
latency throughput|supervised unsupervised|teacher student|generator discriminator|treatment control|treated untreated|
source target|user item|users items|upper lower|left right|batch layer|early late|first last|faster slower|fast slow|
cheap expensive|large small|good bad|better worse|overfit underfit|overfitting underfitting|global local|dense sparse|
majority minority|sensitivity specificity|input output|inputs outputs|static dynamic|short long|shorter longer|strong weak|
stronger weaker|never always|inside outside|with without|same different|above below|over under|up down|add remove|
maximum minimum|linear nonlinear|prior posterior|convex nonconvex|numerator denominator|rows columns|row column|
forward backward|shallow deep|frozen trained|observed unobserved|exploration exploitation|parameters activations|
compute memory|stable unstable|insert delete|read write|client server|upstream downstream|fixed variable|hard soft`;

const partners = new Map<string, Set<string>>();
for (const pair of PAIRS.split(/[|\n]+/)) {
  const [a = "", b = ""] = pair.trim().split(" ");
  if (a === "" || b === "") continue;
  partners.set(a, (partners.get(a) ?? new Set()).add(b));
  partners.set(b, (partners.get(b) ?? new Set()).add(a));
}

/** How often each such word stands near each other word in what the bank says. */
export type Company = ReadonlyMap<string, number>;

const NEAR = 4; // words to either side, within a sentence
const PRIOR = 0.5;
/** Different words that speak against the order: one phrase that the bank says otherwise is no exchange, however often said. */
const LEAST_AGAINST = 3;
/** Of 906 answers of the bank and of other hands none lies below; of 143 strong ones with their roles exchanged, 102. */
const EXCHANGED_BELOW = -1;

export function companyOf({ prompt, reference, rubric, misconceptions }: Question): Company {
  const right = [
    prompt,
    reference,
    ...rubric.flatMap(({ say, met_when }) => [...say, met_when]),
    ...misconceptions.map(({ why_wrong }) => why_wrong),
  ];
  const company = new Map<string, number>();
  for (const text of right)
    for (const [word, other] of neighbours(text)) {
      const key = `${word} ${other}`;
      company.set(key, (company.get(key) ?? 0) + 1);
    }
  return company;
}

/** Whether words that stand against each other keep each other's company in an answer. */
export function exchangesRoles(answer: string, company: Company): boolean {
  let evidence = 0;
  const against = new Set<string>();
  for (const [word, other] of neighbours(answer)) {
    const own = company.get(`${word} ${other}`) ?? 0;
    const theirs = Math.max(...[...(partners.get(word) ?? [])].map((each) => company.get(`${each} ${other}`) ?? 0));
    evidence += Math.log((PRIOR + own) / (PRIOR + theirs));
    if (own < theirs) against.add(`${word} ${other}`);
  }
  return against.size >= LEAST_AGAINST && evidence < EXCHANGED_BELOW;
}

/** What stands near such a word within its sentence; beyond its partner, company is the partner's. */
function neighbours(text: string): [string, string][] {
  return text.split(/[.!?;:]\s/).flatMap((sentence) => {
    const words = wordsOf(sentence);
    return words.flatMap((word, at) => {
      const theirs = partners.get(word);
      if (!theirs) return [];
      const before = words.slice(Math.max(0, at - NEAR), at);
      const after = words.slice(at + 1, at + NEAR + 1);
      const from = before.findLastIndex((each) => theirs.has(each)) + 1;
      const until = after.findIndex((each) => theirs.has(each));
      return [...before.slice(from), ...(until < 0 ? after : after.slice(0, until))]
        .filter((other) => other !== word && !FUNCTION_WORDS.has(other) && !partners.has(other))
        .map((other): [string, string] => [word, stemmer(other)]);
    });
  });
}
