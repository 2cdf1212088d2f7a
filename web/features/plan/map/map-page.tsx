import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useId } from "react";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import { ForgettingSection } from "./forgetting-section.tsx";
import { nextStep } from "./next-step.ts";
import { OverTime } from "./over-time-chart.tsx";
import { mapQuery } from "./queries.ts";
import { RoundsSection } from "./rounds-section.tsx";
import { SkillsSection } from "./skills-section.tsx";
import { SpentSection } from "./spent-section.tsx";
import { StandingBar } from "./standing-bar.tsx";
import type { SkillMap } from "./types.ts";

const route = getRouteApi("/map");

/** Where one stands for a role, what to do about it, and everything that this is made of. */
export function MapPage() {
  const { role } = route.useSearch();
  const { data, error, refetch } = useQuery(mapQuery(role));
  useEffect(() => {
    document.title = "Map · Holdout";
  }, []);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl">Map</h1>
        {data && <RoleChoice map={data} />}
      </div>
      {data ? (
        <Loaded map={data} role={role} />
      ) : error ? (
        <FailureNote error={error} onRetry={() => refetch()} />
      ) : (
        <div aria-busy="true">
          <div className="late skeleton mb-6 h-28 w-full" />
          <div className="late skeleton h-80 w-full" />
        </div>
      )}
    </main>
  );
}

function RoleChoice({ map: { roles, readiness } }: { map: SkillMap }) {
  const id = useId();
  const navigate = route.useNavigate();
  return (
    <label htmlFor={id} className="flex items-center gap-2 text-[14px] text-ink-2">
      Role
      <select
        id={id}
        value={readiness.role}
        onChange={(event) => void navigate({ search: { role: event.target.value } })}
        className="h-9 rounded-md border border-control bg-sheet px-2 text-[14px] text-ink"
      >
        {roles.map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Loaded({ map, role }: { map: SkillMap; role: string | undefined }) {
  const titles = new Map(map.areas.flatMap(({ skills }) => skills.map(({ id, title }) => [id, title] as const)));
  const titleOf = (skill: string) => titles.get(skill) ?? skill;
  const step = nextStep(map, titleOf);
  const { overall } = map.readiness;
  return (
    <>
      <NextCard
        title={step.title}
        action={
          <Link to={step.to} className={`${NEXT_LINK} no-underline`}>
            {step.action}
          </Link>
        }
      >
        {overall.holdout.enough && (
          <div className="my-1 max-w-[560px]">
            <StandingBar holdout={overall.holdout} practice={overall.practice} />
          </div>
        )}
        <p className="num mt-0.5 max-w-[68ch] text-ink-2">{step.reason}</p>
      </NextCard>
      <RoundsSection readiness={map.readiness} titleOf={titleOf} />
      <OverTime role={role} forecast={map.readiness.forecast} />
      <div className="grid items-start gap-x-6 lg:grid-cols-2">
        <ForgettingSection forgetting={map.forgetting} />
        <SpentSection spent={map.spent} />
      </div>
      <SkillsSection areas={map.areas} />
    </>
  );
}
