import type { Sound } from "./wav.ts";

/** How something was said: seconds from the first word to the last, and the pauses between, in seconds. */
export type Speaking = { seconds: number; pauses: number[] };
/** A stretch in which something was said. */
export type Stretch = { fromSeconds: number; toSeconds: number };

/** A shorter silence belongs to speaking: stops inside words last up to a fifth of a second. */
const SHORTEST_PAUSE_SECONDS = 0.3;
const FRAME_SECONDS = 0.02;
/** A shorter sound is a click. */
const SHORTEST_SOUND_FRAMES = 3;
const FLOOR_DB = -70;
/** Nothing this quiet is speech into a microphone. */
const QUIETEST_SPEECH_DB = -50;
/** Where between silence and speech the border lies. */
const BORDER = 0.4;

/** Pauses between stretches that follow one another; undefined where nothing was said. */
export function speakingOf(stretches: readonly Stretch[]): Speaking | undefined {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return undefined;
  const gaps = stretches.slice(1).map(({ fromSeconds }, at) => fromSeconds - (stretches[at]?.toSeconds ?? fromSeconds));
  return {
    seconds: rounded(Math.max(0, last.toSeconds - first.fromSeconds)),
    pauses: gaps.filter((gap) => gap >= SHORTEST_PAUSE_SECONDS).map(rounded),
  };
}

/** Speaking and pauses by loudness alone, against the quietest and the loudest of the recording itself. */
export function speakingIn(sound: Sound): Speaking | undefined {
  const levels = levelsOf(sound);
  const sorted = levels.toSorted((a, b) => a - b);
  const quiet = sorted[Math.floor(0.1 * sorted.length)] ?? FLOOR_DB;
  const loud = sorted[Math.floor(0.95 * sorted.length)] ?? FLOOR_DB;
  if (loud < QUIETEST_SPEECH_DB) return undefined;
  const border = Math.max(QUIETEST_SPEECH_DB, quiet + BORDER * (loud - quiet));
  return speakingOf(stretchesAbove(border, levels));
}

/** Loudness of each fiftieth of a second, in dB below the loudest that can be recorded. */
function levelsOf({ samples, sampleRate }: Sound): number[] {
  const size = Math.max(1, Math.round(sampleRate * FRAME_SECONDS));
  return Array.from({ length: Math.floor(samples.length / size) }, (_, frame) => {
    let sum = 0;
    for (let at = frame * size; at < (frame + 1) * size; at++) sum += (samples[at] ?? 0) ** 2;
    return Math.max(FLOOR_DB, 10 * Math.log10(sum / size + 1e-12));
  });
}

function stretchesAbove(border: number, levels: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  let begun: number | undefined;
  for (let frame = 0; frame <= levels.length; frame++) {
    const sounds = (levels[frame] ?? Number.NEGATIVE_INFINITY) > border;
    if (sounds) begun ??= frame;
    else if (begun !== undefined) {
      if (frame - begun >= SHORTEST_SOUND_FRAMES)
        stretches.push({ fromSeconds: begun * FRAME_SECONDS, toSeconds: frame * FRAME_SECONDS });
      begun = undefined;
    }
  }
  return stretches;
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
