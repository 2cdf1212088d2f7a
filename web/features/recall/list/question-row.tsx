import { Link } from "@tanstack/react-router";
import { GOOD_FROM, PARTLY_FROM } from "../../../../src/features/recall/model/rating.ts";
import { DifficultyBars } from "../../../ui/difficulty-bars.tsx";
import { percent } from "../../../ui/figures.ts";
import { Sign, type Tone } from "../../../ui/state-mark.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { QuestionSummary } from "../types.ts";
import { inDays, kindNames, standingNames, standingOf } from "../wording.ts";

/** What is due asks for another answer; else the last answer tells. */
function signOf(question: QuestionSummary): { tone: Tone; label: string } {
  const standing = standingOf(question);
  const { lastScore } = question;
  if (standing === "new" || lastScore === null) return { tone: "idle", label: standingNames.new };
  if (standing === "due") return { tone: "part", label: standingNames.due };
  if (lastScore >= GOOD_FROM) return { tone: "pass", label: "answered well" };
  return lastScore >= PARTLY_FROM ? { tone: "part", label: "answered partly" } : { tone: "fail", label: "not yet" };
}

export function QuestionRow({ question, excerpt }: { question: QuestionSummary; excerpt: string | undefined }) {
  const { slug, title, skills, kind, difficulty, due, lastScore, leech } = question;
  const { tone, label } = signOf(question);
  return (
    <li className="border-t border-line first:border-t-0">
      <Link
        to="/recall/$slug"
        params={{ slug }}
        data-row
        className="grid grid-cols-[20px_minmax(0,1fr)] items-baseline gap-x-3 px-4 py-3 -outline-offset-2 hover:bg-sunk focus-visible:bg-accent-wash sm:px-6 md:grid-cols-[20px_minmax(0,1fr)_96px_112px_128px]"
      >
        <Sign tone={tone} label={label} />
        <span className="min-w-0">
          <span className="font-medium">{title}</span>
          <span className="mt-0.5 block text-sm text-ink-2">
            {excerpt ? <Excerpt text={excerpt} /> : skills.map((skill) => skill.title).join(" · ")}
            {leech && <span className="text-part"> · hard to keep: try it another way</span>}
          </span>
        </span>
        <span className="col-start-2 mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2 md:contents">
          <span>
            <Tag>{kindNames[kind]}</Tag>
          </span>
          <DifficultyBars difficulty={difficulty} />
          <span className="num whitespace-nowrap md:text-right">
            {due === null || lastScore === null ? "" : `${percent(lastScore)}, ${inDays(due)}`}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** Found words stand between « and »; every second piece is one. */
function Excerpt({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text does not reorder its parts
  return text.split(/[«»]/).map((part, at) => (at % 2 === 1 ? <b key={at}>{part}</b> : part));
}
