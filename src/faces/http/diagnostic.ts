import type { DiagnosticRoom } from "../../features/plan/index.ts";
import { BeginDiagnosticBody, Diagnostic, DiagnosticHome, ReplyBody } from "../../features/plan/schema.ts";
import { ok } from "../../lib/result.ts";
import { answerOf } from "./failures.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/diagnostics";
const ONE = `${ROOT}/:id`;

/** The diagnostic over HTTP: parse, call, format. */
export function diagnosticRoutes(diagnostic: DiagnosticRoom): Route[] {
  return [
    {
      method: "get",
      path: ROOT,
      summary: "What a diagnostic for each role would ask about and use up, and earlier ones",
      answer: { json: DiagnosticHome },
      handle: async () => ok(await diagnostic.home()),
    },
    withBody({
      method: "post",
      path: ROOT,
      summary: "Begins a diagnostic, or gives the one that is open",
      body: BeginDiagnosticBody,
      answer: { json: Diagnostic },
      handle: async ({ body }) => answerOf(await diagnostic.begin(body.role)),
    }),
    {
      method: "get",
      path: ONE,
      summary: "A diagnostic as it stands: the open question, or the first map once it is over",
      answer: { json: Diagnostic },
      handle: ({ params }) => diagnostic.diagnostic(params.id ?? ""),
    },
    withBody({
      method: "post",
      path: `${ONE}/reply`,
      summary: "Answers the open question, says that one does not know, or passes it over; sent twice it is taken once",
      body: ReplyBody,
      answer: { json: Diagnostic },
      handle: ({ params, body }) => diagnostic.reply(params.id ?? "", body),
    }),
    {
      method: "post",
      path: `${ONE}/end`,
      summary: "Ends a diagnostic where it stands, with its first map",
      answer: { json: Diagnostic },
      handle: ({ params }) => diagnostic.end(params.id ?? ""),
    },
  ];
}
