import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { PortfolioRoom } from "../../features/portfolio/index.ts";
import {
  AddBody,
  ChangeBody,
  GitHubUser,
  OrderBody,
  Portfolio,
  ProjectDetail,
  ResumeBody,
  ResumeShown,
  ScanEvent,
  SiteBody,
  SiteWritten,
} from "../../features/portfolio/schema.ts";
import { ok, type Result } from "../../lib/result.ts";
import { eventStream } from "./event-stream.ts";
import { failureResponse } from "./failures.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/portfolio";
const PROJECT = `${ROOT}/projects/:id`;

/** The portfolio over HTTP: parse, call, format. */
export function portfolioRoutes(portfolio: PortfolioRoom): Route[] {
  return [...projectRoutes(portfolio), ...siteRoutes(portfolio)];
}

function projectRoutes(portfolio: PortfolioRoom): Route[] {
  return [
    {
      method: "get",
      path: ROOT,
      summary: "Projects in your order with what was last read of them, and what the site lacks",
      answer: { json: Portfolio },
      handle: async () => ok(await portfolio.portfolio()),
    },
    withBody({
      method: "post",
      path: `${ROOT}/projects`,
      summary: "Reads a folder or an address and adds it as a project; answers with a stream of events",
      body: AddBody,
      answer: { events: ScanEvent },
      handle: async ({ body }) => eventStream(portfolio.add({ ...body, origin: atHome(body.origin) })),
    }),
    {
      method: "get",
      path: `${ROOT}/github/:user`,
      summary: "The public repositories of a GitHub user that are no forks, and counts of what they did for others",
      answer: { json: GitHubUser },
      handle: async ({ params }) => said(await portfolio.github(params.user ?? "")),
    },
    withBody({
      method: "put",
      path: `${ROOT}/order`,
      summary: "The order of the projects, in the list and on the site",
      body: OrderBody,
      answer: { json: Portfolio },
      handle: async ({ body }) => ok(await portfolio.order(body.ids)),
    }),
    {
      method: "get",
      path: PROJECT,
      summary: "One project with its last reading: dimensions with evidence, mends, questions",
      answer: { json: ProjectDetail },
      handle: ({ params }) => portfolio.project(params.id ?? ""),
    },
    withBody({
      method: "put",
      path: PROJECT,
      summary: "The project in your words",
      body: ChangeBody,
      answer: { json: ProjectDetail },
      handle: ({ params, body }) => portfolio.change(params.id ?? "", body),
    }),
    {
      method: "post",
      path: `${PROJECT}/scan`,
      summary: "Reads the project again; answers with a stream of events",
      answer: { events: ScanEvent },
      handle: async ({ params }) => {
        const events = await portfolio.rescan(params.id ?? "");
        return events.ok ? eventStream(events.value) : events;
      },
    },
    {
      method: "post",
      path: `${PROJECT}/remove`,
      summary: "Removes a project and its readings; the repository itself is not touched",
      answer: { json: Portfolio },
      handle: ({ params }) => portfolio.remove(params.id ?? ""),
    },
  ];
}

function siteRoutes(portfolio: PortfolioRoom): Route[] {
  return [
    {
      method: "get",
      path: `${ROOT}/resume`,
      summary: "Your CV as JSON Resume, with the told projects",
      answer: { json: ResumeShown },
      handle: async () => ok(await portfolio.resume()),
    },
    withBody({
      method: "put",
      path: `${ROOT}/resume`,
      summary: "Takes a JSON Resume; its projects are added where none of that name is there",
      body: ResumeBody,
      answer: { json: Portfolio },
      handle: async ({ body }) => said(await portfolio.takeResume(body.text)),
    }),
    withBody({
      method: "post",
      path: `${ROOT}/site`,
      summary: "Writes the portfolio site into a folder of this machine",
      body: SiteBody,
      answer: { json: SiteWritten },
      handle: async ({ body }) => said(await portfolio.writeSite(fromHome(body.folder), body.theme)),
    }),
  ];
}

/** A reason that is for people is shown as it is. */
function said<T extends object>(result: Result<T, string>) {
  return result.ok ? result : failureResponse("bad-input", result.reason);
}

function atHome(origin: AddBody["origin"]): AddBody["origin"] {
  return origin.kind === "folder" ? { ...origin, path: fromHome(origin.path) } : origin;
}

/** "~/code" and "code" are meant from the home folder: a page knows no working directory. */
function fromHome(path: string): string {
  const rest = path.replace(/^~(?=\/|$)/, ".");
  return isAbsolute(rest) ? rest : join(homedir(), rest);
}
