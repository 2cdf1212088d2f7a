import { Link } from "@tanstack/react-router";
import { Section } from "./section.tsx";
import type { ExpectedQuestion } from "./types.ts";

/** Items of the practice part whose skills weigh most in the posting. */
export function QuestionsSection({ questions }: { questions: readonly ExpectedQuestion[] }) {
  return (
    <Section title="Questions to expect" note="To practise now. What is held out stays unseen until a mock.">
      {questions.length === 0 ? (
        <p className="sheet px-4 py-3">Nothing of the bank asks about these skills yet.</p>
      ) : (
        <ul className="sheet divide-y divide-line">
          {questions.map(({ title, kind, to, skills }) => (
            <li key={to} className="px-4 py-2">
              <Link to={to} className="text-accent underline underline-offset-2 break-words">
                {title}
              </Link>
              <p className="text-[13px] text-ink-3">
                {kind}: {skills.map((each) => each.title).join(", ")}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
