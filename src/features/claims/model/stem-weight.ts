// What half of all projects in the field are told with says little about which one it is.
const COMMON = new Set(
  `data dataset learn machin deep neural network classif classifi classifier predict predictor detect pipelin servic custom user client
test process product analysi analyt python api engin transform featur algorithm applic app platform infrastructur cloud compani busi
intern senior junior scientist develop ml ai nlp llm llms llama bert xgboost pytorch tensorflow sql spark aw gcp azur kubernet docker
github repositori readm metric evalu valid baselin experi research univers berlin gmbh inc ltd corp present dai job list line`.split(
    /\s+/,
  ),
);
const COMMON_WEIGHT = 0.3;
/** Words that say what a claim is of, before it can be matched at all. */
export const LEAST_TOLD = 0.8;

/** How much some stems tell, rare ones and common ones together. */
export function weightOf(stems: Iterable<string>): number {
  let sum = 0;
  for (const stem of stems) sum += weightOfStem(stem);
  return sum;
}

export function weightOfStem(stem: string): number {
  return COMMON.has(stem) ? COMMON_WEIGHT : 1;
}
