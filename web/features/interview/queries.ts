import { queryOptions } from "@tanstack/react-query";
import { getJson, send, sendJson } from "../../api/client.ts";
import { laterOf } from "./later-of.ts";
import type { BeatAnswer, BeatBody, CreateBody, InterviewHome, KeptRecordings, Session, Work } from "./types.ts";

const root = "/api/interviews";
const sessionPath = (id: string) => `${root}/${encodeURIComponent(id)}`;

export const homeQuery = queryOptions({
  queryKey: ["interview", "home"],
  queryFn: ({ signal }) => getJson<InterviewHome>(root, signal),
  staleTime: 0,
});

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ["interview", "session", id],
    queryFn: ({ signal }) => getJson<Session>(sessionPath(id), signal),
    staleTime: 0,
    // an answer that was asked for earlier and comes later takes nothing back
    structuralSharing: (known, fresh) => laterOf(known as Session | undefined, fresh as Session),
  });

/** Code and drawings of a mock that is over: nothing of it changes any more. */
export const workQuery = (id: string) =>
  queryOptions({
    queryKey: ["interview", "work", id],
    queryFn: ({ signal }) => getJson<Work>(`${sessionPath(id)}/work`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    // as large as it may be, and the same whenever it comes
    structuralSharing: false,
  });

export const createMock = (body: CreateBody) => sendJson<Session>("POST", root, body);
export const removeMock = (id: string) => sendJson<InterviewHome>("POST", `${sessionPath(id)}/remove`, {});

export const sendBeat = (id: string, body: BeatBody, init: RequestInit = {}) =>
  sendJson<BeatAnswer>("POST", `${sessionPath(id)}/beat`, body, init);

/** What is done to a mock once, however often it is sent. */
export type Step = "begin" | "say" | "do" | "leave" | "finish";

export const sendStep = (id: string, step: Step, body: unknown) =>
  sendJson<Session>("POST", `${sessionPath(id)}/${step}`, body);

export const transcribePath = (id: string) => `${sessionPath(id)}/transcribe`;
const recordingsPath = (id: string) => `${sessionPath(id)}/recordings`;
export const recordingPath = (id: string, event: string) => `${recordingsPath(id)}/${encodeURIComponent(event)}`;

export const recordingsQuery = (id: string) =>
  queryOptions({
    queryKey: ["interview", "recordings", id],
    queryFn: ({ signal }) => getJson<KeptRecordings>(recordingsPath(id), signal),
  });

/** Keeps a recording on this machine, under an id of its own. */
export async function keepRecording(id: string, audio: Blob): Promise<void> {
  const path = `${recordingPath(id, crypto.randomUUID())}?keep=true`;
  await send(path, { method: "PUT", headers: { "content-type": audio.type }, body: audio });
}

/** Deletes one recording, or all of a mock. */
export const removeRecordings = (id: string, event?: string) =>
  sendJson<KeptRecordings>("POST", `${event === undefined ? recordingsPath(id) : recordingPath(id, event)}/remove`, {});
