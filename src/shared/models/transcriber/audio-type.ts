/** Kinds of recording by the end of their file's name; browsers record the first four. */
const TYPES = {
  wav: "audio/wav",
  webm: "audio/webm",
  ogg: "audio/ogg",
  m4a: "audio/mp4",
  mp3: "audio/mpeg",
  flac: "audio/flac",
} as const;
export type AudioExtension = keyof typeof TYPES;

const ALSO: Record<string, AudioExtension> = {
  "audio/wave": "wav",
  "audio/x-wav": "wav",
  "audio/vnd.wave": "wav",
  "audio/x-m4a": "m4a",
  "audio/mp3": "mp3",
  "audio/x-flac": "flac",
};

/** Undefined for a type that is no recording we know. */
export function extensionOf(type: string): AudioExtension | undefined {
  const bare = type.split(";")[0]?.trim().toLowerCase() ?? "";
  return EXTENSIONS.find((each) => TYPES[each] === bare) ?? ALSO[bare];
}

export function typeOf(extension: AudioExtension): string {
  return TYPES[extension];
}

export const EXTENSIONS = Object.keys(TYPES) as AudioExtension[];
