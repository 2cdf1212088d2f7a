import type { StoryDoubt } from "../story-doubt.ts";
import { type ReadSentence, type StoryView, spanOf } from "../story-view.ts";

const FEATS: readonly { pattern: RegExp; said: string; mend: string; weight: number }[] = [
  {
    pattern:
      /\b(?:100 ?%|100 percent|99\.9+ ?%?|a hundred percent|perfect|flawless) (?:\w+ ){0,2}(?:accuracy|precision|recall|detection|uptime|score|quality|f1|auc|success)|(?:accuracy|precision|recall|detection|uptime|quality|f1|auc|success(?: rate)?)\b(?: \w+){0,5} (?:100 ?%|100 percent|99\.9+|1\.0+\b|a hundred percent)|\bzero (?:false (?:positives?|alarms?|negatives?)|errors?|mistakes?|fraud)\b|\bnever (?:made|makes) a (?:single |wrong )?(?:mistake|error|prediction)|\bnot a single (?:error|mistake|incident|complaint|false)|\b(?:fraud|errors?|churn|complaints?|incidents?|downtime) (?:\w+ )?(?:dropped|fell|went|was reduced|was cut)(?: down)? to (?:zero|nothing)\b|\beliminated (?:all|every|fraud|errors?|bias|hallucinations?)\b/i,
    said: "A perfect score makes an interviewer think of a leak, of a test on training data, or of a case that was easy.",
    mend: "Say on what data, over how long, and name one case that it still gets wrong.",
    weight: 1,
  },
  {
    pattern:
      /\b(?:single-?handed(?:ly)?|(?:all|weekend,?|night,?|system|platform|everything) (?:on my own|alone|by myself)|entirely (?:on my own|by myself|alone)|without (?:any|anyone's|anybody's) help)\b|(?:\bover (?:a|one|the) weekend\b|\bin (?:a|one|a single) (?:day|night|weekend|evening)\b|\bovernight\b)(?=.*\b(?:system|platform|architecture|everything|pipeline|stack|model)\b)|\b(?:rewrote|rebuilt|redesigned|migrated|built|designed|created|rearchitected)\b.{0,60}\b(?:over (?:a|one|the) weekend|in (?:a|one|a single) (?:day|night|weekend|evening)|overnight)\b/i,
    said: "So much, alone and at once: an interviewer will ask what was there before, and who else was in it.",
    mend: "Say what existed, who helped, and what you left for later.",
    weight: 0.8,
  },
  {
    pattern:
      /\b(?:without (?:any|a single) (?:issues?|problems?|errors?|bugs?|incidents?|hiccups?)|worked (?:perfectly|flawlessly|immediately|(?:right )?(?:on|at) the first (?:try|attempt|time))|(?:on|at) the (?:very )?first (?:try|attempt)|everything (?:went|worked) (?:perfectly|smoothly|as planned|flawlessly)|every(?:one|body) (?:\w+ )?(?:loved|was (?:on board|thrilled|amazed|impressed))|all (?:of )?(?:the |our )?\w+ (?:loved|adopted|were (?:thrilled|amazed)))\b/i,
    said: "Everything works at once, for everybody. Work that an interviewer knows has something that went wrong.",
    mend: "Name the first thing that did not work, and how you noticed.",
    weight: 0.6,
  },
];

/** Feats that an interviewer would ask about twice. */
export function feats({ sentences }: StoryView): StoryDoubt[] {
  return sentences
    .filter(({ part }) => part !== "task" && part !== "situation")
    .flatMap((sentence: ReadSentence) =>
      FEATS.filter(({ pattern }) => pattern.test(sentence.text.replaceAll("’", "'"))).map(({ said, mend, weight }) => ({
        part: sentence.part,
        said: `An interviewer would doubt this. ${said}`,
        mend,
        spans: [spanOf(sentence)],
        weight,
      })),
    );
}
