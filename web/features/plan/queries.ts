import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "../../api/client.ts";
import type { PlannedTarget, TargetBody, Today, WeeklyReview } from "./types.ts";

const root = "/api/plan";

/** The plan follows from everything that was done, in every room: it is asked for anew whenever it is shown. */
export const todayQuery = (minutes: number | undefined) =>
  queryOptions({
    queryKey: ["plan", "today", minutes ?? "usual"],
    queryFn: ({ signal }) =>
      getJson<Today>(`${root}/today${minutes === undefined ? "" : `?minutes=${minutes}`}`, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

export const reviewQuery = queryOptions({
  queryKey: ["plan", "review"],
  queryFn: ({ signal }) => getJson<WeeklyReview>(`${root}/review`, signal),
  staleTime: 0,
});

export const setTarget = (body: TargetBody) => sendJson<PlannedTarget>("PUT", `${root}/target`, body);
export const CALENDAR = `${root}/calendar.ics`;
