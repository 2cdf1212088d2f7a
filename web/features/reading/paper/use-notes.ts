import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { Notes } from "../../../../src/features/reading/schema.ts";
import { parseJson } from "../../../../src/lib/parse-json.ts";
import { createDraftKeeper, type SaveState } from "../../../api/draft-keeper.ts";
import { useKeepOnLeave } from "../../../api/keep-on-leave.ts";
import { readText, writeText } from "../../../api/kept-text.ts";
import { pageTimer } from "../../../api/page-timer.ts";
import { paperQuery, saveNotes } from "../queries.ts";
import type { Paper } from "../types.ts";

/** Notes as they are typed: sent when the typing pauses, and kept in this browser until the server has them. */
export function useNotes({ id, notes: saved }: Paper) {
  const key = `holdout.reading.${id}`;
  const [notes, setNotes] = useState<Notes>(() => unsent(key) ?? saved);
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const client = useQueryClient();
  const latest = useRef(notes);
  const keeper = useMemo(
    () =>
      createDraftKeeper({
        ...pageTimer,
        put: async (text, options) => {
          const sent = JSON.parse(text) as Notes;
          const done = await saveNotes(id, sent, options);
          client.setQueryData(
            paperQuery(id).queryKey,
            (now) => now && { ...now, paper: { ...now.paper, notes: sent } },
          );
          return done;
        },
        keep: ({ text, saved: isSaved }) => writeText(key, isSaved ? "" : text),
        onState: setState,
      }),
    [id, key, client],
  );
  useKeepOnLeave(keeper);
  // what the server never got goes to it now
  useEffect(() => {
    const kept = unsent(key);
    if (kept) keeper.edit(JSON.stringify(kept));
  }, [key, keeper]);
  const change = (part: keyof Notes, text: string) => {
    latest.current = { ...latest.current, [part]: text };
    setNotes(latest.current);
    keeper.edit(JSON.stringify(latest.current));
  };
  return { notes, change, state };
}

/** What this browser has of notes that the server never got. */
function unsent(key: string): Notes | undefined {
  return Notes.safeParse(parseJson(readText(key))).data;
}
