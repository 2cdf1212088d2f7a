import { Link, useNavigate } from "@tanstack/react-router";
import { counted } from "../../../../src/lib/text.ts";
import { useAction } from "../../../shell/use-action.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import type { InterviewHome, SessionSummary } from "../types.ts";
import { minutesSaid } from "../wording.ts";
import { isSound, leftOut, totalMinutes } from "./plan.ts";
import type { Creating, Planning } from "./use-plan.ts";

const GROUP = "Interview";

type Props = { home: InterviewHome; planning: Planning; creating: Creating };

/** The one thing to do: go on with the mock that is open, else begin the loop of the role. */
export function NextMock({ home, planning, creating }: Props) {
  const open = home.sessions.find(({ finishedAt }) => finishedAt === null);
  const loop = home.loops.find(({ role }) => role === planning.chosen.role);
  const { plan } = planning;
  const title = `${loop?.title ?? "Interview"} loop`;
  const begin = () => {
    if (isSound(plan) && !creating.pending) creating.create(title, plan);
  };
  useAction({ id: "interview.begin-loop", label: "Begin the loop", keys: "b", group: GROUP }, begin);
  const missing = loop ? leftOut(loop) : [];
  const sum = `${counted(plan.length, "round")}, ${minutesSaid(totalMinutes(plan))} with breaks`;
  return (
    <>
      {open && <GoOn open={open} />}
      <NextCard
        title={plan.length === 0 ? "Add a round to begin" : `${title}: ${sum}`}
        action={
          <Button
            look={open ? "plain" : "primary"}
            className="min-h-10 px-4"
            onClick={begin}
            disabled={!isSound(plan) || creating.pending}
          >
            Begin the loop <Kbd keys="b" bare={!open} />
          </Button>
        }
      >
        <p className="mt-0.5 max-w-[68ch] text-ink-2">
          {plan.map((each) => each.title).join(", ")}
          {plan.length > 0 && ". "}
          {missing.length > 0 && (
            <span className="text-ink-3">Left out, because they cannot be held here yet: {missing.join(", ")}.</span>
          )}
        </p>
        {creating.error && creating.sent?.title === title && (
          <div className="mt-3">
            <FailureNote error={creating.error} />
          </div>
        )}
      </NextCard>
    </>
  );
}

function GoOn({ open }: { open: SessionSummary }) {
  const { id, title, rounds } = open;
  const held = rounds.filter((each) => each.held).length;
  const navigate = useNavigate();
  useAction({ id: "interview.go-on", label: "Go on with the open mock", keys: "g", group: GROUP }, () => {
    void navigate({ to: "/interview/$id", params: { id } });
  });
  return (
    <NextCard
      title={`Go on with “${title}”`}
      action={
        <Link to="/interview/$id" params={{ id }} className={`${NEXT_LINK} no-underline`}>
          Go on <Kbd keys="g" bare />
        </Link>
      }
    >
      <p className="num text-ink-2">
        {held === 0 ? "Not begun yet" : `${held} of ${counted(rounds.length, "round")} begun`}. Its clock stands still
        while nobody is there.
      </p>
    </NextCard>
  );
}
