import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiFailure } from "../../features/coding/schema.ts";
import { failed, type Result } from "../../lib/result.ts";
import { MOST_AUDIO_BYTES } from "../../shared/models/transcriber/transcriber.ts";

type Failure = { status: ContentfulStatusCode; message: string; mend?: string };

/** What a reason means in HTTP, and in words. */
const failures = {
  "unknown-problem": {
    status: 404,
    message: "There is no practice problem by that name.",
    mend: "The list has every name; held-out problems are not served for practice.",
  },
  "unknown-submission": { status: 404, message: "There is no submission with that id." },
  "unknown-question": {
    status: 404,
    message: "There is no practice question by that name.",
    mend: "The list has every name; held-out questions are not served for practice.",
  },
  "unknown-answer": { status: 404, message: "There is no answer with that id." },
  "unknown-criterion": { status: 400, message: "The question's rubric has no such criterion." },
  "unknown-case": {
    status: 404,
    message: "There is no practice case by that name.",
    mend: "The list has every name; held-out cases are not served for practice.",
  },
  "unknown-attempt": { status: 404, message: "There is no attempt with that id." },
  "unknown-probe": { status: 404, message: "The interviewer does not ask this after the last run." },
  "unknown-estimate": { status: 404, message: "The case has no estimate by that name that is worked out." },
  "attempt-finished": {
    status: 409,
    message: "This attempt is finished: nothing is added to it.",
    mend: "Begin another one at the case.",
  },
  "estimates-closed": {
    status: 409,
    message: "The estimates were handed in already: what is right has been shown.",
  },
  "estimates-open": {
    status: 409,
    message: "There is no calculator before the estimates are handed in.",
    mend: "Estimate first; the formulas are shown after that.",
  },
  "unknown-paper": { status: 404, message: "There is no paper with that id; it may have been removed." },
  "unknown-feed": { status: 404, message: "There is no feed with that id; it may have been removed." },
  "unknown-entry": { status: 404, message: "There is no entry with that id; its feed may have been removed." },
  "unknown-project": { status: 404, message: "There is no project with that id; it may have been removed." },
  "unknown-story": { status: 404, message: "There is no story with that id; it may have been removed." },
  "unknown-prompt": {
    status: 404,
    message: "There is no practice question by that name.",
    mend: "The list has every name; held-out questions are not served for practice.",
  },
  "unknown-session": { status: 404, message: "There is no mock with that id; it may have been removed." },
  "no-target": {
    status: 409,
    message: "There is nothing to plan for yet.",
    mend: "Choose a role on the Today page, or put a target first.",
  },
  "unknown-role": { status: 400, message: "There is no role by that name." },
  "session-finished": {
    status: 409,
    message: "This mock is over: nothing is added to it.",
    mend: "Begin another one.",
  },
  "no-round": { status: 409, message: "No round runs now.", mend: "Begin the next one." },
  "round-runs": { status: 409, message: "A round runs already.", mend: "End it before the next one begins." },
  "moved-on": {
    status: 409,
    message: "The mock went on elsewhere, perhaps in another tab.",
    mend: "Load the page again; what you typed is kept.",
  },
  "unknown-diagnostic": { status: 404, message: "There is no diagnostic with that id." },
  "question-answered": {
    status: 409,
    message: "This question was answered already, perhaps in another tab.",
    mend: "Go on with the one that is open now.",
  },
  "no-transcriber": {
    status: 409,
    message: "Nothing is set that turns speech into text.",
    mend: "Name a server in the settings, or a local Whisper by HOLDOUT_WHISPER_MODEL. Typing always works.",
  },
  "not-heard": {
    status: 502,
    message: "The recording could not be turned into text.",
    mend: "Try again, or type the answer: nothing was said for you.",
  },
  "no-recording": {
    status: 415,
    message: "This is no recording: send WAV, WebM, Ogg or MP4 as audio, under a plain id.",
  },
  "recording-too-large": {
    status: 413,
    message: `The recording is larger than ${MOST_AUDIO_BYTES / 1e6} MB.`,
    mend: "Say less at a time: thirteen minutes are the most.",
  },
  "recording-not-asked-for": {
    status: 400,
    message: "A recording is kept only where that is asked for: keep=true.",
  },
  "unknown-recording": { status: 404, message: "No recording was kept of this; it may have been removed." },
  "unknown-concept": {
    status: 404,
    message: "There is no practice concept by that name.",
    mend: "The list has every name; held-out concepts are not served for practice.",
  },
  "unknown-listener": { status: 400, message: "Nobody of that kind asks about this concept." },
  "unknown-explanation": { status: 404, message: "There is no explanation with that id." },
  "nothing-asked": { status: 409, message: "The listener has no further question." },
  "unknown-line": { status: 404, message: "There is no line with that id; it may have been removed." },
  "unknown-company": { status: 404, message: "There is no company with that id; it may have been removed." },
  "unknown-offer": { status: 404, message: "There is no offer with that id; it may have been removed." },
  "unknown-document": { status: 404, message: "There is no document with that id; it may have been removed." },
  "unknown-finding": {
    status: 404,
    message: "There is no such finding any more: its text was changed.",
    mend: "Load the page again.",
  },
  "unreadable-document": { status: 400, message: "The document cannot be read." },
  "unknown-board": { status: 404, message: "There is no board with that id; it may have been removed." },
  "unknown-posting": {
    status: 404,
    message: "There is no posting with that id.",
    mend: "Its board may have been removed; the list has every one.",
  },
  "unknown-application": { status: 404, message: "There is no application with that id; it may have been removed." },
  "unreadable-posting": { status: 400, message: "The posting cannot be read." },
  "unknown-calculator": { status: 400, message: "There is no calculator by that name." },
  "no-more-hints": { status: 409, message: "Every hint has been taken." },
  "tier-missing": {
    status: 409,
    message: "This machine's judge cannot run this problem: a Python library is missing.",
    mend: "`npm run -s holdout -- doctor` says which.",
  },
  busy: {
    status: 429,
    message: "Too many submissions are waiting for the judge.",
    mend: "Try again in a moment; your code is kept as a draft.",
  },
  "not-found": { status: 404, message: "There is nothing at this address.", mend: "See /api/openapi.json." },
  "wrong-method": { status: 405, message: "This address does not take that method.", mend: "See /api/openapi.json." },
  "bad-input": { status: 400, message: "The body does not fit." },
  "bad-json": { status: 400, message: "The body is not JSON in UTF-8." },
  "wrong-type": { status: 415, message: "The body must be sent as application/json." },
  "too-large": {
    status: 413,
    message: "The body is too large.",
    mend: "A solution or a design needs a few kilobytes: is data pasted into it?",
  },
  "foreign-host": {
    status: 403,
    message: "This server answers only to the name of this machine.",
    mend: "Open http://127.0.0.1 with its port.",
  },
  "foreign-origin": { status: 403, message: "A page of another site may not use this server." },
  "disk-full": {
    status: 507,
    message: "The disk is full: nothing was stored.",
    mend: "Free some space and try again. What you typed is kept in the browser.",
  },
  internal: {
    status: 500,
    message: "Something in Holdout went wrong.",
    mend: "The terminal that runs the server has the details.",
  },
} as const satisfies Record<string, Failure>;

export type FailureCode = keyof typeof failures;

/** The answer to a request that failed, as JSON; never a stack. */
export function failureResponse(code: FailureCode, said?: string): Response {
  const { status, message: usual, mend }: Failure = failures[code];
  const message = said ?? usual;
  const body: ApiFailure = { error: mend === undefined ? { code, message } : { code, message, mend } };
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** An answer whose reason is a code or words for people; the words go out under `code`, as they are. */
export function answerOf<T extends object>(
  result: Result<T, FailureCode | { said: string }>,
  code: FailureCode = "bad-input",
): Result<T, FailureCode> | Response {
  if (result.ok) return result;
  const { reason } = result;
  return typeof reason === "string" ? failed(reason) : failureResponse(code, reason.said);
}
