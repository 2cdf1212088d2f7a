import { type FocusEvent, useState } from "react";

const isField = (target: EventTarget) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Whether undo means the design: the focus is in the editor, or was last, and in no field that undoes by itself. */
export function useFocusHere() {
  const [here, setHere] = useState(false);
  const onFocus = (event: FocusEvent) => setHere(!isField(event.target));
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Element) || currentTarget.contains(relatedTarget)) return;
    // a dialog gives the focus back
    if (!relatedTarget.closest("[role=dialog], [role=menu]")) setHere(false);
  };
  return { here, focusProps: { onFocus, onBlur } };
}
