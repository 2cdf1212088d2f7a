import { failed, ok, type Result } from "../../../lib/result.ts";
import { spokenOf } from "./spoken-of.ts";
import type { Recording, TranscribeFailure, Transcriber } from "./transcriber.ts";

/** A recording in words, how it was spoken, and who heard it; `seconds` is null where nothing tells. */
type Spoken = { text: string; seconds: number | null; pauses: number[]; engine: string };

/** Hears a recording with whoever is there. */
export async function transcribeWith(
  transcriber: Transcriber | undefined,
  recording: Recording,
): Promise<Result<Spoken, "no-transcriber" | TranscribeFailure>> {
  if (!transcriber) return failed("no-transcriber");
  const heard = await transcriber.transcribe(recording);
  if (!heard.ok) return heard;
  const speaking = spokenOf(recording, heard.value);
  const { seconds = null, pauses = [] } = speaking ?? {};
  return ok({ text: heard.value.text, seconds, pauses, engine: transcriber.name });
}
