import type { ComponentSpec } from "../../../../../src/features/design/model/components/spec.ts";
import { glyphOf } from "./glyphs.ts";

/** The sign of a component, beside its name. */
export function Glyph({ spec }: { spec: ComponentSpec }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" width="14" height="14" className="shrink-0 text-ink-2">
      <path
        d={glyphOf(spec)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
