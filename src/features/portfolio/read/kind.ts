import type { ProjectKind } from "../schema.ts";
import { peopleIn } from "./people.ts";
import { lineMatching, pathsMatching, type Reading, sourceLines } from "./reading.ts";

const MANY_AUTHORS = 4;

/** What sort of project it is, and what says so. */
export function kindOf(reading: Reading): { kind: ProjectKind; because: string } {
  const { readme, sources, history, texts } = reading;
  const kaggle =
    (readme &&
      lineMatching(
        readme.path,
        texts.get(readme.path),
        /kaggle\.com\/(?:c|competitions)\/|\bkaggle\b.{0,40}\b(?:competition|challenge|medal|leaderboard)|private (?:leaderboard|LB)/i,
      )) ??
    sourceLines(sources, /\/kaggle\/input|kaggle competitions|sample_submission\.csv/, 1)[0];
  if (kaggle) return { kind: "kaggle", because: `${kaggle.file}:${kaggle.line} speaks of a Kaggle competition.` };
  const authors = peopleIn(history);
  const guides = pathsMatching(reading, /^(?:\.github\/)?(?:CONTRIBUTING|CODE_OF_CONDUCT)(?:\.\w+)?$/i);
  const packaged = texts.has("pyproject.toml") || texts.has("setup.py");
  if (authors >= MANY_AUTHORS && (guides.length > 0 || packaged))
    return { kind: "open-source", because: `${authors} authors and ${guides[0] ?? "a package definition"}.` };
  return {
    kind: "personal",
    because: authors > 1 ? `${authors} authors, and no guide for contributors.` : "One author.",
  };
}
