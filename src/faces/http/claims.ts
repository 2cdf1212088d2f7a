import type { ClaimsRoom } from "../../features/claims/index.ts";
import {
  DocumentBody,
  DocumentDetail,
  Ledger,
  MOST_DOCUMENT_BODY_BYTES,
  SettleBody,
} from "../../features/claims/schema.ts";
import { ok } from "../../lib/result.ts";
import { answerOf } from "./failures.ts";
import { type Route, withBody } from "./route.ts";

const ROOT = "/api/claims";
const DOCUMENTS = `${ROOT}/documents`;
const FINDING = `${ROOT}/findings/:id`;

/** The claim ledger over HTTP: parse, call, format. */
export function claimsRoutes(claims: ClaimsRoom): Route[] {
  return [...documentRoutes(claims), ...findingRoutes(claims)];
}

function documentRoutes(claims: ClaimsRoom): Route[] {
  return [
    withBody({
      method: "post",
      path: DOCUMENTS,
      summary:
        "Reads a CV or a transcript, as text or as a file in base64 (PDF, JSON Resume, Markdown), and keeps its text",
      body: DocumentBody,
      mostBytes: MOST_DOCUMENT_BODY_BYTES,
      answer: { json: Ledger },
      handle: async ({ body }) => answerOf(await claims.add(body), "unreadable-document"),
    }),
    {
      method: "get",
      path: `${DOCUMENTS}/:id`,
      summary: "The text of a document, and where it claims something",
      answer: { json: DocumentDetail },
      handle: ({ params }) => claims.document(params.id ?? ""),
    },
    {
      method: "post",
      path: `${DOCUMENTS}/:id/remove`,
      summary: "Removes a document",
      answer: { json: Ledger },
      handle: ({ params }) => claims.remove(params.id ?? ""),
    },
  ];
}

function findingRoutes(claims: ClaimsRoom): Route[] {
  return [
    {
      method: "get",
      path: ROOT,
      summary: "Every figure that is claimed anywhere, what it is of, and what is at fault",
      answer: { json: Ledger },
      handle: async () => ok(await claims.ledger()),
    },
    withBody({
      method: "put",
      path: `${FINDING}/settled`,
      summary: "Puts a finding away with your reason; it comes back when its text changes",
      body: SettleBody,
      answer: { json: Ledger },
      handle: ({ params, body }) => claims.settle(params.id ?? "", body.note),
    }),
    {
      method: "post",
      path: `${FINDING}/reopen`,
      summary: "Takes a settled finding back",
      answer: { json: Ledger },
      handle: ({ params }) => claims.reopen(params.id ?? ""),
    },
  ];
}
