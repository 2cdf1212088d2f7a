import type { Extension } from "@codemirror/state";
import { Vim, vim } from "@replit/codemirror-vim";

/** Vim's keys, with a status line. `:w` saves and `:q` does nothing worse, as fingers will type them. */
export function vimMode(onWrite: () => void): Extension {
  Vim.defineEx("write", "w", onWrite);
  Vim.defineEx("quit", "q", () => {});
  return vim({ status: true });
}
