import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { App } from "../../app.ts";
import { ok } from "../../lib/result.ts";
import { isDiskFull } from "../../shared/store/disk-full.ts";
import { claimsRoutes } from "./claims.ts";
import { codingRoutes } from "./coding.ts";
import { companiesRoutes } from "./companies.ts";
import { designRoutes } from "./design.ts";
import { diagnosticRoutes } from "./diagnostic.ts";
import { explainRoutes } from "./explain.ts";
import { failureResponse } from "./failures.ts";
import { healthRoute } from "./health.ts";
import { impactRoutes } from "./impact.ts";
import { inRange } from "./in-range.ts";
import { interviewRoutes } from "./interview.ts";
import { jobRoutes } from "./jobs.ts";
import { refusalOf } from "./local-only.ts";
import { openApiOf } from "./openapi.ts";
import { createPages } from "./pages.ts";
import { planRoutes } from "./plan.ts";
import { planMapRoutes } from "./plan-map.ts";
import { portfolioRoutes } from "./portfolio.ts";
import { readBody, readBytes } from "./read-body.ts";
import { readingRoutes } from "./reading.ts";
import { recallRoutes } from "./recall.ts";
import type { Route } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";
import { settingsRoutes } from "./settings.ts";
import { speechRoutes } from "./speech.ts";
import { storyRoutes } from "./stories.ts";
import { tailoringRoutes } from "./tailoring.ts";
import { toolRoutes } from "./tools.ts";

type Rooms =
  | "coding"
  | "recall"
  | "design"
  | "stories"
  | "explain"
  | "impact"
  | "claims"
  | "portfolio"
  | "interview"
  | "tools"
  | "companies"
  | "diagnostic"
  | "planning"
  | "plan"
  | "reading"
  | "jobs"
  | "tailoring"
  | "settings";
type Served = Pick<App, "config" | "bank" | "judge" | "grader" | Rooms>;
type Listening = { port: () => number; reportBug: (error: unknown) => void };
type Env = { Variables: { nonce: string } };

/** Everything the server answers. `port` is the one it listens on: the Host of a request must name it. */
export function createHttpApp(app: Served, { port, reportBug }: Listening): Hono<Env> {
  const http = new Hono<Env>();
  const routes = [
    healthRoute(app),
    ...codingRoutes(app.coding),
    ...recallRoutes(app.recall),
    ...designRoutes(app.design),
    ...storyRoutes(app.stories),
    ...explainRoutes(app.explain),
    ...impactRoutes(app.impact),
    ...claimsRoutes(app.claims),
    ...portfolioRoutes(app.portfolio),
    ...interviewRoutes(app.interview),
    ...readingRoutes(app.reading),
    ...speechRoutes(app.interview.speech),
    ...companiesRoutes(app.companies),
    ...toolRoutes(app.tools),
    ...diagnosticRoutes(app.diagnostic),
    ...planRoutes(app.planning),
    ...planMapRoutes(app.plan),
    ...jobRoutes(app.jobs),
    ...tailoringRoutes(app.tailoring),
    ...settingsRoutes(app.settings),
  ];
  const pages = createPages(app.config.webDir);

  http.use(async (context, next) => {
    const nonce = randomBytes(16).toString("base64");
    context.set("nonce", nonce);
    const { method, path } = context.req;
    const refused = refusalOf({ method, path, header: (name) => context.req.header(name) }, port());
    if (refused) context.res = failureResponse(refused);
    else await next();
    for (const [name, value] of Object.entries(securityHeaders(nonce))) context.res.headers.set(name, value);
  });
  for (const route of routes) mount(http, route);
  const openApi = openApiOf(routes, app.config.version);
  http.get("/api/openapi.json", (context) => context.json(openApi));
  http.all("/api/*", (context) => {
    const known = routes.some(({ path }) => sameShape(path, context.req.path));
    return failureResponse(known ? "wrong-method" : "not-found");
  });
  http.get("*", async (context) => {
    const { path } = context.req;
    const encodings = context.req.header("accept-encoding") ?? "";
    return (await pages({ path, encodings, nonce: context.get("nonce") })) ?? failureResponse("not-found");
  });
  http.notFound(() => failureResponse("not-found"));
  http.onError((error) => {
    if (isDiskFull(error)) return failureResponse("disk-full");
    reportBug(error);
    return failureResponse("internal");
  });
  return http;
}

function mount(
  http: Hono<Env>,
  { method, path, body: schema, mostBytes, bytes, answer: answers, handle }: Route,
): void {
  http.on(method.toUpperCase(), path, async (context) => {
    const params: Record<string, string> = context.req.param();
    const query: Record<string, string> = context.req.query();
    const { raw } = context.req;
    const body = bytes ? await readBytes(raw, bytes) : schema ? await readBody(raw, schema, mostBytes) : ok(undefined);
    if (!body.ok) return failureResponse(body.reason.code, body.reason.said);
    const answer = await handle({ params, query, body: body.value });
    if (answer instanceof Response) return "bytes" in answers ? inRange(answer, context.req.header("range")) : answer;
    if (!answer.ok) return failureResponse(answer.reason);
    return Response.json(answer.value, { headers: { "cache-control": "no-store" } });
  });
}

function sameShape(route: string, path: string): boolean {
  return new RegExp(`^${route.replaceAll(/:\w+/g, "[^/]+")}$`).test(path);
}
