import { MOST_ASKED } from "../../../../src/features/companies/schema.ts";
import { Button } from "../../../ui/button.tsx";
import type { AskingGuide, Question } from "../types.ts";

type Props = {
  questions: readonly Question[];
  guide: AskingGuide;
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
};

/** What fits, by what it finds out; each opens to what to listen for. */
export function QuestionList({ questions, guide, chosen, onChoose }: Props) {
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <div className="min-w-0 print:hidden">
      {questions.length === 0 && (
        <p className="text-ink-2">Nobody in that seat knows much in that round. Take another round or interviewer.</p>
      )}
      {guide.themes.map(({ id: theme, name }) => {
        const own = questions.filter((each) => each.theme === theme);
        if (own.length === 0) return null;
        return (
          <section key={theme} aria-labelledby={`theme-${theme}`} className="mb-6">
            <h2 id={`theme-${theme}`} className="mb-2 text-lg">
              {name}
            </h2>
            <ul className="sheet divide-y divide-line">
              {own.map((question) => (
                <li key={question.id} className="px-4 py-3">
                  <div className="flex items-start gap-3">
                    <p className="min-w-0 flex-1">{question.text}</p>
                    <Button
                      aria-label={`${chosen.includes(question.id) ? "Leave out" : "Ask"}: ${question.text}`}
                      disabled={!chosen.includes(question.id) && chosen.length >= MOST_ASKED}
                      onClick={() => toggle(question.id)}
                    >
                      {chosen.includes(question.id) ? "Leave out" : "Ask this"}
                    </Button>
                  </div>
                  <Listening question={question} guide={guide} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Listening({ question, guide }: { question: Question; guide: AskingGuide }) {
  const whom = question.interviewers.map((id) => guide.interviewers.find((each) => each.id === id)?.name ?? id);
  const lines = [
    ["Why", question.why],
    ["A good answer", question.good],
    ["A warning sign", question.warning],
    ["Then ask", question.follow_up],
    ["Whom", whom.join(", ")],
    ["Not when", question.not_when],
  ];
  return (
    <details className="mt-1 text-[14px]">
      <summary className="w-fit text-[13px] text-ink-3">What to listen for</summary>
      <dl className="mt-1 grid gap-1">
        {lines.map(([name, said]) => (
          <div key={name} className="grid gap-x-3 sm:grid-cols-[110px_minmax(0,1fr)]">
            <dt className="text-ink-3">{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
