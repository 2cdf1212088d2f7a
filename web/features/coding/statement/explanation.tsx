import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "../../../ui/button.tsx";
import { CodeBox } from "../../../ui/code-box.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { Markdown } from "../../../ui/markdown/markdown.tsx";
import { PythonCode } from "../../../ui/markdown/python-code.tsx";
import { problemQuery, problemsQuery, revealSolution } from "../queries.ts";
import type { ProblemDetail } from "../types.ts";

type Props = { problem: ProblemDetail; onCompare: (reference: string) => void };

export function Explanation({ problem, onCompare }: Props) {
  const { explanation, reference, slug } = problem;
  if (explanation === null) return <LockedExplanation slug={slug} />;
  return (
    <>
      <Markdown text={explanation} />
      {reference !== null && (
        <section className="mt-6 border-t border-line pt-4">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h2 className="text-base">The reference</h2>
            <Button onClick={() => onCompare(reference)}>Compare with your code</Button>
          </div>
          <CodeBox>
            <PythonCode code={reference.trimEnd()} />
          </CodeBox>
        </section>
      )}
    </>
  );
}

function LockedExplanation({ slug }: { slug: string }) {
  const queries = useQueryClient();
  const reveal = useMutation({
    mutationFn: () => revealSolution(slug),
    onSuccess: async (revealed) => {
      queries.setQueryData(problemQuery(slug).queryKey, (old) => old && { ...old, ...revealed });
      await queries.invalidateQueries({ queryKey: problemsQuery.queryKey });
    },
  });
  return (
    <>
      <h2 className="mb-1 text-base">Opens when you have solved it</h2>
      <p className="mb-4 max-w-[68ch] text-ink-2">
        The idea, the derivation, the costs and what interviewers ask next, with the reference to compare yours with.
        Reading it before you have struggled feels like learning, and is mostly not.
      </p>
      <InlineConfirm
        ask="Show me now"
        consequence="Shows the explanation and the reference. It is recorded as help: a later solution of this problem counts as guided."
        confirm="Show the solution"
        decline="Keep trying"
        onConfirm={() => reveal.mutate()}
        pending={reveal.isPending}
      />
      {reveal.isError && (
        <div className="mt-3">
          <FailureNote error={reveal.error} />
        </div>
      )}
    </>
  );
}
