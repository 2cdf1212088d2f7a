import { queryOptions } from "@tanstack/react-query";
import { getJson } from "../../../api/client.ts";
import type { ReadinessOverTime, SkillMap } from "./types.ts";

const ROOT = "/api/plan";
const asked = (role: string | undefined) => (role === undefined ? "" : `?role=${encodeURIComponent(role)}`);

/** Without a role the server means the one that is prepared for. */
export const mapQuery = (role: string | undefined) =>
  queryOptions({
    queryKey: ["plan", "map", role ?? null],
    queryFn: ({ signal }) => getJson<SkillMap>(`${ROOT}/map${asked(role)}`, signal),
    staleTime: 0,
  });

export const overTimeQuery = (role: string | undefined) =>
  queryOptions({
    queryKey: ["plan", "readiness-over-time", role ?? null],
    queryFn: ({ signal }) => getJson<ReadinessOverTime>(`${ROOT}/readiness/over-time${asked(role)}`, signal),
    staleTime: 0,
  });
