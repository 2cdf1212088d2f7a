import { z } from "zod";
import { AssistedScript } from "./assisted-script.ts";
import { BehavioralPrompt } from "./behavioral-prompt.ts";
import { CodingItem, EquivalentMutants } from "./coding-item.ts";
import { Competencies } from "./competency.ts";
import { DesignItem, DesignRubric, Estimates, Facts } from "./design/case.ts";
import { World } from "./design/world.ts";
import { ExplainDrill } from "./explain-drill.ts";
import { Question } from "./question.ts";
import { QuestionsToAsk } from "./question-to-ask.ts";
import { Roles } from "./role.ts";
import { RoundScript } from "./round-script.ts";
import { Skills } from "./skill.ts";
import { ThinkAloud } from "./think-aloud.ts";
import { Tools } from "./tool.ts";

const schemas = {
  "coding-item": CodingItem,
  equivalent: EquivalentMutants,
  question: Question,
  explain: ExplainDrill,
  "behavioral-prompt": BehavioralPrompt,
  competencies: Competencies,
  "round-script": RoundScript,
  "think-aloud": ThinkAloud,
  assisted: AssistedScript,
  "design-item": DesignItem,
  "design-facts": Facts,
  "design-world": World,
  "design-estimates": Estimates,
  "design-rubric": DesignRubric,
  skills: Skills,
  roles: Roles,
  tools: Tools,
  "questions-to-ask": QuestionsToAsk,
};

/** JSON Schemas of the bank's YAML files, for editors: file name to text, as kept in content/schemas. */
export function contentJsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), null, 2)}\n`,
    ]),
  );
}
