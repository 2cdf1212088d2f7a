import { difficultyName } from "../../../ui/difficulty.ts";
import { Markdown } from "../../../ui/markdown/markdown.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { ProblemDetail } from "../types.ts";
import { counted, kindNames, tierNames } from "../wording.ts";
import { HintLadder } from "./hint-ladder.tsx";
import { LevelText } from "./level-text.tsx";

/** The interviewer's words; further levels as they are reached; the hints below. */
export function Statement({ problem }: { problem: ProblemDetail }) {
  const { prompt, levels, slug, hints } = problem;
  return (
    <>
      <ProblemTags problem={problem} />
      <Markdown text={prompt} />
      {levels.map((level) => (
        <LevelText key={level.level} level={level} />
      ))}
      <HintLadder slug={slug} hints={hints} />
    </>
  );
}

function ProblemTags({ problem }: { problem: ProblemDetail }) {
  const { kind, difficulty, tier, minutes, skills } = problem;
  return (
    <ul aria-label="About this problem" className="mb-4 flex flex-wrap gap-1.5">
      {[
        kindNames[kind],
        difficultyName(difficulty),
        tierNames[tier],
        counted(minutes, "minute"),
        ...skills.map(({ title }) => title),
      ].map((text) => (
        <li key={text} className="flex">
          <Tag>{text}</Tag>
        </li>
      ))}
    </ul>
  );
}
