import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { healthQuery, problemsQuery } from "../features/coding/queries.ts";
import type { ProblemSummary } from "../features/coding/types.ts";
import { kindNames, stateNames } from "../features/coding/wording.ts";
import { casesQuery } from "../features/design/cases-query.ts";
import type { CaseSummary } from "../features/design/types.ts";
import { ActionContext, createActionRegistry } from "../shell/actions.ts";
import { Announcer } from "../shell/announcer.tsx";
import { AppShell } from "../shell/app-shell.tsx";
import type { PaletteEntry } from "../shell/palette-entries.ts";
import { ROOM_TABS } from "../shell/room-tabs.tsx";
import { rooms } from "../shell/rooms.tsx";
import { difficultyName } from "../ui/difficulty.ts";
import { JudgeFootnote } from "./judge-footnote.tsx";
import { ServerNotice } from "./server-notice.tsx";

/** Puts the shell together from what the rooms have to show in it. */
export function RootPage() {
  const [registry] = useState(createActionRegistry);
  const { data: list } = useQuery(problemsQuery);
  const { data: designs } = useQuery(casesQuery);
  const { data: health, isError } = useQuery(healthQuery);
  const inWorkspace = useRouterState({ select: ({ location }) => /^\/(code|design)\/./.test(location.pathname) });
  const places = usePlaces(list?.problems, designs?.cases);
  const open = list?.problems.filter(({ state }) => state !== "solved").length;
  return (
    <ActionContext value={registry}>
      <Announcer>
        <AppShell
          places={places}
          counts={open ? { "/code": { value: open, meaning: "not solved yet" } } : {}}
          layout={inWorkspace ? "work" : "page"}
          footnote={isError || !health ? undefined : <JudgeFootnote health={health} />}
        >
          <ServerNotice health={health} down={isError} />
          <Outlet />
        </AppShell>
      </Announcer>
    </ActionContext>
  );
}

const PAGES = [
  ...rooms,
  ...[...ROOM_TABS.Stories, ...ROOM_TABS.Reading, ...ROOM_TABS.Jobs].filter(
    ({ to }) => !rooms.some((room) => room.to === to),
  ),
  { to: "/diagnostic", name: "Diagnostic" },
  { to: "/plan/review", name: "Review of the week" },
  { to: "/settings", name: "Settings" },
] as const;

function usePlaces(
  problems: readonly ProblemSummary[] | undefined,
  cases: readonly CaseSummary[] | undefined,
): readonly PaletteEntry[] {
  const navigate = useNavigate();
  return useMemo(
    () => [
      ...PAGES.map(
        ({ to, name }): PaletteEntry => ({ id: to, label: name, group: "Pages", run: () => navigate({ to }) }),
      ),
      ...(cases ?? []).map(
        ({ slug, title, skills, difficulty, open }): PaletteEntry => ({
          id: `case.${slug}`,
          label: title,
          group: "Design cases",
          also: `${slug} ${skills.map((skill) => skill.title).join(" ")}`,
          detail: `${difficultyName(difficulty)}${open === null ? "" : " · open"}`,
          run: () => navigate({ to: "/design/$slug", params: { slug } }),
        }),
      ),
      ...(problems ?? []).map(
        ({ slug, title, skills, difficulty, state, kind }): PaletteEntry => ({
          id: `problem.${slug}`,
          label: title,
          group: "Problems",
          also: `${slug} ${kindNames[kind]} ${skills.map((skill) => skill.title).join(" ")}`,
          detail: `${difficultyName(difficulty)} · ${stateNames[state]}`,
          run: () => navigate({ to: "/code/$slug", params: { slug } }),
        }),
      ),
    ],
    [navigate, problems, cases],
  );
}
