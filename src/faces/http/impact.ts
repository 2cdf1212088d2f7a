import type { ImpactRoom } from "../../features/impact/index.ts";
import { ImpactLines, LineBody } from "../../features/impact/schema.ts";
import { ok } from "../../lib/result.ts";
import { type Route, withBody } from "./route.ts";

const LINES = "/api/impact/lines";

/** Impact over HTTP: parse, call, format. The calculators run in the browser. */
export function impactRoutes(impact: ImpactRoom): Route[] {
  return [
    {
      method: "get",
      path: LINES,
      summary: "The lines that you keep for your CV, newest first",
      answer: { json: ImpactLines },
      handle: async () => ok(await impact.lines()),
    },
    withBody({
      method: "post",
      path: LINES,
      summary: "Keeps a line, with the calculation it came from",
      body: LineBody,
      answer: { json: ImpactLines },
      handle: ({ body }) => impact.add(body),
    }),
    withBody({
      method: "put",
      path: `${LINES}/:id`,
      summary: "Changes a line",
      body: LineBody,
      answer: { json: ImpactLines },
      handle: ({ params, body }) => impact.change(params.id ?? "", body),
    }),
    {
      method: "post",
      path: `${LINES}/:id/remove`,
      summary: "Removes a line",
      answer: { json: ImpactLines },
      handle: ({ params }) => impact.remove(params.id ?? ""),
    },
  ];
}
