import { autocompletion, type Completion, type CompletionSource } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { type Suggestion, suggestionsAt } from "./completions.ts";

const TYPES: Record<Suggestion["kind"], string> = {
  component: "class",
  node: "variable",
  key: "property",
  value: "constant",
};

const source: CompletionSource = ({ state, pos, explicit }) => {
  const text = state.doc.toString();
  const found = suggestionsAt(text, pos, parseDesign(text).design);
  if (!found || (found.typed === "" && !explicit)) return null;
  return { from: found.from, options: found.options.map(asCompletion), validFor: /^[\w./%-]*$/ };
};

const asCompletion = ({ label, kind, detail, info, apply }: Suggestion): Completion => ({
  label,
  type: TYPES[kind],
  // what is in the design already is meant more often
  boost: kind === "node" ? 2 : 0,
  ...(detail ? { detail } : {}),
  ...(info ? { info } : {}),
  ...(apply ? { apply } : {}),
});

/** Completes component names, ids, keys and values; Enter or Tab takes the marked one. */
export const designCompletion: Extension = autocompletion({
  override: [source],
  icons: false,
  maxRenderedOptions: 60,
});
