// npm run train:interviewer: learns from the lines of all cases what a candidate's question is about.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import { caseFolders, readCaseFolder } from "../../src/features/design/index.ts";
import { SMALL_TALK } from "../../src/features/design/model/interview/small-talk.ts";
import { NO_TOPIC, type TopicParameters } from "../../src/features/design/model/interview/topics.ts";
import { openGrader } from "../../src/shared/grader/open-grader.ts";
import { runPython } from "../grader/run-python.ts";
import { TOPICS } from "./topics-of-cases.ts";

const config = readConfig();
if (!config.ok) throw new Error(config.reason);
const { root, python, contentDir, encoderDir } = config.value;

const topicOf = new Map(
  Object.entries(TOPICS).flatMap(([topic, facts]) => facts.map((fact) => [fact, topic] as const)),
);
const ofCases = caseFolders(contentDir).flatMap((folder) => {
  const read = readCaseFolder(folder);
  if (!read.ok) throw new Error(`${folder} has faults`);
  const { slug, facts } = read.value;
  return facts.flatMap(({ id, about, asked }) => {
    const topic = topicOf.get(`${slug}/${id}`);
    return topic === undefined ? [] : [...asked, about].map((text) => ({ text, topic }));
  });
});
const lines = [...ofCases, ...SMALL_TALK.map((text) => ({ text, topic: NO_TOPIC }))];

const grader = openGrader(encoderDir, { threads: 2 });
const { vectors } = await grader.similarities(
  lines.map(({ text }) => text),
  [],
);
await grader.close();
if (!vectors) throw new Error(`there is no encoder in ${encoderDir}`);
const learned = await runPython<TopicParameters>(python, join("..", "interviewer", "fit_topics.py"), {
  vectors: vectors.texts.map((vector) => [...vector]),
  topics: lines.map(({ topic }) => topic),
});
const path = join(root, "src", "features", "design", "parameters", "topics.json");
writeFileSync(path, `${JSON.stringify(learned)}\n`);
console.log(`${lines.length} lines, ${learned.names.length} topics`);
