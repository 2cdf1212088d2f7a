import type { KeyboardEvent, PointerEvent } from "react";

/** Per cent of the width that the text may have. */
const [LEAST, MOST] = [22, 70];
const STEP = 3;

type Props = { share: number; onShare: (share: number) => void };

const within = (share: number) => Math.min(MOST, Math.max(LEAST, Math.round(share)));

/** The line between text and canvas: drawn by the pointer, moved by the arrow keys. */
export function Splitter({ share, onShare }: Props) {
  const onPointerMove = ({ currentTarget, pointerId, clientX }: PointerEvent<HTMLElement>) => {
    const whole = currentTarget.parentElement?.getBoundingClientRect();
    if (!whole || !currentTarget.hasPointerCapture(pointerId)) return;
    onShare(within(((clientX - whole.left) / whole.width) * 100));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: share - STEP, ArrowRight: share + STEP, Home: LEAST, End: MOST }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onShare(within(to));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator with a value
    <div
      role="separator"
      data-split
      tabIndex={0}
      aria-label="Width of the text"
      aria-orientation="vertical"
      aria-valuenow={share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
