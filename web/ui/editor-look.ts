import { syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { styleNonce } from "./style-nonce.ts";

const look = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--sunk)", color: "var(--ink)", fontSize: "13px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--font-mono)",
    lineHeight: "1.65",
    fontVariantLigatures: "none",
    overflow: "auto",
    overscrollBehavior: "contain",
  },
  ".cm-content": { padding: "12px 0 40vh", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 16px 0 8px" },
  ".cm-gutters": { backgroundColor: "var(--sunk)", color: "var(--ink-3)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": {
    padding: "0 8px 0 12px",
    minWidth: "40px",
    fontVariantNumeric: "tabular-nums",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": { backgroundColor: "var(--active-line)" },
  ".cm-activeLineGutter": { color: "var(--ink)" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--select)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--control)",
  },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "transparent",
    color: "var(--fail)",
  },
  ".cm-searchMatch": { backgroundColor: "var(--part-wash)", outline: "1px solid var(--part)" },
  ".cm-selectionMatch": { backgroundColor: "var(--part-wash)" },
  ".cm-fail-line": { backgroundColor: "var(--fail-wash) !important", boxShadow: "inset 3px 0 0 var(--fail)" },
  ".cm-note-line": { boxShadow: "inset 3px 0 0 var(--control)" },
  ".cm-panels": {
    backgroundColor: "var(--sheet)",
    color: "var(--ink)",
    borderColor: "var(--line)",
    fontFamily: "var(--font-sans)",
  },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-textfield": {
    backgroundColor: "var(--sheet)",
    border: "1px solid var(--control)",
    borderRadius: "4px",
    padding: "2px 6px",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--sheet)",
    border: "1px solid var(--line-strong)",
    borderRadius: "4px",
  },
  ".cm-panel.cm-search": { padding: "8px 12px", lineHeight: "2.2" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": { fontSize: "13px" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px", whiteSpace: "nowrap" },
  ".cm-panel.cm-search [name=close]": { fontSize: "16px", padding: "0 8px", color: "var(--ink-2)" },
  ".cm-vim-panel": { padding: "2px 12px", fontFamily: "var(--font-mono)" },
  ".cm-vim-panel input": { color: "var(--ink)", fontFamily: "var(--font-mono)" },
  "&.cm-focused .cm-fat-cursor": { background: "var(--accent)", color: "var(--accent-ink)" },
  "&:not(.cm-focused) .cm-fat-cursor": { outlineColor: "var(--accent)" },
  "@media (pointer: coarse)": { "&": { fontSize: "14px" } },
});

/** How every editor of the app looks: the page's tokens, so that light and dark come by themselves. */
export const editorLook = [
  look,
  syntaxHighlighting(classHighlighter),
  ...(styleNonce ? [EditorView.cspNonce.of(styleNonce)] : []),
];
