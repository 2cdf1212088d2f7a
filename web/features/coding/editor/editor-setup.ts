import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { editorLook } from "../../../ui/editor-look.ts";
import { lineMarks } from "./line-marks.ts";

/** What any view of Python has, to write in or only to read. */
export const pythonView: Extension = [
  lineNumbers(),
  python(),
  indentUnit.of("    "),
  EditorState.tabSize.of(4),
  drawSelection(),
  bracketMatching(),
  search({ top: true }),
  keymap.of(searchKeymap),
  editorLook,
];

/**
 * The editor of a solution: indents, closes brackets, undoes. It completes nothing, as in an interview. Tab indents;
 * Escape, then Tab leaves (CodeMirror's own way out).
 */
export const pythonEditor: Extension = [
  pythonView,
  history(),
  indentOnInput(),
  closeBrackets(),
  dropCursor(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  lineMarks,
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
  EditorView.contentAttributes.of({
    "aria-label": "Your solution in Python. Escape, then Tab leaves the editor.",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
  }),
];
