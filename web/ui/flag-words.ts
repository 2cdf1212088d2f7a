/** What a flag of the grader means to who wrote the answer. */
export const flagWords: Record<string, string> = {
  empty: "There is nothing to grade.",
  "cut-short": "Only the first 8,000 characters were read.",
  markup: "Markup was left out.",
  "instructions-to-the-grader": "A sentence that speaks to the grader was left out.",
  "question-copied": "Sentences of the question earn nothing.",
  "no-prose": "This reads as terms without sentences: say how they hang together.",
  "model-copied": "These are largely the words of the model explanation that you have seen: say it in your own.",
  repetition: "The same words come again and again.",
  "roles-exchanged": "Words seem to stand in each other's place, such as precision for recall: read it again.",
  "other-script": "The grader reads English only.",
};
