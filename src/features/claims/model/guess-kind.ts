import type { ClaimSourceKind } from "../../../shared/claims/claim.ts";

const BY_NAME: readonly [RegExp, ClaimSourceKind][] = [
  [/(?:^|[^a-z])(?:cv|resum[eé]|lebenslauf|vita)(?:[^a-z]|$)/iu, "cv"],
  [/\.pdf$|(?:^|[^a-z])json-?resume/iu, "cv"],
  [/transcript|(?:^|[^a-z])mock(?:[^a-z]|$)|interview|\.(?:vtt|srt)$/iu, "transcript"],
  [/readme|portfolio|project|model[-_ ]?card/iu, "portfolio"],
  [/stor(?:y|ies)|(?:^|[^a-z])star(?:[^a-z]|$)/iu, "story"],
  [/impact/iu, "impact"],
];
const CV_HEADING =
  /^\W*(?:(?:work |professional )?experience|employment|education|skills|summary|work|projects|awards|publications)\W*$/gimu;
const SPEAKER = /^(?:interviewer|candidate|me|q|a|speaker \d|you)\s*:/gimu;
const README_MARK =
  /^#{1,3} (?:install\w*|usage|results|requirements|getting started|licen[cs]e|dataset|training|quick ?start)|```|pip install|git clone/imu;
const LEAST_HEADINGS = 2;
const LEAST_TURNS = 3;

/** What a file is, by its name, else by what stands in it; a text that tells nothing of itself is a story. */
export function guessKind(path: string, text: string): ClaimSourceKind {
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  const named = BY_NAME.find(([pattern]) => pattern.test(name));
  if (named) return named[1];
  if ((text.match(CV_HEADING) ?? []).length >= LEAST_HEADINGS) return "cv";
  if ((text.match(SPEAKER) ?? []).length >= LEAST_TURNS) return "transcript";
  return README_MARK.test(text) ? "portfolio" : "story";
}
