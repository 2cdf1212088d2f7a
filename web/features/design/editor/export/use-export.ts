import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { toMermaid } from "../../../../../src/features/design/model/language/to-mermaid.ts";
import { saveFile } from "../../../../ui/save-file.ts";
import type { Layout } from "../canvas/placed.ts";
import type { Say } from "../note.ts";
import { drawPng } from "./draw-png.ts";
import { pageColours } from "./page-colours.ts";
import { writeSvg } from "./write-svg.ts";

export type Exports = Record<"copyMermaid" | "saveMermaid" | "saveSvg" | "savePng" | "saveText", () => void>;

type Source = { text: string; layout: Layout; load: Record<string, number> | undefined; say: Say };

/** Ways out of the page for a design. */
export function useExport(source: Source): Exports {
  const { say } = source;
  // the deeds stay the same while the design changes
  const latest = useRef(source);
  useLayoutEffect(() => {
    latest.current = source;
  });
  const svg = useCallback(() => {
    const { layout, load } = latest.current;
    return writeSvg(layout, { colours: pageColours(), load });
  }, []);
  return useMemo(() => {
    const mermaid = () => toMermaid(parseDesign(latest.current.text).design);
    const text = (content: string, type = "text/plain") => new Blob([content], { type: `${type};charset=utf-8` });
    return {
      copyMermaid: () =>
        void navigator.clipboard.writeText(mermaid()).then(
          () => say("Mermaid text copied."),
          () => say("The browser did not let it be copied. Save it instead."),
        ),
      saveMermaid: () => saveFile("design.mmd", text(mermaid())),
      saveText: () => saveFile("design.design", text(latest.current.text)),
      saveSvg: () => saveFile("design.svg", text(svg(), "image/svg+xml")),
      savePng: () =>
        void drawPng(svg(), latest.current.layout).then((png) =>
          png ? saveFile("design.png", png) : say("This browser could not draw it. Save the SVG instead."),
        ),
    };
  }, [say, svg]);
}
