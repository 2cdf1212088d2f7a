import { isBoilerplate } from "./left-out.ts";
import type { Line } from "./sections.ts";
import { wordsOf } from "./words.ts";

/** What a text is: a posting of AI or ML, one of something else, or nothing that could be read. */
export type About = { kind: "ai-ml" | "other" | "language" | "empty"; said: string };

/** Words of work on models. */
const CORE =
  /\b(machine[ -]learning|ML|deep[ -]learning|data scien\w+|artificial intelligence|v?LLM\w*|large language|language models?|foundation models?|generative|gen ?AI|NLP|natural language processing|computer vision|neural (?:networks?|nets?)|reinforcement learning|recommender\w*|predictive model\w*|prediction models?|statistical model\w*|risk models?|MLOps|AI|PyTorch|TensorFlow|transformers?|RAG|classifiers?|forecasting|deep networks?|RLHF|pretrain\w*|diffusion|embeddings?|gradient boost\w*|agentic|models)\b/gi;
/** Areas of skills that few other postings name. */
const OWN =
  /^(fundamentals|deep-learning|evaluation|genai|research)\.|^mlops\.(feature-store|registry|experiment-tracking|drift|rollout)|^responsible-ai\.(fairness|transparency|safety|accountability)|^system-design\.(recommendation|fraud|moderation|rag-systems|llm-platform)|^data\.(feature-engineering|imbalance|leakage|labelling|augmentation|point-in-time)/;
const LEAST_OWN = 3;
const MANY_OWN = 6;
const LEAST_CORE = 2;
const FEWEST_WORDS = 5;

/** Words that only stand in running text of a language, by language. */
const OTHERS =
  /^(?:und|der|die|das|mit|wir|für|ein|eine|ist|sie|von|le|les|des|et|pour|vous|nous|une|est|el|los|las|para|con|del|que|por|il|che|per|di|della|het|een|voor|van|och|att|för|som|og|til|w|oraz|do|na|z|em|os|uma|não)$/;
const ENGLISH = /^(?:the|and|to|of|you|with|for|in|we|our|is|are|your|will|that|at|on|from|as|or|be)$/;

export function aboutOf({
  lines,
  role,
  skills,
}: {
  lines: readonly Line[];
  role: boolean;
  skills: readonly string[];
}): About {
  const text = lines.map((line) => line.text).join("\n");
  const words = wordsOf(text);
  if (words.length < FEWEST_WORDS) return { kind: "empty", said: "There is no posting to read: paste its text." };
  if (!isEnglish(text, words)) {
    return {
      kind: "language",
      said: "Postings are read in English. This one seems to be in another language: paste a translation.",
    };
  }
  const work = lines.filter((line) => line.section !== "about" && !isBoilerplate(line));
  const core = new Set(work.flatMap((line) => line.text.match(CORE) ?? []).map((word) => word.toLowerCase())).size;
  const own = skills.filter((skill) => OWN.test(skill)).length;
  const titled = role && (own >= LEAST_OWN || (core > 0 && own > 0));
  if (titled || (core >= LEAST_CORE && own >= LEAST_OWN) || own >= MANY_OWN) return { kind: "ai-ml", said: "" };
  return { kind: "other", said: "This does not read as a posting for work in AI or ML, so nothing is weighed." };
}

function isEnglish(text: string, words: readonly { word: string }[]): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < 0.7 * letters) return false;
  const count = (pattern: RegExp) => words.filter(({ word }) => pattern.test(word)).length;
  return count(OTHERS) <= Math.max(3, count(ENGLISH));
}
