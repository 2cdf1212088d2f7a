import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdout } from "../support/cli.ts";
import { monthlyGrant, plainOffer } from "../support/offers.ts";
import { temporaryFolder } from "../support/tiny-bank.ts";

test("finds questions by interviewer and round, and says which there are", () => {
  const asked = ["companies", "questions", "--interviewer", "recruiter", "--round", "offer"];
  const found = JSON.parse(holdout([...asked, "--json"], {}).out) as { interviewers: string[]; rounds: string[] }[];
  expect(found.length).toBeGreaterThan(5);
  expect(
    found.every(({ interviewers, rounds }) => interviewers.includes("recruiter") && rounds.includes("offer")),
  ).toBe(true);
  const wrong = holdout(["companies", "questions", "--interviewer", "recruter"], {});
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('did you mean "recruiter"');
});

test("compares the offers of a file, and says what does not fit in one", () => {
  using folder = temporaryFolder();
  const path = join(folder.path, "offers.json");
  const offers = [
    { ...plainOffer("Acme"), grants: [monthlyGrant(10_000)] },
    { ...plainOffer("Zenith"), base: 110_000 },
  ];
  writeFileSync(path, JSON.stringify({ offers }));
  const ran = holdout(["companies", "offers", path, "--json"], {});
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject([
    { name: "Acme", equals: [{ name: "Zenith", at: { kind: "at" } }] },
    { name: "Zenith", total: { likely: 440_000 }, equals: [] },
  ]);
  expect(holdout(["companies", "offers", path], {}).out).toContain("equals Zenith where a share is worth 40.00");
  writeFileSync(path, JSON.stringify({ offers: [{ ...plainOffer("Acme"), base: -1 }] }));
  const wrong = holdout(["companies", "offers", path], {});
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain("offers.0.base");
  expect(holdout(["companies", "offers", "nowhere.json"], {}).code).toBe(2);
});
