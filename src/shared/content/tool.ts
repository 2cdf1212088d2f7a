import { z } from "zod";
import { TOOL_TERM_IDS } from "./tool-kinds.ts";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What interviews ask about a tool: how it is chosen, and a question with what a good answer has. */
const InInterviews = z.strictObject({
  choose_when: z.string().min(40).max(300).describe("the situation in which it is the right choice"),
  against: z
    .strictObject({
      tool: z.string().regex(SLUG).describe("the id of the tool that it is weighed against"),
      because: z.string().min(40).max(300).describe("what decides between the two"),
    })
    .describe("the alternative that a good answer weighs it against"),
  question: z.string().min(30).max(300).endsWith("?"),
  answer: z.string().min(80).max(600).describe("what a strong answer says, in our words"),
  skills: z.array(z.string()).min(1).max(3).describe("ids of skills.yaml"),
});

export const Tool = z.strictObject({
  id: z.string().regex(SLUG).max(48).describe("permanent; the name in lower case"),
  name: z.string().min(1).max(60).describe("as its makers write it"),
  also: z.array(z.string()).max(4).exactOptional().describe("other names that people search for, former ones too"),
  use: z.string().min(20).max(160).describe("what it is for, one line of our own, no praise"),
  maker: z.string().min(2).max(60).describe("who develops it: a company, a foundation, a laboratory or 'community'"),
  terms: z.enum(TOOL_TERM_IDS).describe("how one gets it; a project with a paid cloud beside it is open-source"),
  licence: z.string().max(40).exactOptional().describe("SPDX id where it is open source; the licence's name otherwise"),
  languages: z
    .array(z.string())
    .max(6)
    .describe("the languages that one uses it from; empty for services and hardware"),
  home: z.url({ protocol: /^https$/ }).describe("its own page, or its repository"),
  package: z
    .string()
    .max(80)
    .exactOptional()
    .describe("its main package, as pypi:NAME, npm:NAME, cran:NAME or crates:NAME"),
  alternatives: z.array(z.string().regex(SLUG)).min(1).max(5).describe("ids of tools that do the same job"),
  status: z.enum(["active", "maintenance", "archived", "discontinued"]),
  as_of: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe("year and month up to which the facts are known"),
  interview: InInterviews.exactOptional(),
});
export type Tool = z.infer<typeof Tool>;

/** One file: a shelf of the directory. */
export const Tools = z.array(Tool).min(1);
