import { Link } from "@tanstack/react-router";
import type { ApplicationBoard } from "../../../../src/features/jobs/schema.ts";
import { formatDay } from "../../../ui/format-time.ts";
import { Tag } from "../../../ui/tag.tsx";
import { WHY_NAMES } from "../wording.ts";
import { StageMenu } from "./stage-menu.tsx";

export function ApplicationCard({ application }: { application: ApplicationBoard["applications"][number] }) {
  const { id, title, company, moves, nextStep, remindOn, due, posting } = application;
  const last = moves.at(-1);
  return (
    <li className="sheet min-w-0 px-3 py-2.5">
      <Link to="/jobs/board/$id" params={{ id }} data-row className="block font-medium break-words">
        {title}
      </Link>
      <p className="text-[14px] text-ink-2 break-words">{company}</p>
      <p className="num mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-ink-3">
        {last && `since ${formatDay(last.on)}`}
        {last?.why && <span>{WHY_NAMES[last.why]}</span>}
        {posting === "closed" && <Tag>posting closed</Tag>}
        {due && <Tag>due</Tag>}
      </p>
      {nextStep !== "" && (
        <p className="mt-1 text-[14px] break-words">
          {nextStep}
          {remindOn && <span className="text-ink-3"> {formatDay(remindOn)}</span>}
        </p>
      )}
      <StageMenu application={application} />
    </li>
  );
}
