import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { type Choice, chosenNode } from "../choice.ts";
import { type Arrow, neighbourOf } from "./neighbour.ts";
import type { Layout } from "./placed.ts";

type Props = {
  layout: Layout;
  choice: Choice | undefined;
  root: RefObject<HTMLElement | null>;
  onChoose: (choice: Choice | undefined) => void;
  onInspect: () => void;
  onRemove: () => void;
};

const isArrow = (key: string): key is Arrow => /^Arrow(Left|Right|Up|Down)$/.test(key);

/** The id of the component that holds the focus, if one does. */
const focusedNode = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement && target.matches(".react-flow__node") ? target.dataset.id : undefined;

export function focusNode(root: HTMLElement | null, id: string): void {
  root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus();
}

/** Keys that belong to the canvas alone: through the components, into one, out of it. The others are the page's. */
export function useCanvasKeys({ layout, choice, root, onChoose, onInspect, onRemove }: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = focusedNode(event.target);
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isArrow(event.key)) {
      const to = neighbourOf(layout.nodes, id, event.key);
      if (to) focusNode(root.current, to);
    } else if (event.key === "Enter" || event.key === " ") onInspect();
    else if (event.key === "Backspace") onRemove();
    else if (event.key === "Escape") onChoose(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const id = focusedNode(event.target);
    if (id && id !== chosenNode(choice)) onChoose({ node: id });
  };
  return { onKeyDown, onFocus };
}
