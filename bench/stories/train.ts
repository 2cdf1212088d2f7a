// npm run train:stories: learns from the drafts which part of a story a sentence is, and what a story is called.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import { gapFeatures, spokenWord } from "../../src/features/stories/model/breaks.ts";
import { doubtsOf } from "../../src/features/stories/model/doubts/doubts.ts";
import { MANNER, mannerOf } from "../../src/features/stories/model/manner.ts";
import { QUALITIES } from "../../src/features/stories/model/standing.ts";
import { featuresOf } from "../../src/features/stories/model/star/features.ts";
import { labelledBy } from "../../src/features/stories/model/star/label.ts";
import { viewStory } from "../../src/features/stories/model/story-view.ts";
import { STORY_PARTS } from "../../src/features/stories/schema.ts";
import { seededRandom } from "../../src/lib/random.ts";
import { openGrader } from "../../src/shared/grader/open-grader.ts";
import { runPython } from "../grader/run-python.ts";
import { type Draft, readAsides, readDrafts, textOf } from "./drafts.ts";
import { asSpoken, tellings } from "./told-otherwise.ts";

const config = readConfig();
if (!config.ok) throw new Error(config.reason);
const { root, python, encoderDir } = config.value;

const drafts = readDrafts(join(import.meta.dirname, "drafts"));
const asides = readAsides(join(import.meta.dirname, "asides.yaml"));
const { left_out, ...star } = await fitStar();
write("star", star);
write("breaks", await fitBreaks());
write("standing", await fitStanding(left_out.embedded));

type LeftOut = Record<string, number[][]>;
type Star = { left_out: { embedded: LeftOut; lexical: LeftOut } };

async function fitStar(): Promise<Star> {
  const random = seededRandom(1);
  const told = drafts.flatMap((draft) =>
    tellings(draft.sentences, asides, random).map((telling, at) => ({ ...telling, draft, own: at === 0 })),
  );
  const texts = [...new Set(told.flatMap(({ sentences }) => sentences.map(({ text }) => text)))];
  const placeOf = new Map(texts.map((text, at) => [text, at]));
  const vectors = await vectorsOf(texts);
  const stories = told.map(({ sentences, weight, draft: { writer, name }, own }) => {
    const lines = sentences.map(({ text }) => text);
    const places = lines.map((text) => placeOf.get(text) ?? 0);
    const signs = (lie?: Float32Array[]) => featuresOf(lines, lie).map((each) => [...each]);
    return {
      writer,
      name,
      weight,
      own,
      parts: sentences.map(({ part }) => part),
      vectors: places,
      features: { embedded: signs(places.flatMap((place) => vectors[place] ?? [])), lexical: signs() },
    };
  });
  return runPython<Star>(python, script("fit_star.py"), { vectors: vectors.map((vector) => [...vector]), stories });
}

async function vectorsOf(texts: string[]): Promise<Float32Array[]> {
  const grader = openGrader(encoderDir, { threads: 2 });
  const { vectors } = await grader.similarities(texts, []);
  await grader.close();
  if (!vectors) throw new Error(`there is no encoder in ${encoderDir}`);
  return vectors.texts;
}

/** Words of all drafts as if they had been dictated, and where sentences ended. */
function fitBreaks(): Promise<object> {
  const random = seededRandom(2);
  const gaps = drafts.flatMap(({ sentences, name }) => {
    const told = [...sentences, ...asSpoken(sentences, random)].map(({ text }) =>
      text.split(/\s+/).map(spokenWord).filter(Boolean),
    );
    const words = told.flat();
    const ends = new Set(told.map((_, at) => told.slice(0, at + 1).flat().length));
    return words.slice(1).map((_, at) => ({ gap: gapFeatures(words, at + 1), end: ends.has(at + 1), name }));
  });
  return runPython<object>(python, script("fit_breaks.py"), {
    gaps: gaps.map(({ gap }) => gap),
    ends: gaps.map(({ end }) => end),
    groups: gaps.map(({ name }) => name),
  });
}

/** Parts as they are read in a draft whose writer was left out: a standing must bear their faults. */
function fitStanding(parts: LeftOut): Promise<object> {
  return runPython<object>(python, script("fit_standing.py"), {
    qualities: QUALITIES,
    rows: drafts.map((draft) => mannerIn(draft, parts[draft.name] ?? [])),
    called: drafts.map(({ quality }) => quality),
    writers: drafts.map(({ writer }) => writer),
    names: drafts.map(({ name }) => name),
  });
}

function mannerIn(draft: Draft, likely: readonly number[][]): number[] {
  const { text, spans } = textOf(draft);
  const labels = labelledBy(STORY_PARTS, likely);
  const view = viewStory(
    text,
    spans.flatMap((span, at) => (labels[at] ? [{ ...span, ...labels[at] }] : [])),
    undefined,
  );
  const manner = mannerOf(view, doubtsOf(view));
  return MANNER.map((name) => manner[name]);
}

function script(name: string): string {
  return join("..", "stories", name);
}

function write(name: string, parameters: object): void {
  const path = join(root, "src", "features", "stories", "parameters", `${name}.json`);
  writeFileSync(path, `${JSON.stringify(parameters)}\n`);
}
