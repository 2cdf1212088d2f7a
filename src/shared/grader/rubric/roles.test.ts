import { expect, test } from "vitest";
import type { Question } from "../../content/question.ts";
import { companyOf, exchangesRoles } from "./roles.ts";

const sample = { band: [0, 1] as [number, number], text: "" };
const question: Question = {
  id: "00000000-0000-4000-8000-000000000000",
  title: "Fraud queue",
  kind: "explain",
  skills: ["a.b"],
  difficulty: 1,
  roles: ["mle"],
  prompt: "The review team is small. Which metric decides the threshold?",
  rubric: [
    {
      id: "both",
      points: 1,
      met_when: "says that precision protects the reviewers and recall counts the fraud that is caught",
      not_enough: "",
      say: [
        "Reviewers need precision: right alarms over all alarms.",
        "Caught fraud over all fraud is recall, and missed fraud costs money.",
        "Precision for the reviewers, recall for the fraud that is caught.",
      ],
    },
  ],
  misconceptions: [],
  probes: [],
  clarify: [],
  answers: { strong: sample, partial: sample, wrong: sample },
  reference: "Precision says how many alarms are right; recall says how much of the fraud is caught.",
  sources: [],
};
const company = companyOf(question);

test("words in each other's place are told by the company they keep", () => {
  const right = "The reviewers want precision, right alarms. Recall is about fraud that is caught.";
  const exchanged = "The reviewers want recall, right alarms. Precision is about fraud that is caught.";
  expect(exchangesRoles(right, company)).toBe(false);
  expect(exchangesRoles(exchanged, company)).toBe(true);
});

test("other talk, and none, exchanges nothing", () => {
  for (const answer of ["", "I would ask the team.", "Recall and precision both matter."])
    expect(exchangesRoles(answer, company)).toBe(false);
});

test("both named in one sentence, in the passive or against each other, and one odd phrase, exchange nothing", () => {
  for (const answer of [
    "The reviewers are helped by precision, not by recall, because right alarms are what precision counts.",
    "Recall, as opposed to precision, is the caught fraud over all fraud, and by precision the reviewers are protected.",
    "Precision matters to the reviewers. All fraud of which precision says nothing, all fraud missed, is told by recall.",
    "Fraud and precision, caught fraud and precision: fraud is what recall is about.",
  ])
    expect(exchangesRoles(answer, company), answer).toBe(false);
});
