import { useCallback, useEffect, useRef, useState } from "react";
import { sendJson } from "../../../api/client.ts";
import { createDraftKeeper, type SaveState } from "../../../api/draft-keeper.ts";
import { useKeepOnLeave } from "../../../api/keep-on-leave.ts";
import { pageTimer } from "../../../api/page-timer.ts";
import { draftPath } from "../queries.ts";
import type { ProblemDetail } from "../types.ts";
import { chooseDraft } from "./choose-draft.ts";
import { readLocalCopy, writeLocalCopy } from "./local-copy.ts";

export type Draft = {
  /** The text the editor begins with. */
  initialCode: string;
  /** The text as it stands; read when needed, so that a keystroke renders nothing. */
  current: () => string;
  edit: (code: string) => void;
  flush: () => Promise<"saved" | "unsaved">;
  saveState: SaveState;
  /** Text typed here that lost to newer work saved elsewhere. */
  aside: { code: string; at: string } | undefined;
};

export function useDraft({ slug, draft, starter }: Pick<ProblemDetail, "slug" | "draft" | "starter">): Draft {
  const [saveState, setSaveState] = useState<SaveState>({ kind: "idle" });
  const [choice] = useState(() => chooseDraft(readLocalCopy(slug), draft, starter));
  const [keeper] = useState(() =>
    createDraftKeeper({
      put: (code, options) => sendJson<{ savedAt: string }>("PUT", draftPath(slug), { code }, options),
      keep: ({ text, ...kept }) => writeLocalCopy(slug, { code: text, ...kept }),
      ...pageTimer,
      onState: setSaveState,
    }),
  );
  const code = useRef(choice.code);

  useEffect(() => {
    // typed while the server was away: it has waited long enough
    if (choice.unsaved) keeper.edit(choice.code);
  }, [choice, keeper]);

  useKeepOnLeave(keeper);
  const edit = useCallback(
    (next: string) => {
      code.current = next;
      keeper.edit(next);
    },
    [keeper],
  );
  return {
    initialCode: choice.code,
    current: useCallback(() => code.current, []),
    edit,
    flush: keeper.flush,
    saveState,
    aside: choice.aside,
  };
}
