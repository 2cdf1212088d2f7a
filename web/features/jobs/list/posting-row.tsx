import { Link } from "@tanstack/react-router";
import { payText } from "../../../../src/features/jobs/model/pay-words.ts";
import type { PostingSummary } from "../../../../src/features/jobs/schema.ts";
import { percent } from "../../../ui/figures.ts";
import { formatDay } from "../../../ui/format-time.ts";
import { Tag } from "../../../ui/tag.tsx";
import { WORKPLACE_NAMES } from "../wording.ts";

export function PostingRow({ posting }: { posting: PostingSummary }) {
  const { id, title, company, places, workplace, pays, postedAt, firstSeenAt, closedAt, sample, match } = posting;
  const [first] = pays;
  return (
    <li className="border-line border-t first:border-t-0">
      <Link
        to="/jobs/$id"
        params={{ id }}
        data-row
        className="grid gap-x-4 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunk focus-visible:bg-accent-wash sm:px-6 md:grid-cols-[minmax(0,1fr)_260px_132px]"
      >
        <span className="min-w-0">
          <span className="font-medium break-words">{title}</span>
          <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[14px] text-ink-2">
            <span className="break-words">{company}</span>
            {sample && <Tag>sample</Tag>}
            {closedAt && <Tag>closed {formatDay(closedAt)}</Tag>}
            {posting.applicationId && <Tag>on your board</Tag>}
          </span>
        </span>
        <span className="min-w-0 text-[14px] text-ink-2 break-words">
          {[places.join("; "), workplace === null ? "" : WORKPLACE_NAMES[workplace]].filter(Boolean).join(" · ")}
          <span className="num block">
            {first === undefined ? "pay not said" : payText(first)}
            {pays.length > 1 && ` and ${pays.length - 1} more`}
          </span>
        </span>
        <span className="num flex flex-wrap gap-x-3 text-[14px] text-ink-2 md:block md:text-right">
          {formatDay(postedAt ?? firstSeenAt)}
          {match && (
            <span className="md:block">
              {match.score === null ? "match not known" : `match ${percent(match.score)}`}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
