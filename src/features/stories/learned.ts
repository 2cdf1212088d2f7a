import { readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "../../lib/once.ts";
import { versionOf } from "../../lib/version-of.ts";
import { bytesOf } from "../../shared/models/encoder/low-rank-update.ts";
import type { BreakModel } from "./model/breaks.ts";
import type { StandingParameters } from "./model/standing.ts";
import type { StarModel } from "./model/star/label.ts";
import type { StoryPart } from "./schema.ts";

/** Eight-bit weights in base64, (rows, columns), with a scale for each row. */
type EightBit = { scale: number[]; values: string };
/** What `npm run train:stories` writes for one engine. */
type StarParameters = {
  parts: StoryPart[];
  bias: number[];
  names: string[];
  /** (parts, names) */
  signs: EightBit;
  /** (parts, encoder width) */
  meaning: EightBit | null;
  start: number[];
  end: number[];
  step: number[][];
};

export const learnedStar = once(() => {
  const { embedded, lexical } = parameters<{ embedded: StarParameters; lexical: StarParameters }>("star");
  return { embedded: readStar(embedded), lexical: readStar(lexical) };
});

export const learnedBreaks = once((): BreakModel => {
  const { bias, weights } = parameters<{ bias: number; weights: Record<string, number> }>("breaks");
  return { bias, weights: new Map(Object.entries(weights)) };
});

export const learnedStanding = once(() => parameters<StandingParameters>("standing"));

/** Which training reads stories. */
export const storyVersion = once(() => versionOf("story", ["star", "breaks", "standing"].map(pathOf)));

function readStar({ parts, bias, names, signs, meaning, start, end, step }: StarParameters): StarModel {
  const rows = rowsOf(signs);
  return {
    parts,
    bias,
    features: new Map(names.map((name, at) => [name, rows.map((row) => row[at] ?? 0)])),
    vectors: meaning ? rowsOf(meaning) : [],
    chain: { start, end, transition: step },
  };
}

function rowsOf({ scale, values }: EightBit): Float32Array[] {
  const bytes = new Int8Array(bytesOf(values).buffer);
  const width = bytes.length / scale.length;
  return scale.map((step, row) =>
    Float32Array.from(bytes.subarray(row * width, (row + 1) * width), (byte) => byte * step),
  );
}

function parameters<T>(name: string): T {
  return JSON.parse(readFileSync(pathOf(name), "utf8"));
}

function pathOf(name: string): string {
  return join(import.meta.dirname, "parameters", `${name}.json`);
}
