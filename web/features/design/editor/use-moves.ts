import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { DesignFault } from "../../../../src/features/design/model/design.ts";
import { focusNode } from "./canvas/use-canvas-keys.ts";
import { type Choice, chosenNode } from "./choice.ts";
import type { Say } from "./note.ts";
import type { DesignText } from "./text/use-design-text.ts";
import type { ReadDesign } from "./use-design.ts";

export type Pane = "text" | "canvas";

type Source = {
  document: DesignText;
  read: ReadDesign;
  choice: Choice | undefined;
  canvas: RefObject<HTMLElement | null>;
  say: Say;
};

export const CHOOSE_FIRST = "Choose a component first: on the canvas, or by the cursor in the text.";

/** Which pane is shown where one fits, whether what is chosen is open to be changed, and where the focus goes. */
export function useMoves({ document: text, read: { faults, layout }, choice, canvas, say }: Source) {
  const inspector = useRef<HTMLElement>(null);
  const [inspecting, setInspecting] = useState(false);
  const [shown, setShown] = useState<Pane>("text");
  const openedFrom = useRef<Element>(null);
  const nextFault = useRef(0);

  /** `why` comes before what is said of it. */
  const goTo = (fault: DesignFault, why = "") => {
    flushSync(() => setShown("text"));
    text.goTo(fault.at);
    say(`${why}${fault.message} ${fault.mend}`);
  };
  const closeInspector = () => {
    flushSync(() => setInspecting(false));
    const { current: opener } = openedFrom;
    openedFrom.current = null;
    if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
    else if (choice && "node" in choice) focusNode(canvas.current, choice.node);
  };
  return {
    ...{ inspector, inspecting, shown, setShown, goTo, closeInspector },
    showChosen: () => setInspecting(true),
    /** Opens what is chosen to be read and changed, with the focus in it; from inside it closes it. */
    inspect() {
      if (inspector.current?.contains(document.activeElement)) return closeInspector();
      if (!choice) return say(CHOOSE_FIRST);
      openedFrom.current = document.activeElement;
      flushSync(() => {
        setInspecting(true);
        setShown("canvas");
      });
      const first = inspector.current?.querySelector<HTMLElement>("input, summary");
      (first ?? inspector.current?.querySelector("button"))?.focus();
    },
    toNextFault() {
      const fault = faults[nextFault.current++ % (faults.length || 1)];
      if (fault) goTo(fault);
      else say("There is no fault.");
    },
    focus(pane: Pane) {
      flushSync(() => setShown(pane));
      if (pane === "text") return text.focus();
      const first = chosenNode(choice) || layout.nodes[0]?.node.id;
      if (first !== undefined) focusNode(canvas.current, first);
    },
  };
}
