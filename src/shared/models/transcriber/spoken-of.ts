import { type Speaking, speakingIn, speakingOf } from "../../../lib/speaking.ts";
import { readWav } from "../../../lib/wav.ts";
import { extensionOf } from "./audio-type.ts";
import type { Heard, Recording, TimedText } from "./transcriber.ts";

/**
 * How a recording was spoken, by the best that is known of it: its sound where that can be read, for engines stretch words into
 * the pauses after them (whisper.cpp lets most touch); else the times of its words; else those of its phrases, which hide the
 * pauses inside. Undefined where none of them is there.
 */
export function spokenOf({ bytes, type }: Recording, { words, phrases }: Heard): Speaking | undefined {
  const sound = extensionOf(type) === "wav" ? readWav(bytes) : undefined;
  return (sound && speakingIn(sound)) ?? speakingOf((words.length > 0 ? words : phrases).map(stretch));
}

function stretch({ fromMs, toMs }: TimedText) {
  return { fromSeconds: fromMs / 1000, toSeconds: toMs / 1000 };
}
