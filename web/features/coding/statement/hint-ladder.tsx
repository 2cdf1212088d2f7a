import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { Markdown } from "../../../ui/markdown/markdown.tsx";
import { problemQuery, takeHint } from "../queries.ts";
import type { ProblemDetail } from "../types.ts";

/** One hint at a time, each at its price, said before it is paid. */
export function HintLadder({ slug, hints }: Pick<ProblemDetail, "slug" | "hints">) {
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () => takeHint(slug),
    onSuccess: ({ index, text }) =>
      queries.setQueryData(problemQuery(slug).queryKey, (old) =>
        old ? { ...old, hints: { ...old.hints, taken: [...old.hints.taken, { index, text }] } } : old,
      ),
  });
  if (hints.total === 0) return null;
  const next = hints.taken.length + 1;
  const cost = `${Math.round(hints.costEach * 100)} %`;
  return (
    <section aria-label="Hints" className="mt-6 grid gap-3 border-t border-line pt-4">
      {hints.taken.map(({ index, text }) => (
        <div key={index} className="settle">
          <h3 className="caption mb-0.5">
            Hint {index} of {hints.total}
          </h3>
          <Markdown text={text} />
        </div>
      ))}
      {next <= hints.total ? (
        <div>
          <InlineConfirm
            key={next}
            ask={
              <>
                Hint {next} of {hints.total} <span className="font-normal text-ink-2">— costs {cost}</span>
              </>
            }
            consequence={`Opens hint ${next}. It costs ${cost} of this problem's score and is recorded as help.`}
            confirm={`Open hint ${next}`}
            decline="Keep thinking"
            onConfirm={() => take.mutate()}
            pending={take.isPending}
          />
        </div>
      ) : (
        <p className="caption">That was the last hint.</p>
      )}
      {take.isError && <FailureNote error={take.error} />}
    </section>
  );
}
