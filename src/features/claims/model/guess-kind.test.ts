import { expect, test } from "vitest";
import { guessKind } from "./guess-kind.ts";

test.each([
  ["cv.md", "", "cv"],
  ["/home/a/Resume_2026.txt", "", "cv"],
  ["anna-example.pdf", "", "cv"],
  ["mock-transcript.txt", "", "transcript"],
  ["fraud/README.md", "", "portfolio"],
  ["my-story.md", "", "story"],
  ["notes.txt", "Experience\nBank\n\nEducation\nUniversity", "cv"],
  ["call.txt", "Interviewer: Hello.\nMe: Hello.\nInterviewer: Tell me.", "transcript"],
  ["index.md", "# Fraud\n\n## Usage\n\nRun it.", "portfolio"],
  ["text.txt", "I had two weeks for it.", "story"],
  ["recovery.md", "I had two weeks for it.", "story"],
])("%s is read as what its name or its words say", (path, text, kind) => {
  expect(guessKind(path, text)).toBe(kind);
});
