import { Link } from "@tanstack/react-router";
import type { Session } from "./types.ts";

/** Sessions in their order, each with its minutes and its reason. */
export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  return (
    <ol>
      {sessions.map(({ title, to, minutes, reason, itemId, kind }) => (
        <li
          key={`${kind} ${itemId ?? title}`}
          className="grid grid-cols-[52px_minmax(0,1fr)] gap-x-3 border-line border-t py-2.5 first:border-t-0"
        >
          <span className="num text-[14px] text-ink-3 leading-6">{minutes} min</span>
          <div>
            {/* the server names a page of this app */}
            <Link to={to as "/code"} className="font-medium underline-offset-2 hover:text-accent hover:underline">
              {title}
            </Link>
            <p className="text-[14px] text-ink-2">{reason}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
