import { acceptCompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { editorLook } from "../../../../ui/editor-look.ts";
import { designCompletion } from "./completion-source.ts";
import { currentMarks } from "./current-marks.ts";
import { designLanguage } from "./design-language.ts";
import { faultMarks } from "./fault-marks.ts";

const look = EditorView.theme({
  ".cm-content": { padding: "12px 0 24px" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "32px", padding: "0 8px 0 8px" },
  ".cm-fault": { textDecoration: "underline wavy 1px", textUnderlineOffset: "4px", textDecorationSkipInk: "none" },
  ".cm-fault-error": { textDecorationColor: "var(--fail)" },
  ".cm-fault-warning": { textDecorationColor: "var(--part)" },
  ".cm-current-node": { backgroundColor: "var(--select)", borderRadius: "3px", boxShadow: "0 0 0 2px var(--select)" },
  ".cm-placeholder": { color: "var(--ink-3)" },
  // an arrow and a name are not broken at their hyphen
  ".tok-keyword, .tok-variableName, .tok-typeName": { whiteSpace: "nowrap" },
  ".tok-typeName": { color: "var(--pass)" },
  ".tok-propertyName": { color: "var(--ink-2)" },
  ".tok-string": { color: "var(--ink)" },
  ".tok-punctuation, .tok-operator": { color: "var(--ink-3)" },
  ".cm-tooltip": {
    backgroundColor: "var(--sheet)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "6px",
    boxShadow: "var(--shadow)",
  },
  ".cm-fault-said": { maxWidth: "44ch", padding: "6px 10px", fontFamily: "var(--font-sans)", fontSize: "13px" },
  ".cm-fault-mend": { color: "var(--ink-2)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-mono)", maxHeight: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--select)", color: "var(--ink)" },
  ".cm-completionDetail": { fontFamily: "var(--font-sans)", fontStyle: "normal", color: "var(--ink-2)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-tooltip.cm-completionInfo": {
    padding: "6px 10px",
    maxWidth: "320px",
    fontFamily: "var(--font-sans)",
    fontSize: "13px",
  },
});

const EXAMPLE = "gateway{limit=6k/s} -> cache[ttl=60s] -> app:service{cpu=8 x4}";

/**
 * The editor of a design's text. Tab takes a completion while one is offered, and leaves the editor otherwise: there is
 * nothing to indent.
 */
export const designText: Extension = [
  lineNumbers(),
  designLanguage,
  history(),
  drawSelection(),
  bracketMatching(),
  closeBrackets(),
  designCompletion,
  highlightActiveLine(),
  faultMarks,
  currentMarks,
  EditorView.lineWrapping,
  placeholder(`One statement a line, for example:\n${EXAMPLE}`),
  keymap.of([
    { key: "Tab", run: acceptCompletion },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...defaultKeymap,
    ...historyKeymap,
  ]),
  look,
  editorLook,
  EditorView.contentAttributes.of({
    "aria-label": "The design as text",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
  }),
];
