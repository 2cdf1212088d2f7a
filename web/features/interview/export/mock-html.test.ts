import { expect, test } from "vitest";
import type { Session, Work } from "../types.ts";
import { mockHtml } from "./mock-html.ts";

const HOSTILE = `<script>alert("1")</script><img src=x onerror='x'>`;

const session = {
  id: "a",
  title: HOSTILE,
  createdAt: "2026-11-26T10:00:00.000Z",
  rounds: [{ title: HOSTILE }, { title: "Never held" }],
  turns: [
    { seq: 2, round: 0, atMs: 0, who: "interviewer", act: "ask", text: "What is bagging?", did: null },
    { seq: 3, round: 0, atMs: 65_000, who: "candidate", act: null, text: HOSTILE, did: null },
    { seq: 5, round: 0, atMs: 70_000, who: "candidate", act: null, text: "", did: { type: "run-code" } },
  ],
  scorecard: {
    recommendation: "no-hire",
    said: HOSTILE,
    score: 0.5,
    low: 0.4,
    high: 0.6,
    debrief: [HOSTILE],
    practise: [{ skill: "x", title: HOSTILE, why: HOSTILE, to: "/recall" }],
    rounds: [
      {
        title: HOSTILE,
        level: null,
        score: null,
        dimensions: [
          {
            title: HOSTILE,
            level: "no",
            confidence: "low",
            from: [HOSTILE],
            stronger: HOSTILE,
            evidence: [{ seq: 3, quote: HOSTILE, says: HOSTILE, good: false }],
          },
        ],
        others: [],
        topics: [{ title: HOSTILE, score: 0.2, missed: [HOSTILE], reference: HOSTILE }],
      },
    ],
  },
} as unknown as Session;

const work: Work = {
  texts: ["", HOSTILE],
  rounds: [
    {
      round: 0,
      language: "python",
      moments: [
        { seq: 1, atMs: 0, text: 0, verdict: null },
        { seq: 5, atMs: 70_000, text: 1, verdict: { tone: "fail", said: `0 of 2 ${HOSTILE}` } },
      ],
    },
  ],
};

test("nothing that was said becomes markup", () => {
  const html = mockHtml(session, work);
  expect(html).not.toContain("<script");
  expect(html).not.toContain("<img");
  expect(html.split("&lt;script&gt;alert(&quot;1&quot;)").length).toBeGreaterThan(14);
});

test("it stands alone: nothing is fetched, and quotes lead to their moment", () => {
  const html = mockHtml(session, work);
  expect(html).toContain(`default-src 'none'`);
  expect(html).not.toMatch(/\b(src|href)="(?!#)/);
  expect(html).toContain(`<a href="#turn-3">`);
  expect(html).toContain(`<li id="turn-3" class="candidate"><span class="quiet">1:05 You</span>`);
});

test("rounds that were not held are not in the replay, and what was not measured is said", () => {
  const html = mockHtml(session, work);
  expect(html).not.toContain("Never held");
  expect(html).toContain("not measured");
  expect(html).toContain("did something: run code");
});

test("what was run stands folded under its turn, with its verdict", () => {
  const [, after] = mockHtml(session, work).split(`<li id="turn-5"`);
  expect(after).toMatch(/✕ 0 of 2 .*<details><summary>The code as it was then<\/summary><pre>&lt;script/);
  expect(mockHtml(session, { texts: [], rounds: [] })).not.toContain("as it was then");
});
