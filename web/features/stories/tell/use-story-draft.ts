import { useEffect, useMemo, useRef, useState } from "react";
import { createDraftKeeper, type SaveState } from "../../../api/draft-keeper.ts";
import { useKeepOnLeave } from "../../../api/keep-on-leave.ts";
import { pageTimer } from "../../../api/page-timer.ts";
import { saveDraft } from "../queries.ts";

/** Sends what is typed to the story bank when the typing pauses; the browser has its copy from the text box. */
export function useStoryDraft(storyId: string, text: string): SaveState {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const keeper = useMemo(
    () =>
      createDraftKeeper({
        ...pageTimer,
        put: (draft, options) => saveDraft(storyId, draft, options),
        keep: () => undefined,
        onState: setState,
      }),
    [storyId],
  );
  useKeepOnLeave(keeper);
  const last = useRef(text);
  useEffect(() => {
    if (text === last.current) return;
    last.current = text;
    keeper.edit(text);
  }, [keeper, text]);
  return state;
}
