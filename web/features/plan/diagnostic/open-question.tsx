import { lazy, Suspense, useEffect } from "react";
import { useAnnounce } from "../../../shell/announcer.tsx";
import { SpokenForm } from "../../../shell/spoken-form.tsx";
import { Button } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { InlineConfirm } from "../../../ui/inline-confirm.tsx";
import { paragraphsOf } from "../../../ui/paragraphs.ts";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { Tag } from "../../../ui/tag.tsx";
import { kindNames } from "../../recall/wording.ts";
import { draftKey, usedKey } from "./kept.ts";
import { SittingProgress } from "./sitting-progress.tsx";
import type { Diagnostic, ReplyBody } from "./types.ts";
import { useReply } from "./use-reply.ts";
import { useSecondsLookedAt } from "./use-seconds-looked-at.ts";

const QuestionPlot = lazy(() =>
  import("../../recall/ask/question-plot.tsx").then((module) => ({ default: module.QuestionPlot })),
);

type Question = NonNullable<Diagnostic["question"]>;
type Replying = ReturnType<typeof useReply>;

/** One question after another, without a word on how the last one went. */
export function OpenQuestion({ diagnostic, question }: { diagnostic: Diagnostic; question: Question }) {
  const replying = useReply(diagnostic);
  return (
    <>
      {replying.elsewhere && (
        <Callout tone="part" className="mb-4">
          <p role="status">
            The question before was answered or left in another tab; what you wrote here was not taken.
          </p>
        </Callout>
      )}
      <Asked key={question.seq} diagnostic={diagnostic} question={question} replying={replying} />
    </>
  );
}

type Props = { diagnostic: Diagnostic; question: Question; replying: Replying };

function Asked({ diagnostic, question, replying: { reply, end, error } }: Props) {
  const { seq, area, title, prompt, plot, kind } = question;
  const clock = useSecondsLookedAt(usedKey(diagnostic.id, seq));
  const spoken = useSpokenText(draftKey(diagnostic.id, seq));
  const announce = useAnnounce();
  useEffect(() => announce(`Question ${seq}, on ${area.title}: ${title}`), [announce, seq, area.title, title]);
  const pending = reply.isPending || end.isPending;
  const send = (answered: ReplyBody["kind"], text: string) => {
    if (pending) return;
    spoken.dictation.stop();
    const secondsUsed = Math.min(clock.secondsUsed(), MOST_SECONDS);
    reply.mutate({ seq, kind: answered, text, secondsUsed });
  };
  return (
    <>
      <SittingProgress diagnostic={diagnostic} secondsOnThis={clock.seconds} />
      <header className="mb-5">
        <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
          <span>{area.title}</span>
          <Tag>{kindNames[kind]}</Tag>
        </div>
        <h1 className="mb-2 text-2xl">{title}</h1>
        <div className={plot ? "grid gap-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]" : ""}>
          <p className="max-w-[68ch] text-[17px] leading-7 whitespace-pre-line">{paragraphsOf(prompt)}</p>
          {plot && (
            <Suspense fallback={<div className="skeleton late h-60 w-full" />}>
              <QuestionPlot plot={plot} />
            </Suspense>
          )}
        </div>
      </header>
      <SpokenForm
        room="diagnostic"
        group="This question"
        label="Your answer"
        rows={8}
        spoken={{ ...spoken, seconds: clock.seconds }}
        send={{ label: "Answer and go on", pendingLabel: "Keeping it", run: (text) => send("answered", text) }}
        pending={pending}
        error={error}
      >
        <Button disabled={pending} onClick={() => send("unknown", spoken.text)}>
          I don't know
        </Button>
        <Button look="quiet" disabled={pending} onClick={() => send("skipped", spoken.text)}>
          Pass over
        </Button>
      </SpokenForm>
      <div className="mt-6 border-line border-t pt-4">
        <InlineConfirm
          ask="End here"
          consequence="The map is made of what you answered so far. This question is spent, and what is typed in it is not graded."
          confirm="End the diagnostic"
          decline="Go on"
          pending={pending}
          onConfirm={() => end.mutate()}
        />
      </div>
    </>
  );
}

/** As the server takes it. */
const MOST_SECONDS = 3_600;
