/** Sound of one channel; samples from -1 to 1. */
export type Sound = { samples: Float32Array; sampleRate: number };

const HEADER_BYTES = 44;
const PCM = 1;
const MOST_SAMPLE = 32_767;

/** A WAV file: 16 bits, one channel (RIFF, PCM). */
export function writeWav({ samples, sampleRate }: Sound): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + 2 * samples.length);
  const view = new DataView(bytes.buffer);
  writeName(bytes, 0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  writeName(bytes, 8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * sampleRate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  writeName(bytes, 36, "data");
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, at) => {
    view.setInt16(HEADER_BYTES + 2 * at, Math.round(Math.max(-1, Math.min(1, sample)) * MOST_SAMPLE), true);
  });
  return bytes;
}

/** The sound of a WAV file of 16 bits, its channels mixed to one; undefined for anything else. */
export function readWav(bytes: Uint8Array): Sound | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (nameAt(bytes, 0) !== "RIFF" || nameAt(bytes, 8) !== "WAVE") return undefined;
  let format: { channels: number; sampleRate: number } | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const [name, length, start] = [nameAt(bytes, at), view.getUint32(at + 4, true), at + 8];
    if (name === "fmt ") format = formatAt(view, start);
    // one that was cut short, or written while it was recorded, ends where the file does
    if (name === "data")
      return format && mixed(view, start, { ...format, end: Math.min(start + length, bytes.length) });
    at = start + length + (length % 2);
  }
  return undefined;
}

function formatAt(view: DataView, start: number): { channels: number; sampleRate: number } | undefined {
  if (start + 16 > view.byteLength) return undefined;
  const [coding, channels, bits] = [0, 2, 14].map((at) => view.getUint16(start + at, true));
  const sampleRate = view.getUint32(start + 4, true);
  return coding === PCM && bits === 16 && channels && sampleRate > 0 ? { channels, sampleRate } : undefined;
}

function mixed(
  view: DataView,
  start: number,
  { channels, sampleRate, end }: { channels: number; sampleRate: number; end: number },
): Sound {
  const samples = new Float32Array(Math.max(0, Math.floor((end - start) / (2 * channels))));
  for (let at = 0; at < samples.length; at++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += view.getInt16(start + 2 * (at * channels + channel), true);
    samples[at] = sum / (channels * (MOST_SAMPLE + 1));
  }
  return { samples, sampleRate };
}

function writeName(bytes: Uint8Array, at: number, name: string): void {
  bytes.set(new TextEncoder().encode(name), at);
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
