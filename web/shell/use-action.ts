import { useMemo, useRef } from "react";
import { type PageAction, useActions } from "./actions.ts";

type Named = Required<Pick<PageAction, "id" | "label" | "keys" | "group">>;

/** One action of a page, offered while there is something to run; what it runs may be another with every render. */
export function useAction({ id, label, keys, group }: Named, run: (() => void) | undefined): void {
  const latest = useRef(run);
  latest.current = run;
  const offered = run !== undefined;
  const actions = useMemo<PageAction[]>(
    () => (offered ? [{ id, label, keys, group, run: () => latest.current?.() }] : []),
    [id, label, keys, group, offered],
  );
  useActions(actions);
}
