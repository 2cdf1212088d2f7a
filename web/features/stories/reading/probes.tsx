import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { AnswerBox } from "../../../ui/spoken/answer-box.tsx";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { answerProbe, storyQuery } from "../queries.ts";
import type { StoryDetail, StoryFeedback } from "../types.ts";

const SECONDS = { least: 15, most: 60 };

/** What an interviewer would ask next, with the answers that were attached to the story. */
export function Probes({ story, feedback: { probes } }: { story: StoryDetail; feedback: StoryFeedback }) {
  const asked = probes.map(({ ask }) => ask);
  const earlier = [...new Set(story.answers.map(({ probe }) => probe))].filter((probe) => !asked.includes(probe));
  if (asked.length + earlier.length === 0) return null;
  return (
    <section aria-labelledby="probes" className="mt-6">
      <h2 id="probes" className="mb-2 text-lg">
        They ask next
      </h2>
      <ul className="sheet divide-y divide-line">
        {asked.map((ask) => (
          <Probe key={ask} story={story} ask={ask} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className="mt-3">
          <summary className="text-ink-2 text-sm">Answered after earlier tellings: {earlier.length}</summary>
          <ul className="sheet mt-2 divide-y divide-line">
            {earlier.map((ask) => (
              <Probe key={ask} story={story} ask={ask} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Probe({ story, ask }: { story: StoryDetail; ask: string }) {
  const answers = story.answers.filter(({ probe }) => probe === ask);
  const [open, setOpen] = useState(false);
  return (
    <li className="px-4 py-3 sm:px-6">
      <p className="max-w-[75ch]">{ask}</p>
      {answers.map(({ id, text }) => (
        <p
          key={id}
          className="mt-2 max-w-[75ch] whitespace-pre-wrap break-words border-line border-l-2 pl-3 text-[14px] text-ink-2"
        >
          {text}
        </p>
      ))}
      {open ? (
        <Answer storyId={story.id} ask={ask} onDone={() => setOpen(false)} />
      ) : (
        <Button className="mt-2" onClick={() => setOpen(true)} aria-label={`Answer: ${ask}`}>
          {answers.length > 0 ? "Answer it again" : "Answer it"}
        </Button>
      )}
    </li>
  );
}

function Answer({ storyId, ask, onDone }: { storyId: string; ask: string; onDone: () => void }) {
  const spoken = useSpokenText(`holdout.story.${storyId}.asked.${ask}`);
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => answerProbe(storyId, { probe: ask, text: spoken.text }),
    onSuccess: (story) => {
      spoken.forget();
      client.setQueryData(storyQuery(storyId).queryKey, story);
      onDone();
    },
  });
  return (
    <form
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (spoken.text.trim() !== "" && !isPending) mutate();
      }}
    >
      <AnswerBox
        label={`Your answer: ${ask}`}
        rows={3}
        spoken={spoken}
        targetSeconds={SECONDS}
        ref={(box) => box?.focus({ preventScroll: true })}
      />
      <div className="mt-2 flex gap-2">
        <Button type="submit" disabled={isPending || spoken.text.trim() === ""}>
          Keep the answer
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
      {error && <FailureNote error={error} onRetry={() => mutate()} />}
    </form>
  );
}
