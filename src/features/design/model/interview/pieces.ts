/** A sentence of a question, and the parts that it may ask for one by one; none where it is one thing. */
export type Piece = { whole: string; parts: string[] };

const MOST_SENTENCES = 8;
const LEAST_WORDS = 2;
const JOINED = /(?:,\s*)?\b(?:and also|as well as|and|plus)\b\s+|[,;]\s+/i;

// "If we are late, is it approved?" asks for one thing.
const CONDITION = /^(?:and |so |but )?(?:if|when|whenever|once|after|before|because|since|while|suppose|assuming)\b/i;

/** "What is the load, and how fast must it be? And the budget?" */
export function piecesOf(text: string): Piece[] {
  const sentences = text.split(/(?<=[?!])\s*|(?<=\.)\s+|\n+/).map((sentence) => sentence.trim());
  return sentences
    .filter((sentence) => /\p{L}/u.test(sentence))
    .slice(0, MOST_SENTENCES)
    .map((whole) => {
      if (CONDITION.test(whole)) return { whole, parts: [] };
      const parts = whole.split(JOINED).map((part) => part.trim());
      const long = parts.filter((part) => part.split(/\s+/).length >= LEAST_WORDS);
      return { whole, parts: long.length > 1 ? long : [] };
    });
}
