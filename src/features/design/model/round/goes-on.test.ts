import { expect, test } from "vitest";
import { goesOn } from "./goes-on.ts";

test.each([
  "No more questions.",
  "Thank you, I have no further questions for now.",
  "That is all, thanks.",
  "That's all from me.",
  "Okay, thanks, that is enough.",
  "That is it. Let's draw.",
  "I am done.",
  "I'm done with the drawing.",
  "I am ready to start.",
  "Let's move on.",
  "Shall we go on to the estimates?",
  "Let us start drawing.",
  "My design is done.",
])("“%s” wishes to go on", (words) => expect(goesOn(words)).toBe(true));

test.each([
  "I am done with the cache, now the ranker.",
  "Let's start with the gateway.",
  "Let us continue with what happens when the scorer is away.",
  "That is all the cache does.",
  "Two replicas, that is enough.",
  "One shard holds all of it and a second one stands by; that is enough.",
  "A nightly batch, that's it.",
  "I would like to begin with the load: how many requests are there?",
  "This is enough memory for the index.",
  "Is the drawing done in one go?",
])("“%s” stays where it is", (words) => expect(goesOn(words)).toBe(false));
