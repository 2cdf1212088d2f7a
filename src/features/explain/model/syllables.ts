const VOWELS = /[aeiouy]+/g;

/** Two vowels in a row that are spoken apart: "vari-ance", "radi-us", "cre-ate", "vide-o", "actu-al", "pay-ing". */
const APART =
  /(?<![ctsgx])i(?:a(?!ge)(?!.?l?ly$)|o(?!n|ur?$)|um|us|en[tcl]|et)|[^gqe]u(?:a(?!de|rd|r[dt]|ge)|ou|ity|ing|ence|ent)|ea(?:t(?:e(?!d|r|n|s)|iv|ion|or)|l(?:i|ly$))|tio(?=s?$)|eo(?!u|n$|p|ns$)|[aeou]ing(?=s?$)|yi|ya(?=ble)|iest$|iers?$/g;
/** Ends with an e that is not spoken: "made", "makes", "trained"; but "table", "changes", "wanted". */
const SILENT_END =
  /(?:[^aeiouyl]e|[aeiouyl]le|[gq]ues?|(?:[^aeiouycgsxzhl]|[^cs]h|[aeiouyl]l)es|(?:[^aeiouytdlr]|[aeiouyl]l|[aeiouyr]r)ed)$/;
/** An e inside that is not spoken, because an ending or a second word follows it: "useful", "homework", "safely". */
const SILENT_INSIDE =
  /(?:[aeiouy][^aeiouy]*[^aeiouyl]e(?=(?:ful|less|ly|ment|ness|work|time|where|thing|one|body|how|times|line|side|house|base|keep|guard|stamp|place|fore|hand|card|cast)[sd]?$)|ical(?=ly$))/;
/** "n't" behind a consonant, "-ism", "-thm": spoken with a vowel that is not written. */
const UNWRITTEN = /(?:[sdl]nt|[aeiouy]sms?|thms?)$/;

/** Words whose spelling tells the wrong number; a plural with s counts as its singular. */
const EXCEPTIONS = new Map(
  Object.entries({
    1: "wont cant dont arent werent tier yield",
    2: "value valued people business businesses evening hour our several client layer player employ beyond beside agree prior rely maybe naive react create layout reuse reused saying nineteen safety really ninety embed theory averaged forecast replaced colleague hundred reactive science",
    3: "scientist gradient linear area idea everything everywhere everyday likelihood temperature agreeing genuine outlier require required beforehand different differently average averaging anyone whoever radius influence recipe entire interesting behaviour behavior gaussian posterior silhouette lineage reaction employer simpler doubling created carefully previous",
    4: "everybody algorithm coefficient criterion reality coordinate reinforcement experience experienced linearly covariance reliably",
    5: "automatically coordinator association",
  }).flatMap(([count, words]) => words.split(" ").map((word) => [word, Number(count)] as const)),
);

/** How many syllables an English word has, from its spelling. Abbreviations are spelt out: "AUC" has three. */
export function syllablesIn(word: string): number {
  if (/^\p{Lu}{2,5}s?$/u.test(word)) return spelt(word);
  if (/^\d/.test(word)) return Math.min(6, Math.ceil(1.5 * word.replaceAll(/\D/g, "").length));
  const letters = word
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z]/g, "");
  return EXCEPTIONS.get(letters) ?? EXCEPTIONS.get(letters.replace(/s$/, "")) ?? fromSpelling(letters);
}

function fromSpelling(word: string): number {
  const groups = word.match(VOWELS)?.length ?? 0;
  const apart = word.match(APART)?.length ?? 0;
  const silent = (groups > 1 && SILENT_END.test(word) ? 1 : 0) + (SILENT_INSIDE.test(word) ? 1 : 0);
  return Math.max(1, groups + apart + (UNWRITTEN.test(word) ? 1 : 0) - silent);
}

function spelt(abbreviation: string): number {
  return [...abbreviation.replace(/s$/, "")].reduce((sum, letter) => sum + (letter === "W" ? 3 : 1), 0);
}
