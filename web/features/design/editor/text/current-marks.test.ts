import { expect, test } from "vitest";
import { mentionsOf, wordAt } from "./current-marks.ts";

test("an id is found as a whole word, also before an arrow without a space, not in comments", () => {
  expect(mentionsOf("app->app2 # app\napp-x -> app", "app")).toEqual([0, 25]);
  expect(mentionsOf("heavy-ranker->app", "heavy-ranker")).toEqual([0]);
});

test("the word at the cursor is the one that it is in or beside", () => {
  expect(wordAt("gateway->cache", 3)).toBe("gateway");
  expect(wordAt("gateway->cache", 9)).toBe("cache");
  expect(wordAt("gateway  cache", 8)).toBe("");
});
