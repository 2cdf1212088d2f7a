import type { StoryPart } from "../schema.ts";

type Told = { text: string; part: StoryPart };

/** A choice that the teller made: `reasoned` where the story says why, or against what. */
type Decision<Sentence> = { sentence: Sentence; reasoned: boolean };

const CHOSE =
  "(?:decided|chose|picked|opted|refused|insisted|declined|settled|committed|figured|proposed|suggested|recommended|argued|pushed|dropped|stopped|went (?:with|for|back)|said no|offered|started with|began with|held off|made the call|wouldn't|didn't want|did not want|could (?:either|have)|could've|parked|scrapped|threw (?:out|away)|ruled out|bet on|turned down|postponed|paused)";
const OWN_CHOICE = new RegExp(
  `\\bi(?:'d|'ve| had| have)? (?:\\w+ )?${CHOSE}\\b|\\bi \\w+ [^.;]{3,60}, and (?:went|chose|decided|picked|took|kept|settled) \\w+|\\bmy (?:call|choice|decision|proposal|reasoning|thinking|reason|bet|hunch|instinct|first (?:move|guess|thought|idea|step))\\b`,
  "i",
);
const IDLE =
  "(?:was|were|had|worked|tried|learned|learnt|felt|helped|thought|knew|got|liked|wanted|needed|could|would|am|think|guess|mean|believe)";
const OWN_ACT = new RegExp(`\\bi (?:then |also |first |just |\\w+ly )?(?!${IDLE}\\b)\\w{3,}\\b`, "i");
const SO_I =
  /(?:^|[,;]\s*)(?:and |but )?(?:so|that(?:'s| is) (?:why|when)|therefore|which is why|hence) (?:what )?i\b/i;
const REASON =
  /\b(?:because|since (?!then)|so that|as (?:i|we|they|he|she|that|the|nobody|no one|it(?!'s said))\b|my (?:reason|reasoning|thinking|logic)|the reason|which meant|in order to|that way|to (?:avoid|see (?:if|whether|what|how)|find out|make sure|rule out|keep|prove)|otherwise)\b/i;
const AGAINST =
  /\b(?:instead|rather than|in place of|over the|not the|but not|even though|although|could(?:'ve| have)|alternatives?|trade-?off|versus|two (?:ways|options)|three (?:ways|options)|at the cost of|gave up|giving up|before (?:i|we|anyone|any))\b/i;
const SO_THAT = /,? so (?:we|what|that|it|there|nobody|no one|they|every)\b/i;
const REASON_NEAR = /\b(?:because|my (?:reason|reasoning|thinking)|the reason)\b/i;

/** Whether words tell of a choice that was made; what could have been done is none. */
export function isChoice(words: string): boolean {
  const said = words.replaceAll("’", "'");
  return (OWN_CHOICE.test(said) || SO_I.test(said)) && !/\bcould(?:'ve| have)\b/i.test(said);
}

/** Choices in the first person, the reasoned first; a reason may stand in the sentence before or after. */
export function decisionsIn<Sentence extends Told>({
  sentences,
}: {
  sentences: readonly Sentence[];
}): Decision<Sentence>[] {
  const decisions = sentences.flatMap((sentence, at): Decision<Sentence>[] => {
    if (sentence.part === "aside" || sentence.part === "learning") return [];
    const said = sentence.text.replaceAll("’", "'");
    const acting = sentence.part === "action";
    const chose = OWN_CHOICE.test(said);
    const followed = acting && SO_I.test(said);
    const why = REASON.test(said) || AGAINST.test(said);
    if (!chose && !followed && !(acting && why && OWN_ACT.test(said))) return [];
    const near = [sentences[at - 1], sentences[at + 1]].filter((each) => each?.part === "action");
    const reasoned = why || followed || SO_THAT.test(said) || near.some((each) => each && REASON_NEAR.test(each.text));
    return [{ sentence, reasoned }];
  });
  return decisions.toSorted((a, b) => Number(b.reasoned) - Number(a.reasoned));
}
