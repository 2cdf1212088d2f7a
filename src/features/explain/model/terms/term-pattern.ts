/** Abbreviations that are ordinary words in small letters: "map", "rag". */
const ALSO_WORDS = new Set("act adam bleu care dice em it lift lime map mix ram rag rouge sam swag tree us".split(" "));

/** Finds a term as people write and say it: "fine tuning", "Fine-tuned", "finetunes" for fine-tuning; "AUCs" for AUC. */
export function termPattern(term: string): RegExp {
  const words = term
    .trim()
    .split(/[\s\-–‑]+/)
    .filter(Boolean);
  const forms = words.map((word, at) =>
    formsOf(word, at === words.length - 1 ? (words.length > 1 ? "of-several" : "alone") : "inner"),
  );
  const exact = words.length === 1 && /^[\p{Lu}\d]+$/u.test(term) && ALSO_WORDS.has(term.toLowerCase());
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${forms.join("[\\s\\-–‑]*")}(?:['’]s)?(?![\\p{L}\\p{N}])`,
    exact ? "gu" : "giu",
  );
}

type Place = "inner" | "of-several" | "alone";

function formsOf(word: string, place: Place): string {
  const own = escaped(word);
  if (place === "inner" || /[^\p{L}]/u.test(word)) return `${own}s?`;
  if (/^\p{Lu}+$/u.test(word)) return `${own}s?`;
  const forms = new Set([own, ...plurals(word).map(escaped)]);
  // "bag" and "boosted sales" are no bagging and no boosting; "fine-tuned" is fine-tuning, and "overfits" overfitting.
  const unmistakable = place === "of-several" || /^(?:over|under|pre|re|back)/i.test(word);
  const stem = /ing$/i.test(word) ? (unmistakable ? word.slice(0, -3) : undefined) : word;
  if (stem !== undefined && !/(?:ion|ity|ness|ed|s|ment|ance|ence|al|ic|ive)$/i.test(stem))
    for (const each of verbForms(stem)) forms.add(escaped(each));
  return `(?:${[...forms].toSorted((a, b) => b.length - a.length).join("|")})`;
}

function plurals(word: string): string[] {
  if (/[^aeiou]y$/i.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/is$/i.test(word)) return [`${word.slice(0, -2)}es`];
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return [`${word}es`];
  if (/ix$|ex$/i.test(word)) return [`${word.slice(0, -2)}ices`];
  return [`${word}s`];
}

function verbForms(stem: string): string[] {
  const last = stem.at(-1) ?? "";
  const short = stem.replace(/e$/i, "");
  const undoubled = /([bdgklmnprtz])\1$/i.test(stem) ? [stem.slice(0, -1), `${stem.slice(0, -1)}s`] : [];
  return [
    stem,
    `${stem}s`,
    ...undoubled,
    ...["e", "es", "ed", "ing"].map((end) => `${short}${end}`),
    ...["ed", "ing"].map((end) => `${stem}${last}${end}`),
  ];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
