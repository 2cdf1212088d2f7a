import { Link } from "@tanstack/react-router";
import { counted } from "../../../../src/lib/text.ts";
import { Button } from "../../../ui/button.tsx";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import type { Portfolio, ProjectSummary } from "../types.ts";

/** What to do next: a leak first, then too few projects, then the weakest project's first mend. */
export function NextMend({ portfolio: { projects }, onAdd }: { portfolio: Portfolio; onAdd: () => void }) {
  const leaking = projects.find(({ leaks }) => leaks > 0);
  const weakest = projects
    .filter((project): project is ProjectSummary & { firstMend: string } => project.firstMend !== null)
    .toSorted((a, b) => (a.score ?? 1) - (b.score ?? 1))[0];
  if (leaking)
    return (
      <NextCard title={`Stop: ${leaking.name} gives something away`} action={<Open project={leaking} />}>
        <p className="text-ink-2">
          {counted(leaking.leaks, "secret or personal record", "secrets or personal records")} in its files or its
          history. Clean that before anybody reads it.
        </p>
      </NextCard>
    );
  if (projects.length === 0)
    return (
      <NextCard
        title="Add your first project"
        action={
          <Button look="primary" className="min-h-10 px-4" onClick={onAdd}>
            Add a project
          </Button>
        }
      >
        <p className="text-ink-2">A folder on this machine or the address of a Git repository.</p>
      </NextCard>
    );
  if (weakest)
    return (
      <NextCard title={`Mend ${weakest.name}`} action={<Open project={weakest} />}>
        <p className="text-ink-2">
          <TextWithCode text={weakest.firstMend} />
        </p>
      </NextCard>
    );
  return null;
}

function Open({ project }: { project: ProjectSummary }) {
  return (
    <Link to="/portfolio/$id" params={{ id: project.id }} className={`${NEXT_LINK} no-underline`}>
      Open it
    </Link>
  );
}
