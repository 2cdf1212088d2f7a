import { useMemo } from "react";
import { parseDesign } from "../../../../../src/features/design/model/language/parse-design.ts";
import { counted } from "../../../../../src/lib/text.ts";
import { useMedia } from "../../../../ui/use-media.ts";
import { layoutDesign } from "../../../design/editor/canvas/layout.ts";
import { pageColours } from "../../../design/editor/export/page-colours.ts";
import { writeSvg } from "../../../design/editor/export/write-svg.ts";

/** The arrows of a design as a picture; the text says the same to those who do not see it. */
export function Drawing({ text }: { text: string }) {
  const isDark = useMedia("(prefers-color-scheme: dark)");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture takes the page's colours with it
  const { source, said } = useMemo(() => {
    const { design } = parseDesign(text);
    const layout = layoutDesign(design, { direction: "down", load: undefined });
    const svg = writeSvg(layout, { colours: pageColours() });
    return {
      source: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
      said: `The drawing: ${counted(layout.nodes.length, "component")}, ${counted(layout.edges.length, "arrow")}`,
    };
  }, [text, isDark]);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
      tabIndex={0}
      aria-label="The drawing as it stood"
      className="pane-scroll min-h-0 flex-1 border-line border-t bg-paper"
    >
      {/* what is fitted into the pane cannot be read: it is scrolled, and since it runs down, one way mostly */}
      <img src={source} alt={said} className="max-w-[1400px]" />
    </section>
  );
}
