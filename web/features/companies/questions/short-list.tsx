import { MOST_ASKED } from "../../../../src/features/companies/schema.ts";
import { Button, TextButton } from "../../../ui/button.tsx";
import type { Question } from "../types.ts";

type Props = {
  questions: readonly Question[];
  /** Company, interviewer and round, as far as they are chosen. */
  where: string;
  kept: "with-company" | "page-alone";
  onChoose: (chosen: readonly string[]) => void;
};

/** At most five for one meeting, in the order in which they are asked; alone on paper when printed. */
export function ShortList({ questions, where, kept, onChoose }: Props) {
  const ids = questions.map(({ id }) => id);
  return (
    <section aria-labelledby="short-list" className="order-first min-w-0 lg:sticky lg:top-4 lg:order-none">
      <h2 id="short-list" className="text-lg">
        For this meeting
      </h2>
      <p className="mb-2 text-[14px] text-ink-2">{where || "Any meeting"}</p>
      {questions.length === 0 ? (
        <p className="max-w-[50ch] text-[14px] text-ink-3">
          Take up to {MOST_ASKED}: there is rarely time for more than three. Ask first what only this person can know.
        </p>
      ) : (
        <ol className="grid list-decimal gap-3 pl-5">
          {questions.map(({ id, text, good, warning, follow_up: then }) => (
            <li key={id}>
              <p>{text}</p>
              <ul className="text-[13px] text-ink-3">
                <li>Good: {good}</li>
                <li>Warning: {warning}</li>
                <li>Then: {then}</li>
              </ul>
              <TextButton
                className="text-[13px] print:hidden"
                aria-label={`Leave out: ${text}`}
                onClick={() => onChoose(ids.filter((each) => each !== id))}
              >
                Leave out
              </TextButton>
            </li>
          ))}
        </ol>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3 print:hidden">
        {questions.length > 0 && <Button onClick={() => window.print()}>Print</Button>}
        <span role="status" className="num text-[13px] text-ink-3">
          {questions.length} of {MOST_ASKED}.{" "}
          {kept === "with-company"
            ? "Kept with the company."
            : "Choose a company, an interviewer and a round to keep the list with it."}
        </span>
      </div>
    </section>
  );
}
