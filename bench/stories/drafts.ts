import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { StoryPart } from "../../src/features/stories/schema.ts";

const Quality = z.enum(["strong", "sound", "thin", "rambling", "invented"]);

const DraftFile = z.strictObject({
  writer: z.string().describe("who wrote it: what is learned is measured on writers that were left out"),
  quality: Quality,
  sentences: z.array(z.strictObject({ part: StoryPart, text: z.string().min(1) })).min(1),
});
export type Draft = z.infer<typeof DraftFile> & { name: string };

/** Drafts of a folder of YAML files, in the order of their names. */
export function readDrafts(folder: string): Draft[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => {
      const read = parse(readFileSync(join(folder, name), "utf8"));
      const many = (Array.isArray(read) ? read : [read]) as unknown[];
      return many.map((each, at) => {
        const parsed = DraftFile.safeParse(each);
        if (!parsed.success) throw new Error(`${name}, ${at + 1}: ${z.prettifyError(parsed.error)}`);
        return { ...parsed.data, name: many.length > 1 ? `${name}#${at + 1}` : name };
      });
    });
}

const AsidesFile = z.strictObject({
  opening: z.array(z.string()),
  closing: z.array(z.string()),
  middle: z.array(z.string()),
});

export function readAsides(path: string): z.infer<typeof AsidesFile> {
  return AsidesFile.parse(parse(readFileSync(path, "utf8")));
}

/** A draft as it is handed in: one text, and where its sentences lie. */
export function textOf({ sentences }: Pick<Draft, "sentences">) {
  let at = 0;
  const spans = sentences.map(({ text, part }) => {
    const start = at;
    at += text.length + 1;
    return { start, end: start + text.length, text, part };
  });
  return { text: sentences.map(({ text }) => text).join(" "), spans };
}
