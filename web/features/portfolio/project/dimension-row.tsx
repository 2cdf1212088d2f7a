import { percent } from "../../../ui/figures.ts";
import { Sign, type Tone } from "../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import type { Dimension } from "../types.ts";
import { EvidenceList } from "./evidence-list.tsx";

/** One dimension: where it stands, in one sentence, with the lines that earned it folded below. */
export function DimensionRow({ dimension }: { dimension: Dimension }) {
  const { title, score, said, evidence, commits } = dimension;
  const count = evidence.length + commits.length;
  return (
    <li className="grid gap-x-4 px-4 py-3 sm:grid-cols-[180px_minmax(0,1fr)]">
      <p className="flex items-baseline gap-2">
        <Sign tone={toneOf(score)} label={labelOf(score)} />
        <span className="font-medium">{title}</span>
        <span className="num whitespace-nowrap text-[13px] text-ink-3">{score === null ? "" : percent(score)}</span>
      </p>
      <div className="min-w-0">
        <p className="text-[14px]">
          <TextWithCode text={said} />
        </p>
        {count > 0 && (
          <details className="mt-1 text-[13px]">
            <summary className="cursor-pointer text-ink-2">
              {count === 1 ? "The line that shows it" : `${count} lines that show it`}
            </summary>
            <EvidenceList evidence={evidence} />
            {commits.map(({ commit, quote }) => (
              <p key={commit} className="mt-1">
                <span className="num text-ink-3">commit {commit.slice(0, 8)}</span> {quote}
              </p>
            ))}
          </details>
        )}
      </div>
    </li>
  );
}

const GOOD = 0.7;
const SOME = 0.35;

function toneOf(score: number | null): Tone {
  if (score === null) return "idle";
  return score >= GOOD ? "pass" : score >= SOME ? "part" : "fail";
}

function labelOf(score: number | null): string {
  if (score === null) return "does not apply";
  return score >= GOOD ? "good" : score >= SOME ? "in part" : "weak";
}
