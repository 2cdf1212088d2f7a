/** Ids as in `roles.yaml`. */
export const JOB_ROLES = ["mle", "applied-scientist", "research-scientist", "data-scientist", "ai-engineer"] as const;
export type JobRole = (typeof JOB_ROLES)[number];

export const LEVELS = ["intern", "junior", "mid", "senior", "lead", "staff", "principal", "manager"] as const;
export type Level = (typeof LEVELS)[number];

/** The first that fits wins: "Applied Scientist, Generative AI" is an applied scientist. */
const ROLE_TITLES: readonly [JobRole, RegExp][] = [
  ["applied-scientist", /\bapplied (?:ai |ml |machine learning |research )?(?:scientist|researcher)s?\b/i],
  [
    "research-scientist",
    /\b(?:research (?:scientist|engineer|fellow)s?|(?:ai|ml|machine learning|deep learning) (?:research(?:er)?|scientist)s?|member of (?:the )?technical staff)\b/i,
  ],
  ["data-scientist", /\b(?:data|decision) scientists?\b|\bdata science\b/i],
  [
    "ai-engineer",
    /\b(?:gen(?:erative)?[ -]?ai|llm|prompt|agents?|conversational ai|applied ai)\b[^,()]{0,20}\b(?:engineer|developer)s?\b|\bai[ /-](?:software |application |platform |product )?(?:engineer|developer)s?\b/i,
  ],
  [
    "mle",
    /\b(?:machine[- ]learning|ml(?:[- ]?ops)?|mle|deep[- ]learning|computer vision|nlp|recommend(?:er|ation)s?|perception|ranking)\b[^,()]{0,30}\b(?:engineer|developer|architect)s?\b|\bmle\b|\bengineer\w*,? (?:machine[- ]learning|ml(?:ops)?|ai\/ml)\b|\bml ?ops\b/i,
  ],
];

const LEVEL_TITLES: readonly [Level, RegExp][] = [
  ["intern", /\b(?:intern|internship|working student|werkstudent(?:in)?|stagiaire|trainee|co-?op)\b/i],
  ["manager", /\b(?:manager|head of|director|vp|vice president|chief)\b/i],
  ["principal", /\b(?:principal|distinguished|fellow)\b/i],
  ["staff", /\bstaff\b/i],
  ["lead", /\b(?:lead|tech lead|team lead)\b/i],
  ["senior", /\b(?:senior|sr)\b/i],
  ["junior", /\b(?:junior|jr|entry[- ]level|graduate|new grad|early[- ]career|associate)\b/i],
  ["mid", /\b(?:mid(?:[- ]?level)?|intermediate|engineer ii|scientist ii)\b/i],
];

/** The role that a title names; null where it names none of ours. */
export function roleOf(title: string): JobRole | null {
  return ROLE_TITLES.find(([, named]) => named.test(title))?.[0] ?? null;
}

/** The level that a title names; null where it names none, which is not the same as the middle. */
export function levelOf(title: string): Level | null {
  // there the word is a name for everybody, whatever their level
  const plain = title.replace(/\btechnical staff\b/gi, "").replace(/\bresearch fellow\b/gi, "");
  return LEVEL_TITLES.find(([, named]) => named.test(plain))?.[0] ?? null;
}
