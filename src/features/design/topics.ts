import { readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "../../lib/once.ts";
import { bytesOf } from "../../shared/models/encoder/low-rank-update.ts";
import type { TopicParameters, Topics } from "./model/interview/topics.ts";

export const learnedTopics = once((): Topics => {
  return read(JSON.parse(readFileSync(join(import.meta.dirname, "parameters", "topics.json"), "utf8")));
});

function read({ names, bias, scale, weights }: TopicParameters): Topics {
  const bytes = new Int8Array(bytesOf(weights).buffer);
  const width = bytes.length / names.length;
  const row = (topic: number) =>
    Float32Array.from(bytes.subarray(topic * width, (topic + 1) * width), (byte) => byte * (scale[topic] ?? 0));
  return { names, bias, weights: names.map((_, topic) => row(topic)) };
}
