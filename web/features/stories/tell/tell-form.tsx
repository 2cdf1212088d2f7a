import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { wordsOf } from "../../../../src/features/stories/model/lengths.ts";
import { countWords } from "../../../../src/lib/text.ts";
import { SpokenForm } from "../../../shell/spoken-form.tsx";
import { SaveNote } from "../../../ui/save-note.tsx";
import { canBeSpoken } from "../../../ui/spoken/pace.ts";
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
  return (
    <SpokenForm
      room="stories"
      group="This story"
      label="Your story"
      rows={length === "half-minute" ? 6 : 14}
      spoken={spoken}
      targetWords={wordsOf(length)}
      send={{ label: "Ask how it is heard", pendingLabel: "Listening", run: mutate }}
      pending={isPending}
      error={error}
    >
      {length === "full" && <Kept id={id} text={spoken.text} />}
    </SpokenForm>
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

/** How long it took to speak, where it was dictated as a whole. */
function spokenIn(seconds: number, text: string): { secondsSpoken?: number } {
  return canBeSpoken(countWords(text), seconds) ? { secondsSpoken: seconds } : {};
}
