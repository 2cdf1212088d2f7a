import { expect, test } from "vitest";
import type { ExplainDrill } from "../../../shared/content/explain-drill.ts";
import { viewOf } from "../../../shared/grader/text-view.ts";
import { findAnalogy } from "./analogy.ts";
import { sentencesIn } from "./sentences.ts";

type Picture = ExplainDrill["analogies"][number];
const picture = (cues: string[], misleads: boolean): Picture => ({
  picture: cues.join(" and "),
  holds: "It trades one error for the other.",
  breaks: "It has no score.",
  cues,
  misleads,
});
const PICTURES = [picture(["net", "fish", "weed"], false), picture(["archer", "arrow", "bullseye"], true)];
const SUBJECT = viewOf("precision recall fraud orders customers catch stop honest hundred model score check").content;
const find = (text: string) => findAnalogy(sentencesIn(text), PICTURES, SUBJECT);

test.each([
  "It's like a fishing net: with finer meshes you miss fewer.",
  "Think of our check as a bouncer at a club.",
  "Imagine you run a supermarket and a guard stands at the door, checking bags.",
  "It works like a bouncer who checks faces.",
  "It's a bit like looking for mushrooms: the pickier you are, the fewer poisonous ones you bring home.",
  "The finer the mesh of the net, the more weed you catch along with the fish.",
  "It's as if you asked each guest twice.",
  "It treats the customer the way a shy waiter treats a guest.",
])("a picture is found: %s", (text) => {
  expect(find(text).span?.text).toBe(text);
});

test.each([
  "Imagine we have a hundred orders and two of them are fraud.",
  "I would like a decision from you by Monday.",
  "Things like age and address matter.",
  "We block something harmless, like a gift card.",
  "It feels like we are losing money.",
  "Two of a hundred are fraud, just like yours.",
  "Users like a quick answer, and customers don't like being blocked.",
  "It's like this, we stop seven of ten.",
])("an example, a wish or a filler is no picture: %s", (text) => {
  expect(find(text).span).toBeNull();
});

test("a picture of the drill is known by its words, wherever the likeness is drawn", () => {
  expect(find("It's like a net. A finer one catches more fish.").known?.cues).toContain("fish");
  expect(find("It's like a bouncer.").known).toBeNull();
});

test("a picture that misleads does so unless its limit is said", () => {
  const said = "Think of an archer whose arrows land around the bullseye.";
  expect(find(said).misleading).toBe(true);
  const limited = find(`${said} But the picture breaks down here, since nothing is flagged.`);
  expect(limited).toMatchObject({ misleading: false, limit: { text: expect.stringContaining("breaks down") } });
});
