import { Link } from "@tanstack/react-router";
import { counted } from "../../../../src/lib/text.ts";
import type { Today } from "../types.ts";

/** "Interview in 34 days · Applied Scientist". */
export function TargetLine({ today: { target, roles, posting, daysLeft, datePassed } }: { today: Today }) {
  const role = roles.find(({ id }) => id === target?.role)?.title ?? target?.role;
  const left =
    daysLeft === null
      ? datePassed
        ? "The date of your interview has passed"
        : undefined
      : daysLeft === 0
        ? "Interview today"
        : `Interview in ${counted(daysLeft, "day")}`;
  return (
    <p className="num text-[14px] text-ink-2">
      {[left, role].filter(Boolean).join(" · ")}
      {posting && (
        <>
          {" · weighed by "}
          <Link to="/jobs/tailor/$id" params={{ id: posting.id }} className="text-accent underline underline-offset-2">
            {posting.title}
          </Link>
        </>
      )}
    </p>
  );
}
