import { afterAll, beforeAll, expect, test } from "vitest";
import { openTinyApp } from "../../../tests/support/real-app.ts";
import { temporaryFolder } from "../../../tests/support/tiny-bank.ts";
import { REFERENCE } from "../../../tests/support/tiny-case.ts";
import { tinyReport } from "../../../tests/support/tiny-report.ts";
import { ApiFailure } from "../../features/coding/schema.ts";
import { Attempted, CaseDetail, CaseList, DraftSaved, WorkedOut } from "../../features/design/schema.ts";
import { createHttpApp } from "./http-app.ts";

let folder: ReturnType<typeof temporaryFolder>;
let app: Awaited<ReturnType<typeof openTinyApp>>;
let http: ReturnType<typeof createHttpApp>;
beforeAll(async () => {
  folder = temporaryFolder();
  app = await openTinyApp(folder.path);
  http = createHttpApp(app, { port: () => 4600, reportBug: console.error });
});
afterAll(async () => {
  await app.close();
  folder[Symbol.dispose]();
});

const ORIGIN = "http://127.0.0.1:4600";
const asked = (path: string, init: RequestInit = {}) =>
  http.request(`${ORIGIN}/api/design${path}`, { ...init, headers: { host: "127.0.0.1:4600", ...init.headers } });
const sent = (method: string, path: string, body: unknown) =>
  asked(path, {
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", origin: ORIGIN },
  });
const attemptIn = async (response: Response) => Attempted.parse(await response.json()).attempt;
const failureIn = async (response: Response) => ({
  status: response.status,
  ...ApiFailure.parse(await response.json()).error,
});
const begun = async () => (await attemptIn(await sent("POST", "/cases/tiny-rows/attempts", {}))).id;

test("an attempt goes from the brief to the scorecard, every answer in the shape that the web reads", async () => {
  expect(CaseList.parse(await (await asked("/cases")).json()).cases).toMatchObject([{ slug: "tiny-rows", open: null }]);
  const detail = CaseDetail.parse(await (await asked("/cases/tiny-rows")).json());
  expect(detail.world.scenarios.map(({ id }) => id)).toEqual(["normal", "loss"]);
  const id = await begun();
  const draft = { phase: "scope", written: { requirements: "A hundred a second." }, seconds: { clarify: 20 } };
  DraftSaved.parse(await (await sent("PUT", `/attempts/${id}/draft`, draft)).json());
  const heard = await attemptIn(await sent("POST", `/attempts/${id}/questions`, { text: "What is the budget?" }));
  expect(heard.asked).toMatchObject([{ fact: { id: "budget" } }]);
  const estimated = await sent("POST", `/attempts/${id}/estimates`, { estimates: { daily: "9M" } });
  expect((await attemptIn(estimated)).checked).toHaveLength(3);
  const worked = await sent("POST", `/attempts/${id}/estimates/daily`, { given: { rate: 200 } });
  expect(WorkedOut.parse(await worked.json())).toEqual({ value: 17.28 });
  const report = tinyReport({ missed: ["fast"] });
  const ran = await attemptIn(await sent("POST", `/attempts/${id}/runs`, { design: REFERENCE, report }));
  expect(ran.runs).toMatchObject([{ number: 1, report }]);
  const probe = ran.probes[0]?.id ?? "";
  const answered = await attemptIn(await sent("POST", `/attempts/${id}/probes/${probe}`, { text: "I add replicas." }));
  expect(answered.answers).toMatchObject([{ id: probe }]);
  const finished = await attemptIn(await sent("POST", `/attempts/${id}/finish`, {}));
  expect(finished.scorecard?.dimensions).toHaveLength(11);
  expect((await attemptIn(await asked(`/attempts/${id}`))).scorecard).toEqual(finished.scorecard);
});

test("a run may be large, and nothing else may", async () => {
  const id = await begun();
  const report = tinyReport();
  const padded = { ...report, scenarios: report.scenarios.map((each) => ({ ...each, note: "x".repeat(1_200_000) })) };
  const kept = await sent("POST", `/attempts/${id}/runs`, { design: REFERENCE, report: padded });
  expect(kept.status).toBe(200);
  const large = { design: REFERENCE, report: { ...report, note: "x".repeat(16_000_000) } };
  expect(await failureIn(await sent("POST", `/attempts/${id}/runs`, large))).toMatchObject({
    status: 413,
    message: "The body is larger than 16 MB.",
  });
  const draft = { phase: "design", design: "x".repeat(1_000_001) };
  expect(await failureIn(await sent("PUT", `/attempts/${id}/draft`, draft))).toMatchObject({ status: 413 });
});

test("what does not fit or is not there is told in words", async () => {
  const id = await begun();
  const failing = async (method: string, path: string, body: unknown) => failureIn(await sent(method, path, body));
  expect(await failureIn(await asked("/cases/nosuch"))).toMatchObject({ status: 404, code: "unknown-case" });
  expect(await failureIn(await asked("/attempts/nobody"))).toMatchObject({ status: 404, code: "unknown-attempt" });
  expect(await failing("POST", `/attempts/${id}/probes/nosuch`, { text: "x" })).toMatchObject({
    code: "unknown-probe",
  });
  expect(await failing("POST", `/attempts/${id}/estimates/daily`, { given: {} })).toMatchObject({
    status: 409,
    code: "estimates-open",
  });
  expect(await failing("POST", `/attempts/${id}/runs`, { design: "a", report: { seed: 1 } })).toMatchObject({
    status: 400,
    message: expect.stringContaining("report.objectives"),
  });
  expect(await failing("PUT", `/attempts/${id}/draft`, { phase: "design", design: "a\0b" })).toMatchObject({
    status: 400,
    message: expect.stringContaining("NUL"),
  });
  expect(await failing("POST", `/attempts/${id}/questions`, { text: " " })).toMatchObject({ status: 400 });
  await sent("POST", `/attempts/${id}/finish`, {});
  expect(await failing("PUT", `/attempts/${id}/draft`, { phase: "design" })).toMatchObject({ status: 409 });
});
