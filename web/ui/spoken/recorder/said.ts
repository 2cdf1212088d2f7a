import type { SayBody } from "../../../../src/features/interview/schema.ts";
import type { Transcriber } from "../../../api/transcriber.ts";
import type { Dictated } from "./listening.ts";
import type { Recorded } from "./microphone.ts";

/** What somebody said: its words, how it was spoken as `say` takes it, and the recording in case it is to be kept. */
export type Said = { text: string; spoken: SayBody["spoken"]; audio: Blob };
type Heard = { dictated: Dictated | undefined; transcriber: Transcriber | undefined; signal: AbortSignal };

/** The most that `say` takes. */
const MOST_PAUSES = 500;

/** Words of a recording: all that the browser heard, else what the server hears; undefined where nobody heard any. */
export async function saidOf(
  { audio, heard, speaking }: Recorded,
  { dictated, transcriber, signal }: Heard,
): Promise<Said | undefined> {
  const own = dictated?.text.trim() ?? "";
  if (own !== "" && (dictated?.whole || !transcriber)) return { text: own, spoken: spokenOf(speaking), audio };
  if (!transcriber) return undefined;
  const { text, seconds, pauses } = await transcriber.hear(heard, signal);
  return { text, spoken: spokenOf(seconds === null ? speaking : { seconds, pauses }), audio };
}

function spokenOf(speaking: { seconds: number; pauses: readonly number[] } | undefined): Said["spoken"] {
  return speaking ? { seconds: speaking.seconds, pauses: speaking.pauses.slice(0, MOST_PAUSES) } : null;
}
