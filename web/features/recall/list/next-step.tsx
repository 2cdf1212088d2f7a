import { counted } from "../../../../src/lib/text.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { NextCard } from "../../../ui/next-card.tsx";
import type { QuestionList } from "../types.ts";
import { inDays } from "../wording.ts";
import type { Begin } from "./use-begin.ts";

const MINUTES_EACH = 2.5; // to answer, and to read what came of it

/** What to do next and why, with the one primary button of the page. */
export function NextStep({ list, begin }: { list: QuestionList; begin: Begin }) {
  const { title, reason } = wordsFor(list);
  return (
    <NextCard
      title={title}
      action={
        <>
          <Button look="primary" className="min-h-10 px-4" onClick={begin.start} disabled={begin.pending}>
            Begin <Kbd keys="g" bare />
          </Button>
          {begin.error && <FailureNote error={begin.error} onRetry={begin.start} />}
        </>
      }
    >
      <p className="num text-ink-2">{begin.nothing ? "Everything is answered and nothing is due." : reason}</p>
    </NextCard>
  );
}

function wordsFor({ due, questions }: QuestionList): { title: string; reason: string } {
  if (due > 0) {
    const minutes = Math.max(1, Math.round(due * MINUTES_EACH));
    const faded = questions.filter(({ retained }) => retained !== null && retained < 0.9).length;
    return {
      title: `Answer ${counted(due, "question")} again, about ${counted(minutes, "minute")}`,
      reason:
        faded > 0
          ? `${counted(faded, "answer")} below a 90 % chance of recall. The most forgotten comes first.`
          : "They are due: now is when another answer helps most.",
    };
  }
  const fresh = questions.filter(({ answers }) => answers === 0).length;
  const next = questions.flatMap((each) => each.due ?? []).sort()[0];
  return {
    title: fresh > 0 ? "Answer something new" : "Nothing is due",
    reason:
      fresh > 0
        ? `${counted(fresh, "question")} not answered yet, one area after the other. Answer aloud or typed, in one to two minutes.`
        : `The next one returns ${next ? inDays(next) : "later"}.`,
  };
}
