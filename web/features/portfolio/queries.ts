import { queryOptions } from "@tanstack/react-query";
import { getJson, jsonRequest, send, sendJson } from "../../api/client.ts";
import { readEvents } from "../../api/sse.ts";
import type {
  AddBody,
  ChangeBody,
  GitHubUser,
  Portfolio,
  ProjectDetail,
  ScanEvent,
  SiteBody,
  SiteWritten,
} from "./types.ts";

const root = "/api/portfolio";
const projectPath = (id: string) => `${root}/projects/${encodeURIComponent(id)}`;

export const portfolioQuery = queryOptions({
  queryKey: ["portfolio"],
  queryFn: ({ signal }) => getJson<Portfolio>(root, signal),
});

export const projectQuery = (id: string) =>
  queryOptions({
    queryKey: ["portfolio", "project", id],
    queryFn: ({ signal }) => getJson<ProjectDetail>(projectPath(id), signal),
  });

export const changeProject = (id: string, body: ChangeBody) => sendJson<ProjectDetail>("PUT", projectPath(id), body);
export const removeProject = (id: string) => sendJson<Portfolio>("POST", `${projectPath(id)}/remove`, {});
export const orderProjects = (ids: readonly string[]) => sendJson<Portfolio>("PUT", `${root}/order`, { ids });
export const getResume = () => getJson<{ text: string; updatedAt: string | null }>(`${root}/resume`);
export const sendResume = (text: string) => sendJson<Portfolio>("PUT", `${root}/resume`, { text });
export const writeSite = (body: SiteBody) => sendJson<SiteWritten>("POST", `${root}/site`, body);

export const listOnGitHub = (user: string) => getJson<GitHubUser>(`${root}/github/${encodeURIComponent(user)}`);

type Follow = { onProgress: (said: string) => void; signal: AbortSignal };

export const addProject = (body: AddBody, follow: Follow) => followScan(`${root}/projects`, body, follow);
export const rescanProject = (id: string, follow: Follow) => followScan(`${projectPath(id)}/scan`, {}, follow);

/** A refusal of the scanner, in its words. */
export class ScanRefused extends Error {}

/** Follows a reading until it ends, with what came of it. */
async function followScan(path: string, body: unknown, { onProgress, signal }: Follow): Promise<ProjectDetail> {
  const response = await send(path, jsonRequest("POST", body, { signal, headers: { accept: "text/event-stream" } }));
  let done: ProjectDetail | undefined;
  let refused: string | undefined;
  await readEvents(response, (event, data) => {
    const said = { event, data } as ScanEvent;
    if (said.event === "progress") onProgress(said.data.said);
    else if (said.event === "done") done = said.data;
    else if (said.event === "refused") refused = said.data.said;
  });
  if (done) return done;
  throw new ScanRefused(refused ?? "The reading broke off. Try again.");
}
