import { Link } from "@tanstack/react-router";
import { counted } from "../../../../src/lib/text.ts";
import { DifficultyBars } from "../../../ui/difficulty-bars.tsx";
import { percent } from "../../../ui/figures.ts";
import { Sign } from "../../../ui/state-mark.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { CaseSummary } from "../types.ts";
import { kindName, type Standing, standingOf } from "../wording.ts";

function signOf({ open, attempts, bestScore }: CaseSummary): Standing {
  if (open !== null) return { tone: "part", words: "an attempt is open" };
  if (attempts === 0) return { tone: "idle", words: "not tried" };
  const { tone, words } = standingOf(bestScore);
  return { tone, words: `best attempt: ${words}` };
}

export function CaseRow({ summary }: { summary: CaseSummary }) {
  const { slug, title, brief, kind, difficulty, minutes, attempts, open } = summary;
  const { tone, words } = signOf(summary);
  return (
    <li className="border-t border-line first:border-t-0">
      <Link
        to="/design/$slug"
        params={{ slug }}
        data-row
        className="grid grid-cols-[20px_minmax(0,1fr)] items-baseline gap-x-3 px-4 py-3.5 -outline-offset-2 hover:bg-sunk focus-visible:bg-accent-wash sm:px-6 md:grid-cols-[20px_minmax(0,1fr)_128px_104px_60px_112px]"
      >
        <Sign tone={tone} label={words} />
        <span className="min-w-0">
          <span className="font-medium">{title}</span>
          <span className="mt-0.5 line-clamp-2 max-w-[75ch] text-sm text-ink-2">{brief.trim()}</span>
        </span>
        <span className="col-start-2 mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2 md:contents">
          <span>
            <Tag>{kindName(kind)}</Tag>
          </span>
          <DifficultyBars difficulty={difficulty} />
          <span className="num whitespace-nowrap md:text-right">{minutes} min</span>
          <span className="num whitespace-nowrap md:text-right">
            {open !== null ? (
              <b className="font-medium text-accent">resume</b>
            ) : (
              attempts > 0 && <Scores summary={summary} />
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** The best score, and the last one where that was another. */
function Scores({ summary: { attempts, bestScore, lastScore } }: { summary: CaseSummary }) {
  const [best, last] = [percent(bestScore ?? 0), percent(lastScore ?? 0)];
  return (
    <span title={counted(attempts, "finished attempt")}>
      best {best}
      {last !== best && <span className="block text-ink-3 max-md:ml-2 max-md:inline">last {last}</span>}
    </span>
  );
}
