import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { wordsOf } from "../../../../src/features/stories/model/lengths.ts";
import { countWords } from "../../../../src/lib/text.ts";
import { useAction } from "../../../shell/use-action.ts";
import { Button } from "../../../ui/button.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { SaveNote } from "../../../ui/save-note.tsx";
import { AnswerBox } from "../../../ui/spoken/answer-box.tsx";
import { useSpokenText } from "../../../ui/spoken/spoken-text.ts";
import { bankQuery, storyQuery, tellStory } from "../queries.ts";
import type { StoryDetail, StoryLength } from "../types.ts";
import { useStoryDraft } from "./use-story-draft.ts";

type Props = { story: StoryDetail; length: StoryLength; prompt: string | undefined };

/** The story as it comes, typed or dictated, in one of its lengths. */
export function TellForm({ story, length, prompt }: Props) {
  const { id } = story;
  const spoken = useSpokenText(`holdout.story.${id}.${length}`, beginningOf(story, length));
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (text: string) =>
      tellStory(id, {
        text,
        length,
        prompt: prompt ?? null,
        secondsUsed: spoken.secondsUsed(),
        ...spokenIn(spoken.secondsSpoken(), text),
      }),
    onSuccess: (told) => {
      spoken.forget();
      client.setQueryData(storyQuery(id).queryKey, told);
      void client.invalidateQueries({ queryKey: bankQuery.queryKey, exact: true });
      return navigate({ to: "/stories/$id", params: { id }, search: { telling: told.tellings.at(-1)?.id } });
    },
  });
  const send = () => {
    spoken.dictation.stop();
    if (spoken.text.trim() !== "" && !isPending) mutate(spoken.text);
  };
  const group = "This story";
  useAction({ id: "stories.tell", label: "Ask how it is heard", keys: "Mod-Enter", group }, send);
  useAction(
    { id: "stories.dictate", label: "Dictate, or stop", keys: "Alt-d", group },
    spoken.dictation.offered ? spoken.dictation.toggle : undefined,
  );
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AnswerBox
        label="Your story"
        rows={length === "half-minute" ? 6 : 14}
        spoken={spoken}
        targetWords={wordsOf(length)}
        ref={box}
      />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={isPending || spoken.text.trim() === ""}>
          {isPending ? "Listening" : "Ask how it is heard"} <Kbd keys="Mod-Enter" bare />
        </Button>
        {length === "full" && <Kept id={id} text={spoken.text} />}
      </div>
      {error && (
        <div className="mt-3">
          <FailureNote error={error} onRetry={send} />
        </div>
      )}
    </form>
  );
}

function Kept({ id, text }: { id: string; text: string }) {
  return <SaveNote state={useStoryDraft(id, text)} />;
}

/** What is told again begins from its last telling, a shorter version from the sentences worth most. */
function beginningOf({ draft, tellings, condensed }: StoryDetail, length: StoryLength): string {
  if (length === "full" && draft !== "") return draft;
  const last = tellings.findLast((each) => each.length === length)?.text;
  return last ?? (length === "full" ? "" : (condensed?.[length] ?? ""));
}

/** Nobody speaks faster, in words a second: what was typed besides was not spoken. */
const FASTEST = 4;

/** How long it took to speak, where it was dictated as a whole. */
function spokenIn(seconds: number, text: string): { secondsSpoken?: number } {
  return seconds >= 1 && countWords(text) <= FASTEST * seconds ? { secondsSpoken: seconds } : {};
}
