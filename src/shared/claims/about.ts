import { stemmer } from "stemmer";
import { FUNCTION_WORDS } from "../grader/function-words.ts";

const WORD = /\p{L}[\p{L}\p{N}]*(?:['’.][\p{L}\p{N}]+)*/gu;
// Verbs and nouns that every line of a CV has.
const EVERYWHERE =
  `achieve achieved achieving improve improved improving improvement increase increased increasing reduce reduced reducing reduction cut
cutting lower lowered raise raised boost boosted decrease decreased drop dropped grow grew growth gain gained save saved saving savings
lead led built build building develop developed developing design designed designing implement implemented create created deploy deployed
train trained training use used using work worked working help helped result results resulting resulted reach reached deliver delivered
model models system systems project projects team teams new across overall total percent points point times time faster slower better
higher lower fewer more less score rate rates million billion thousand hundred year years month months week weeks day days hour hours
minute minutes second seconds ms average mean median respectively compared versus baseline approximately roughly nearly almost about
around significantly per annually annual yearly monthly daily weekly enabling leading responsible own owned run ran running set value values
qps rps fps p50 p90 p95 p99 percentile serve served serving serves handle handled handling handles went mostly like one two three four five six seven eight nine ten eleven twelve
thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety performance figure number numbers dollars euros pounds usd eur gbp gb mb kb tb rd st nd th hr hrs ms mo yr i.e e.g vs etc end first second third finally let's i'm i've we've`.split(
    /\s+/,
  );
const SKIPPED = new Set(EVERYWHERE.flatMap((word) => [word, stemmer(word)]));

type Place = { start: number; end: number };

/** Stems of the words that say what a figure is of, the nearest first; the words of `mentions` are left out. */
export function aboutOf(sentence: string, place: Place, mentions: readonly Place[]): string[] {
  const inside = (word: Place) => [place, ...mentions].some(({ start, end }) => word.start < end && start < word.end);
  const distance = ({ start, end }: Place) => (end <= place.start ? place.start - end : start - place.end);
  const words = tellingWords(sentence).filter((word) => !inside(word));
  return [...new Set(words.sort((a, b) => distance(a) - distance(b)).map(({ stem }) => stem))].slice(0, MOST);
}

/** Stems of the words of a text that tell what it is of. */
export function subjectStems(text: string): Set<string> {
  return new Set(tellingWords(text).map(({ stem }) => stem));
}

const MOST = 12;

function tellingWords(text: string): (Place & { stem: string })[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = match[0].toLowerCase().replaceAll("’", "'");
    if (word.length < 2 || FUNCTION_WORDS.has(word) || SKIPPED.has(word)) return [];
    const stem = stemmer(word);
    return SKIPPED.has(stem) ? [] : [{ start: match.index, end: match.index + match[0].length, stem }];
  });
}
