import type { ReadSentence } from "./story-view.ts";

const OTHERS =
  "(?:they|he|she|the (?:\\w+ )?(?:team|manager|boss|engineers?|pm|product (?:manager|owner|team)|client|company|management|leadership|others?|people|data engineers?|data team|business|vendor|director|ceo|cto)|my (?:\\w+ )?(?:manager|boss|colleagues?|team|co-?workers?|predecessor)|everyone else|nobody else|management|sales|marketing|legal)";
const BLAME = [
  new RegExp(
    `\\b${OTHERS} (?:just |simply |clearly |really |always |honestly )*(?:had no (?:idea|clue)|didn't (?:care|understand|get it|listen|know what)|did not (?:care|understand|listen)|don't (?:care|understand|get)|never (?:gave|listened|cared|understood|delivered|answered|bothered)|couldn't be bothered|wouldn't listen|refused to (?:listen|understand)|(?:was|were|are|is) (?:\\w+ )?(?:incompetent|useless|lazy|clueless|stupid|ignorant|terrible|hopeless|the (?:real )?problem|to blame|at fault|impossible|too slow to)|messed (?:it |everything )?up|screwed (?:it |everything |us )?(?:up|over)|ruined|let (?:me|us) down|dropped the ball|threw me under)`,
    "i",
  ),
  /\b(?:not|wasn't|isn't) (?:really )?my (?:fault|problem|job|mistake)\b|\b(?:their|his|her) (?:own )?fault\b|\bblame (?:was|is|lies|falls)\b|\bi blame (?!myself)/i,
  /\b(?:late|wrong|broken|useless), as (?:always|usual)\b|\bas (?:always|usual),? (?:they|he|she|the)\b/i,
  /\b(?:can't|cannot|couldn't|impossible to) work with (?:people|someone|somebody|them|him|her)\b/i,
  /\b(?:idiots?|morons?|incompetents?|clueless|dead ?weight)\b/i,
];
const OWNED =
  /\b(?:my fault|i (?:blame|blamed) myself|i was wrong|i should have|fair enough|to be fair|they were right)\b/i;
const ASKED_WHY = /\b(?:i (?:first )?(?:thought|assumed|felt|used to)|at first|turned out|it wasn't that)\b/i;

/** Sentences that put a failure on others. One that takes it back, or tells of an old view, does not. */
export function blamingIn(sentences: readonly ReadSentence[]): ReadSentence[] {
  return sentences.filter(({ text }) => {
    const said = text.replaceAll("’", "'");
    const own = OWNED.test(said.replaceAll(/\b(?:not|wasn't|isn't) (?:really )?my fault\b/gi, ""));
    return BLAME.some((each) => each.test(said)) && !own && !ASKED_WHY.test(said);
  });
}
