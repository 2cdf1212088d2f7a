import type { SaveState } from "../api/draft-keeper.ts";
import { classNames } from "./class-names.ts";
import { formatTime } from "./format-time.ts";

/** Where the draft stands, quietly; loud only when something is wrong. */
export function SaveNote({ state }: { state: SaveState }) {
  const wrong = state.kind === "unsaved";
  return (
    <span
      role={wrong ? "alert" : undefined}
      title={wrong ? state.mend : undefined}
      className={classNames("num min-w-0 text-[12.5px] leading-tight", wrong ? "text-fail" : "truncate text-ink-3")}
    >
      {say(state)}
    </span>
  );
}

function say(state: SaveState): string {
  switch (state.kind) {
    case "idle":
      return "";
    case "saving":
      return "saving";
    case "saved":
      return `saved ${formatTime(state.at)}`;
    case "unsaved":
      return `not saved: ${state.reason} Kept in this browser.`;
  }
}
