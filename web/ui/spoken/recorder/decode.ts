import type { Sound } from "../../../../src/lib/wav.ts";

/** What every engine of speech reads, and no more than speech needs. */
const SAMPLE_RATE = 16_000;

/** The sound of a recording in one channel; undefined where the browser cannot read what it wrote. */
export async function soundOf(audio: Blob): Promise<Sound | undefined> {
  try {
    const decoded = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(await audio.arrayBuffer());
    const samples = new Float32Array(decoded.length);
    for (let channel = 0; channel < decoded.numberOfChannels; channel++)
      decoded.getChannelData(channel).forEach((sample, at) => {
        samples[at] = (samples[at] ?? 0) + sample / decoded.numberOfChannels;
      });
    return { samples, sampleRate: SAMPLE_RATE };
  } catch {
    return undefined;
  }
}
