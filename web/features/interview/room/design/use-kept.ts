import { useCallback, useState } from "react";
import { readText, writeText } from "../../../../api/kept-text.ts";

/** A text that outlives the page until it has been handed over; undefined: nothing of one's own is there. */
export function useKept(key: string): [string | undefined, (text: string | undefined) => void] {
  const [text, setText] = useState(() => readText(key) || undefined);
  const keep = useCallback(
    (next: string | undefined) => {
      setText(next);
      writeText(key, next ?? "");
    },
    [key],
  );
  return [text, keep];
}
