import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { readText, writeText } from "../../../api/kept-text.ts";
import { createMock, homeQuery, sessionQuery } from "../queries.ts";
import { CHOSEN_KEY } from "../room/kept.ts";
import type { CreateBody, InterviewHome, PlannedRound } from "../types.ts";
import { type Chosen, chosenFrom, type DraftRound, planOf } from "./plan.ts";

export type Planning = {
  chosen: Chosen;
  choose: (part: Partial<Chosen>) => void;
  plan: DraftRound[];
  change: (plan: DraftRound[]) => void;
};

/** The mock that is being planned: the choices are kept in this browser, the rounds are those of the role until they are changed. */
export function usePlanning({ loops }: InterviewHome): Planning {
  const [chosen, setChosen] = useState(() =>
    chosenFrom(
      readText(CHOSEN_KEY),
      loops.map(({ role }) => role),
    ),
  );
  const planFor = (role: string) => {
    const loop = loops.find((each) => each.role === role);
    return loop ? planOf(loop) : [];
  };
  const [plan, change] = useState(() => planFor(chosen.role));
  const choose = (part: Partial<Chosen>) => {
    const next = { ...chosen, ...part };
    setChosen(next);
    writeText(CHOSEN_KEY, JSON.stringify(next));
    if (part.role !== undefined) change(planFor(part.role));
  };
  return { chosen, choose, plan, change };
}

/** Plans a mock of these rounds and goes to its room. */
export function useCreate({ chosen }: Pick<Planning, "chosen">) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: createMock,
    onSuccess: (session) => {
      client.setQueryData(sessionQuery(session.id).queryKey, session);
      void client.invalidateQueries({ queryKey: homeQuery.queryKey });
      return navigate({ to: "/interview/$id", params: { id: session.id } });
    },
  });
  const create = useCallback(
    (title: string, rounds: readonly PlannedRound[]) => {
      const body: CreateBody = {
        ...chosen,
        title,
        rounds: rounds.map(({ kind, title: name, minutes, breakMinutes }) => ({
          kind,
          title: name,
          minutes,
          breakMinutes,
        })),
      };
      mutate(body);
    },
    [chosen, mutate],
  );
  return { create, pending: isPending, error, sent: variables };
}

export type Creating = ReturnType<typeof useCreate>;
