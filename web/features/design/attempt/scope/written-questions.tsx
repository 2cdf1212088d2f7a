import { useId } from "react";
import type { CaseDetail } from "../../types.ts";
import { GradedView } from "../graded/graded-view.tsx";
import type { Sitting } from "../use-sitting.ts";
import { TextBox } from "../workspace/text-box.tsx";

type Question = CaseDetail["written"][number];

/** Questions one under another, each with its box; where a text is graded, with what it came to. */
export function WrittenQuestions({ sitting, questions }: { sitting: Sitting; questions: readonly Question[] }) {
  return (
    <ul aria-label="Questions" className="grid gap-6">
      {questions.map((question, at) => (
        <li key={question.id}>
          <Written sitting={sitting} question={question} first={at === 0 ? "first" : "later"} />
        </li>
      ))}
    </ul>
  );
}

type WrittenProps = { sitting: Sitting; question: Question; first: "first" | "later" };

function Written({ sitting, question: { id, ask }, first }: WrittenProps) {
  const { draft, change, attempt, finished } = sitting;
  const label = useId();
  const graded = attempt.answers.find((answer) => answer.id === id);
  return (
    <>
      <p id={label} className="mb-2 text-[16px]">
        {ask.trim()}
      </p>
      {graded ? (
        <GradedView graded={graded} />
      ) : (
        <TextBox
          labelledBy={label}
          value={draft.written[id] ?? ""}
          onChange={(text) => change({ written: { ...draft.written, [id]: text } })}
          readOnly={finished}
          data-first={first === "first" ? "" : undefined}
        />
      )}
    </>
  );
}
