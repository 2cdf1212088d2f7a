const NUMBER_WORD =
  "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)";
const PATTERNS = [
  // A year, a rank or a name with a digit in it measures nothing.
  /(?<![\p{L}\d.,-])(?!(?:199\d|20(?:0[1-9]|[1-3]\d))(?![\d%.,]))\d[\d,.]*(?!\d*(?:st|nd|rd|th)\b)(?![\p{L}-]*[-\d])/iu,
  new RegExp(`\\b${NUMBER_WORD}(?:[ -]${NUMBER_WORD})*\\b`, "i"),
  /\b(?:half|halved|a third|a quarter|a fifth|a tenth|doubled|tripled|twice|zero)\b/i,
  /\bone (?:in|of every|percent|per cent|out of|point)\b|\bto one\b/i,
];

/** Whether a sentence measures something, in digits or in words. */
export function hasFigure(sentence: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(sentence));
}
