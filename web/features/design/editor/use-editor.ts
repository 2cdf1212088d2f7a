import { type RefObject, useImperativeHandle, useRef, useState } from "react";
import { faultsOf } from "../../../../src/features/design/model/check/faults-of.ts";
import { chosenNode } from "./choice.ts";
import { useNote } from "./note.ts";
import { useDesignText } from "./text/use-design-text.ts";
import { useChoice } from "./use-choice.ts";
import { useDeeds } from "./use-deeds.ts";
import { useReadDesign, type World } from "./use-design.ts";
import { useFocusHere } from "./use-focus-here.ts";
import { CHOOSE_FIRST, useMoves } from "./use-moves.ts";

export type EditorProps = {
  text: string;
  world: World;
  onText: (text: string) => void;
  onRun: () => void;
  /** Gets what the key for running does, for a button outside. */
  runOrMend?: RefObject<(() => void) | null>;
  /** Utilisation in the last run by id of a node. */
  load?: Record<string, number>;
  /** Whether its keys hold on the whole page, or while the focus is in it: where it stands beside something else. */
  keysHold?: "everywhere" | "here";
};

/** A list or question over the page. */
export type Overlay = "add" | "connect" | "disconnect" | "rename";

export type EditorState = ReturnType<typeof useEditor>;

/** The state of the editor: what is written, what is chosen, what is shown. */
export function useEditor(props: EditorProps) {
  const { text, world, onText, onRun, runOrMend, load, keysHold = "everywhere" } = props;
  const canvas = useRef<HTMLElement>(null);
  const [overlay, setOverlay] = useState<Overlay>();
  const { note, say } = useNote();
  const { here, focusProps } = useFocusHere();
  const [settled, settle] = useState(text);
  const read = useReadDesign({ text: settled, world, load, canvas });
  const { choice, choose } = useChoice(read, canvas);
  const { design, faults } = read;
  const document = useDesignText({
    text,
    faults,
    current: chosenNode(choice),
    onText,
    onSettled: settle,
    onWord: (word) => {
      if (design.nodes.some(({ id }) => id === word)) choose({ node: word });
    },
  });
  const deeds = useDeeds({ document, read, choice, choose, canvas, say });
  const moves = useMoves({ document, read, choice, canvas, say });
  const run = () => {
    // of the text as it is now: what was typed last may not be drawn yet
    const error = faultsOf(document.now(), world).find(({ severity }) => severity === "error");
    if (error) moves.goTo(error, "Not run. ");
    else onRun();
  };
  useImperativeHandle(runOrMend, () => run);
  const node = design.nodes.find(({ id }) => id === chosenNode(choice));
  return {
    ...moves,
    ...{
      text,
      read,
      document,
      deeds,
      node,
      faults,
      choice,
      choose,
      overlay,
      note,
      say,
      canvas,
      load,
      here,
      keysHold: keysHold === "everywhere" || here,
      focusProps,
      run,
    },
    closeOverlay: () => setOverlay(undefined),
    /** Opens a list, where there is something for it to speak of. */
    open(which: Overlay) {
      if (which === "add" || node) setOverlay(which);
      else say(CHOOSE_FIRST);
    },
  };
}
