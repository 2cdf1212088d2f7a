const NOISE: readonly RegExp[] = [
  // emphasis of Markdown, commands of LaTeX
  /\*{1,3}|_{2,3}|`/gu,
  /\\[a-z]+\*?(?:\[[^\]\n]*\])?|\\(?=[%$&#_])|[{}]/giu,
  /https?:\/\/\S+|www\.\S+|\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}\.[a-z]{2,}/giu,
  /(?<=\]\()[^)\s]+(?=[)\s])/gu,
  /<[a-z/!][^>\n]{0,400}>/giu,
  /!\[[^\]\n]{0,200}\]/gu,
  // telephone numbers: an international prefix, or groups too many for a figure
  /(?<![\p{L}\p{N}.,])(?:\+\d[\d ()./-]{7,}\d|\(\d{2,5}\)[ -]?\d[\d -]{5,}\d|\d{3}[-. ]\d{3}[-. ]\d{4}|0\d{2,4}[ /-]\d[\d -]{4,}\d)(?![\p{L}\p{N}%])/gu,
  // dates and times of day
  /(?<!\d)\d{4}-\d{1,2}(?:-\d{1,2})?(?:T[\d:.]+Z?)?(?!\d)/gu,
  /(?<![\d.])\d{1,2}([./])\d{1,2}\1(?:\d{2}|(?:19|20)\d{2})(?![\d.]\d)/gu,
  /(?<![\d.])(?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}(?!\d)/gu,
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b\.?(?:,?\s+\d{4})?/gu,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?\b(?!\s*(?:%|percent|k\b|M\b|million|models|teams))(?:,?\s+\d{4})?/gu,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?!\d)/giu,
  /\b\d{1,2}\s?[ap]\.?m\b\.?/giu,
  /\barXiv[: ]?\d{4}\.\d{4,5}(?:v\d+)?|\b(?:doi|DOI)[: ]\S+|\b10\.\d{4,}\/\S+/gu,
];
const FENCE = /^[ \t]*(`{3,9}|~{3,9})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[^\n]*$|(?![\s\S]))/gmu;
const INLINE_CODE = /`[^`\n]{1,300}`/gu;
const RESULT_LINE =
  /(?:accuracy|precision|recall|f1|auc|loss|bleu|rouge|rmse|mae|ndcg|mrr|perplexity|map|iou|wer|latency|p\d\d)\w*\s*[:=]\s*\d/iu;

/**
 * The text with what holds no claims blanked out, of the same length: code, addresses, telephone numbers, dates. A line
 * of output that names a metric stays.
 */
export function maskNoise(text: string): string {
  let masked = text.replace(FENCE, (block) =>
    block.replace(/[^\n]+/gu, (line) => (RESULT_LINE.test(line) && !/[({;]|--/u.test(line) ? line : blank(line))),
  );
  masked = masked.replace(INLINE_CODE, (code) =>
    /^`[-+~]?[$€£]?[\d.,]+\s?\w{0,3}%?`$/u.test(code) || RESULT_LINE.test(code) ? code : blank(code),
  );
  for (const noise of NOISE) masked = masked.replace(noise, blank);
  return masked;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, (character) => " ".repeat(character.length));
}
