import type { TextSpan } from "../../../shared/claims/claim.ts";

/** A story as a grader reads it: a stop after every sentence, also where none was typed or dictated. */
export type GradedText = { text: string; toStory: (span: TextSpan) => TextSpan | undefined };

/** (the story, its sentences) */
export function gradedText(story: string, sentences: readonly TextSpan[]): GradedText {
  let text = "";
  const places = sentences.map((sentence) => {
    const start = text.length;
    const stop = /[.!?…:;]["'”’)\]]*$/u.test(sentence.text) ? " " : ". ";
    text += sentence.text + stop;
    return { start, end: start + sentence.text.length, sentence };
  });
  return {
    text: text.trimEnd(),
    toStory({ start, end }) {
      const inside = places.filter((place) => place.start < end && place.end > start);
      const [first] = inside;
      const last = inside.at(-1);
      if (!first || !last) return undefined;
      const from = first.sentence.start + Math.max(0, start - first.start);
      const to = last.sentence.start + Math.min(last.sentence.text.length, end - last.start);
      return { start: from, end: to, text: story.slice(from, to) };
    },
  };
}
