import type { Place } from "./left-out.ts";
import type { Line } from "./sections.ts";

export const LEVELS = ["intern", "junior", "mid", "senior", "staff", "principal", "manager"] as const;
export type Level = (typeof LEVELS)[number];
export type ShownLevel = { id: Level; place: Place };

/** In titles, the most telling first. */
const IN_TITLE: readonly (readonly [Level, RegExp])[] = [
  ["intern", /\b(intern|internship|working student|werkstudent|co-?op|summer analyst|apprentice(ship)?|trainee)\b/i],
  [
    "manager",
    /\b(head of|director|(engineering|science|research|data science|ml|ai|analytics|team|delivery) manager|vp of|chief|manager)\b|^\s*manager\b/i,
  ],
  ["principal", /\b(principal|distinguished|fellow(?! ship)|l7|l8|e7)\b/i],
  ["staff", /(?<!technical )\b(staff|tech(nical)? lead|lead|l6|e6)\b/i],
  ["senior", /\b(senior|snr|vice president|iii|iv|l5|e5|experienced)\b|\bsr\b\.?/i],
  [
    "junior",
    /\b(junior|jr|associate(?! director| professor)|graduate|entry[- ]level|new grad|early career|post[- ]?doc(toral)?|ph\.?d\.? (position|student))\b/i,
  ],
  ["mid", /\b(mid[- ]?level|mid[- ]senior|intermediate|ii|l4|e4)\b/i],
];
const IN_TEXT: readonly (readonly [Level, RegExp])[] = [
  ["intern", /\b(internship|currently enrolled)\b/i],
  [
    "junior",
    /\b(entry[- ]level|new grad(uate)?s?|recent(ly)? grad(uate|uated)s?|ideal for graduates|early[- ]career|first job|graduate (role|programme|program))\b/i,
  ],
  ["staff", /\bas a staff (engineer|scientist)\b/i],
  ["senior", /\b(a|an|hiring|seeking) (very )?(senior|experienced) \w+/i],
  ["mid", /\bmid[- ]level\b/i],
];

const NUMBERS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const COUNT = `(?:\\d{1,2}|${NUMBERS.join("|")})`;
const YEARS = new RegExp(
  `\\b(${COUNT})\\s*(\\+|plus|or more)?\\s*(?:(?:[-–—]|to)\\s*(${COUNT})\\s*)?(\\+)?\\s*(?:years?|yrs?)\\b(?! old| ago| from now|[- ]contract)`,
  "gi",
);
const OF_EXPERIENCE =
  /experience|industry|building|developing|working|hands[- ]on|professional|in (?:ml|machine|data|software|the field|technology|quant|a similar|software|industry)|with |of |after|as an?|leading|writing|programming|yrs|track record/i;
const SENIOR_FROM = 5;
const MID_FROM = 2;

/** The level that a posting names, in its title or by years of experience; undefined where neither says. */
export function shownLevel(lines: readonly Line[]): ShownLevel | undefined {
  const [title] = lines;
  return (
    (title && levelIn(IN_TITLE, title)) ??
    (lines[1] && lines[1].text.length <= 60
      ? levelIn(
          IN_TITLE.filter(([id]) => id !== "manager"),
          lines[1],
        )
      : undefined) ??
    firstOf(lines.filter(({ section }) => section !== "benefits" && section !== "about")) ??
    byYears(lines)
  );
}

function firstOf(lines: readonly Line[]): ShownLevel | undefined {
  for (const line of lines) {
    const found = levelIn(IN_TEXT, line);
    if (found) return found;
  }
  return undefined;
}

function levelIn(levels: typeof IN_TITLE, { text, start }: Line): ShownLevel | undefined {
  for (const [id, pattern] of levels) {
    const found = pattern.exec(text);
    if (found) return { id, place: { start: start + found.index, end: start + found.index + found[0].length } };
  }
  return undefined;
}

/** By the most years that anything asks for at least. */
function byYears(lines: readonly Line[]): ShownLevel | undefined {
  const asked = lines.flatMap(({ text, start, section }) =>
    section === "benefits" || section === "about"
      ? []
      : [...text.matchAll(YEARS)]
          .filter(
            ({ 2: plus, 3: to, 4: open }) =>
              section === "requirements" || plus || to || open || OF_EXPERIENCE.test(text),
          )
          .map(({ 0: said, 1: least = "", index }) => ({
            years: yearsOf(least),
            place: { start: start + index, end: start + index + said.length },
          })),
  );
  const most = asked.filter(({ years }) => years <= 15).toSorted((a, b) => b.years - a.years)[0];
  return most && { id: levelAfter(most.years), place: most.place };
}

function yearsOf(said: string): number {
  const word = NUMBERS.indexOf(said.toLowerCase());
  return word >= 0 ? word : Number(said);
}

function levelAfter(years: number): Level {
  return years >= SENIOR_FROM ? "senior" : years >= MID_FROM ? "mid" : "junior";
}
