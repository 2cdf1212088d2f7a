import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { NotOpened } from "../../../ui/not-opened.tsx";
import { questionQuery } from "../queries.ts";
import { Result } from "../result/result.tsx";
import type { GradedAnswer, QuestionDetail } from "../types.ts";
import { AnswerForm } from "./answer-form.tsx";
import { QuestionHead } from "./question-head.tsx";

export function AskPage() {
  const { slug } = useParams({ from: "/recall/$slug" });
  const { data, error, refetch } = useQuery(questionQuery(slug));
  useEffect(() => {
    document.title = `${data?.title ?? "Recall"} · Holdout`;
  }, [data?.title]);
  return (
    <main id="main" tabIndex={-1} className="w-full max-w-[1120px] px-4 pt-6 pb-12 outline-none md:px-8">
      {data ? (
        <Asked key={`${slug}.${data.seed}`} question={data} onAgain={() => void refetch()} />
      ) : error ? (
        <NotOpened error={error} noun="question" onRetry={() => void refetch()}>
          <Link to="/recall" className="mt-4 inline-block text-accent underline underline-offset-2">
            All questions
          </Link>
        </NotOpened>
      ) : (
        <div aria-busy="true" className="late">
          <div className="skeleton mb-4 h-7 w-1/2" />
          <div className="skeleton h-24 w-full" />
        </div>
      )}
    </main>
  );
}

/** One asking: first the question alone, then what the answer came to. */
function Asked({ question, onAgain }: { question: QuestionDetail; onAgain: () => void }) {
  const [graded, setGraded] = useState<GradedAnswer>();
  return (
    <>
      <QuestionHead question={question} answered={graded !== undefined} />
      {graded ? (
        <Result question={question} graded={graded} onChange={setGraded} onAgain={onAgain} />
      ) : (
        <AnswerForm question={question} onGraded={setGraded} />
      )}
    </>
  );
}
