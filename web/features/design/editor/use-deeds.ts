import { type RefObject, useEffect, useRef } from "react";
import type { ComponentType } from "../../../../src/features/design/model/components/spec.ts";
import {
  addNode,
  connect,
  disconnect,
  removeNode,
  renameNode,
} from "../../../../src/features/design/model/language/edit-design.ts";
import { focusNode } from "./canvas/use-canvas-keys.ts";
import type { Choice } from "./choice.ts";
import type { Say } from "./note.ts";
import type { DesignText } from "./text/use-design-text.ts";
import type { ReadDesign } from "./use-design.ts";

type Source = {
  document: DesignText;
  read: ReadDesign;
  choice: Choice | undefined;
  choose: (choice: Choice | undefined) => void;
  canvas: RefObject<HTMLElement | null>;
  say: Say;
};

/** What can be done to a design from the canvas and by keys: every deed changes the text. */
export function useDeeds({ document, read, choice, choose, canvas, say }: Source) {
  const { edit, now } = document;
  const focusSoon = useFocusWhenDrawn(read, canvas);
  /** Writes the text that a deed makes, and says so; a line that cannot be read may keep it from doing anything. */
  const write = (text: string, said: string) => {
    const done = text !== now();
    if (done) edit(text);
    say(done ? said : "Nothing changed: the line that says so has a fault. Mend it first.");
    return done;
  };
  const cut = ({ from, to }: { from: string; to: string }) =>
    write(disconnect(now(), from, to), `The arrow from ${from} to ${to} is gone.`);
  return {
    add(type: ComponentType) {
      const { text, id } = addNode(now(), type);
      if (!write(text, `Added ${id}.`)) return;
      choose({ node: id });
      focusSoon(id);
    },
    connect(from: string, to: string) {
      if (write(connect(now(), from, to), `${from} leads to ${to} now.`)) focusSoon(from);
    },
    disconnect(edge: { from: string; to: string }) {
      if (cut(edge)) focusSoon(edge.from);
    },
    remove() {
      if (!choice) return;
      if (!("node" in choice)) {
        if (cut(choice)) choose(undefined);
        return;
      }
      const { nodes } = read.layout;
      const at = nodes.findIndex(({ node }) => node.id === choice.node);
      const next = (nodes[at + 1] ?? nodes[at - 1])?.node.id;
      if (!write(removeNode(now(), choice.node), `${choice.node} is gone.`)) return;
      choose(next === undefined ? undefined : { node: next });
      if (next !== undefined) focusSoon(next);
    },
    rename(id: string, to: string) {
      if (!write(renameNode(now(), id, to), `${id} is called ${to} now.`)) return;
      choose({ node: to });
      focusSoon(to);
    },
    format() {
      const before = now();
      document.format();
      say(now() === before ? "In canonical form already." : "Formatted.");
    },
  };
}

/** The focus goes to a component as soon as it is drawn, if the canvas is to be seen at all. */
function useFocusWhenDrawn({ layout }: ReadDesign, canvas: RefObject<HTMLElement | null>): (id: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const id = wanted.current;
    if (id === undefined || !layout.nodes.some(({ node }) => node.id === id)) return;
    wanted.current = undefined;
    // after React Flow has taken the new nodes over
    requestAnimationFrame(() => focusNode(canvas.current, id));
  }, [layout, canvas]);
  return (id) => {
    wanted.current = id;
  };
}
