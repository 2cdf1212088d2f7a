import { expect, test } from "vitest";
import { levelOf, roleOf } from "./title.ts";

test.each([
  ["Senior Machine Learning Engineer, Ads Ranking", "mle", "senior"],
  ["ML Platform Engineer", "mle", null],
  ["Software Engineer, Machine Learning", "mle", null],
  ["MLOps Engineer (m/w/d)", "mle", null],
  ["Staff Computer Vision Engineer", "mle", "staff"],
  ["Applied Scientist II, Search", "applied-scientist", "mid"],
  ["Principal Applied Scientist", "applied-scientist", "principal"],
  ["Research Scientist, Language Models", "research-scientist", null],
  ["Member of Technical Staff", "research-scientist", null],
  ["Junior Data Scientist", "data-scientist", "junior"],
  ["Head of Data Science", "data-scientist", "manager"],
  ["Generative AI Engineer", "ai-engineer", null],
  ["Lead AI Engineer", "ai-engineer", "lead"],
  ["AI Engineer Intern", "ai-engineer", "intern"],
  ["LLM Engineer", "ai-engineer", null],
  ["Account Executive", null, null],
  ["Senior Backend Engineer", null, "senior"],
  ["Data Engineer", null, null],
  ["HTML Email Developer", null, null],
])("%s", (title, role, level) => {
  expect([roleOf(title), levelOf(title)]).toEqual([role, level]);
});
