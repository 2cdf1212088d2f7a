import { useCallback, useEffect, useState } from "react";
import { useAnnounce } from "../../../shell/announcer.tsx";

export type Say = (text: string) => void;

const SHOWN_MS = 4000;

/** A word on what was just done: to be read for some seconds, and heard. */
export function useNote(): { note: string; say: Say } {
  const announce = useAnnounce();
  const [note, setNote] = useState("");
  const say = useCallback(
    (text: string) => {
      setNote(text);
      announce(text.replaceAll("`", ""));
    },
    [announce],
  );
  useEffect(() => {
    if (note === "") return;
    const timer = setTimeout(() => setNote(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [note]);
  return { note, say };
}
