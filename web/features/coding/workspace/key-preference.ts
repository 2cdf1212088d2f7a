import { useCallback, useState } from "react";

export type EditorKeys = "plain" | "vim";

const STORED = "holdout.editor-keys";

function preferred(): EditorKeys {
  try {
    return localStorage.getItem(STORED) === "vim" ? "vim" : "plain";
  } catch {
    return "plain";
  }
}

/** Plain or Vim keys, remembered in this browser. */
export function useEditorKeys(): { keys: EditorKeys; toggle: () => void } {
  const [keys, setKeys] = useState(preferred);
  const toggle = useCallback(() => {
    const next = keys === "vim" ? "plain" : "vim";
    setKeys(next);
    try {
      localStorage.setItem(STORED, next);
    } catch {
      // not remembered, but in force for this visit
    }
  }, [keys]);
  return { keys, toggle };
}
