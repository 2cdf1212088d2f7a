import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { percent } from "../../../ui/figures.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import { orderProjects, portfolioQuery } from "../queries.ts";
import type { ProjectSummary } from "../types.ts";
import { KIND_NAMES, originText } from "../wording.ts";

/** The projects in their order on the site, movable by buttons. */
export function ProjectList({ projects }: { projects: readonly ProjectSummary[] }) {
  const client = useQueryClient();
  const order = useMutation({
    mutationFn: orderProjects,
    onSuccess: (portfolio) => client.setQueryData(portfolioQuery.queryKey, portfolio),
  });
  const move = (at: number, by: number) => {
    const ids = projects.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved) ids.splice(at + by, 0, moved);
    order.mutate(ids);
  };
  return (
    <section aria-labelledby="projects" className="mt-4">
      <h2 id="projects" className="mb-2 text-lg">
        Projects
      </h2>
      <ol className="sheet divide-y divide-line">
        {projects.map((project, at) => (
          <li key={project.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
            <ProjectLine project={project} />
            {projects.length > 1 && (
              <span className="flex">
                <Button
                  look="quiet"
                  aria-label={`Move ${project.name} up`}
                  disabled={at === 0 || order.isPending}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </Button>
                <Button
                  look="quiet"
                  aria-label={`Move ${project.name} down`}
                  disabled={at === projects.length - 1 || order.isPending}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {order.error && <FailureNote error={order.error} />}
    </section>
  );
}

function ProjectLine({ project }: { project: ProjectSummary }) {
  const { id, name, kind, origin, told, score, leaks, firstMend } = project;
  return (
    <div className="min-w-0 flex-1 basis-[240px]">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link to="/portfolio/$id" params={{ id }} className="font-medium">
          {name}
        </Link>
        <Tag>{KIND_NAMES[kind]}</Tag>
        {!told.shown && <Tag>not on the site</Tag>}
        <span className="num text-[14px] text-ink-2">{score === null ? "" : percent(score)}</span>
        {leaks > 0 && <StateMark tone="fail">gives something away</StateMark>}
      </div>
      <p className="truncate text-[13px] text-ink-3">{originText(origin)}</p>
      {firstMend && (
        <p className="mt-1 text-[14px] text-ink-2">
          <TextWithCode text={firstMend} />
        </p>
      )}
    </div>
  );
}
