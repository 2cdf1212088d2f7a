const BLANKED: readonly RegExp[] = [
  /!\[[^\]\n]{0,300}\](?:\([^)\n]{0,800}\)|\[[^\]\n]{0,100}\])/gu,
  /<!--[\s\S]{0,2000}?(?:-->|$)/gu,
  /<(?:https?:|mailto:|www\.)[^>\n]{0,800}>/giu,
  /<\/?[a-z][^>\n]{0,800}>/giu,
  /&(?:nbsp|emsp|ensp|thinsp);/giu,
  /\[[ xX]\](?=\s)/gu,
];
const LINKED: readonly RegExp[] = [
  /(\[)([^[\]\n]{0,300})(\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,800}\))/gu,
  /(\[)([^[\]\n]{1,300})(\]\[[^\]\n]{0,100}\])/gu,
  /(`)([^`<\n]{1,200}?)(\s{0,3}<[^>\n]{1,500}>`__?)/gu,
];
const MARKS: readonly RegExp[] = [
  /https?:\/\/[^\s<>"')\]]+|www\.[^\s<>"')\]]+/giu,
  /(?<![\p{L}\p{N}]):[a-z0-9_+-]{2,40}:(?![\p{L}\p{N}])/gu,
  /\p{Extended_Pictographic}[\uFE0F\u200D]?/gu,
  /\*+|`+|~~/gu,
  /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
  /\\(?=[_*#%$&])/gu,
];

/** A line of Markdown or reStructuredText with its marks blanked out, of the same length; the words of a link stay. */
export function withoutMarks(line: string): string {
  let masked = line;
  for (const pattern of BLANKED) masked = masked.replace(pattern, blank);
  for (const pattern of LINKED)
    masked = masked.replace(
      pattern,
      (_, open: string, words: string, close: string) => blank(open) + words + blank(close),
    );
  for (const pattern of MARKS) masked = masked.replace(pattern, blank);
  return masked;
}

export function blank(text: string): string {
  return " ".repeat(text.length);
}
