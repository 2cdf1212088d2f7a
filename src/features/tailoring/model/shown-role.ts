import type { Place } from "./left-out.ts";
import type { Line } from "./sections.ts";

export const ROLE_IDS = ["mle", "applied-scientist", "research-scientist", "data-scientist", "ai-engineer"] as const;
export type RoleId = (typeof ROLE_IDS)[number];

const ML = String.raw`(?:machine[ -]learning|\bml\b|deep[ -]learning|mlops|ml[ -]?ops)`;
const GEN = String.raw`(?:\bllm\w*|gen[ -]?ai|generative|prompt|agents?\b|agentic|conversational ai|rag\b|language models?|chatbot)`;
const BUILDER =
  "(?:engineers?|developers?|programmers?|architects?|engineering|entwickler|consultants?|delivery|swe|leads?)";
const FIELD = String.raw`(?:computer vision|\bvision\b|perception|\bnlp\b|natural language|speech|inference|recommend\w*|recsys|personali[sz]ation|search|ranking|relevance|ads|fraud|forecasting|robot learning|autonomy|trust|training|reinforcement learning|\bai (?:infrastructure|platform|compiler)|gpu|\bai\/ml|threat detection|\bedge\b|embedded)`;

/** Builders of a field in which not all work is on models. */
const OF_A_FIELD = new RegExp(`${FIELD}.{0,40}${BUILDER}|${BUILDER}.{0,40}${FIELD}`, "i");
const ON_MODELS =
  /machine[ -]learning|\bML\b|deep learning|neural net|computer vision|\bNLP\b|natural language processing|LLM|language models?|\bPyTorch|TensorFlow|transformers|train(?:ing|ed)? (?:\w+ ){0,3}(?:models?|networks?)/;

/** Titles, the most telling first: what they call the work decides before what it is on. */
const TITLES: readonly (readonly [RoleId, RegExp])[] = [
  [
    "research-scientist",
    /research (?:scientist|engineer|fellow|associate|scholar|intern)|\bresearcher in\b|post[- ]?doc|ph\.?d\.? (?:student|position|candidate|internship)|research(?:er)? (?:lead|manager|director)/i,
  ],
  ["applied-scientist", /applied (?:ai |ml |machine learning |data )?(?:scientist|science|researcher|research)/i],
  [
    "data-scientist",
    /data scien(?:tist|ce)|decision scien|(?:product|data|business|marketing|quantitative|risk|growth) analyst|analytics (?:lead|manager)|statistician|biostatisti|model (?:validation|validator|risk)|econometric|people scientist|actuar/i,
  ],
  [
    "applied-scientist",
    new RegExp(
      `(?:quant(?:itative)?|${ML}).{0,20}researcher.{0,60}(?:equit|trading|alpha|invest|systematic|market)|quant(?:itative)? (?:research|scientist|developer)`,
      "i",
    ),
  ],
  [
    "research-scientist",
    new RegExp(
      String.raw`(?:${ML}|\bai\b|artificial intelligence|nlp|vision|language|safety|alignment|interpretability).{0,40}(?:researcher|research\b)|researcher.{0,40}(?:${ML}|\bai\b|language|vision)|member of technical staff`,
      "i",
    ),
  ],
  [
    "applied-scientist",
    new RegExp(
      String.raw`(?:${ML}|\bai\b|nlp|vision|algorithm|recommend\w*|search|speech).{0,40}scientist|scientist\b.{0,40}(?:${ML}|\bai\b|vision|nlp|language)`,
      "i",
    ),
  ],
  ["ai-engineer", new RegExp(`${GEN}.{0,50}${BUILDER}|${BUILDER}.{0,50}${GEN}|prompt engineer`, "i")],
  ["mle", new RegExp(`${ML}.{0,40}${BUILDER}|${BUILDER}.{0,50}${ML}`, "i")],
  ["mle", OF_A_FIELD],
  [
    "ai-engineer",
    new RegExp(
      String.raw`(?:\bai\b|artificial intelligence).{0,40}${BUILDER}|${BUILDER}.{0,40}(?:\bai\b|artificial intelligence)|applied ai`,
      "i",
    ),
  ],
];

/** Those who hire, sell or write about work that they do not do. */
const OF_OTHERS =
  /recruit|talent (?:acquisition|partner)|sales|account (?:executive|manager)|marketing manager|\bwriter|copywrit|editor|counsel|lawyer|nurse|teacher/i;

/** Sentences that name whom they look for, where there is no title. */
const WANTED =
  /\b(?:hiring|looking for|seeking|search(?:ing)? for|recruiting|join (?:us|our [^.]{0,40}) as|as an?|we need|for the (?:position|role) of|the role of)\s+(?:an? |our |the )?([^.;:]{3,90})/i;
const LINES_OF_A_TITLE = 3;

export type ShownRole = { id: RoleId; place: Place };

/** The role that a posting names, with the words that do; undefined where none does. */
export function shownRole(lines: readonly Line[]): ShownRole | undefined {
  const onModels = lines.some(
    ({ text, section }) => section !== "about" && section !== "benefits" && ON_MODELS.test(text),
  );
  const titles = lines
    .slice(0, LINES_OF_A_TITLE)
    .filter(({ text, section }, at) => at === 0 || (section !== "about" && text.length <= 90 && !/[.!?]$/.test(text)));
  for (const { text, start } of titles) {
    const found = roleIn(text.slice(0, 140), start, onModels);
    if (found) return found;
  }
  if (titles.some(({ text }) => OF_OTHERS.test(text))) return undefined;
  for (const { text, start, section } of lines) {
    const wanted = section === "benefits" ? undefined : WANTED.exec(text);
    if (!wanted?.[1]) continue;
    const found = roleIn(wanted[1], start + wanted.index + wanted[0].length - wanted[1].length, onModels);
    if (found) return found;
  }
  return undefined;
}

function roleIn(text: string, offset: number, onModels: boolean): ShownRole | undefined {
  for (const [id, pattern] of TITLES) {
    const found = pattern === OF_A_FIELD && !onModels ? null : pattern.exec(text);
    if (found) return { id, place: { start: offset + found.index, end: offset + found.index + found[0].length } };
  }
  return undefined;
}
