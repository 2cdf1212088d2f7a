import { classNames } from "./class-names.ts";
import { displayKeys } from "./keys.ts";

/** A shortcut as the user's keyboard names it. */
export function Kbd({ keys, bare = false }: { keys: string; bare?: boolean }) {
  return (
    <kbd
      className={classNames(
        // a touch screen has no keys to name
        "font-mono text-xs leading-[18px] whitespace-nowrap [@media(hover:none)]:hidden",
        bare ? "opacity-85" : "rounded border border-line bg-sheet px-1.5 text-ink-3",
      )}
    >
      {displayKeys(keys)}
    </kbd>
  );
}
