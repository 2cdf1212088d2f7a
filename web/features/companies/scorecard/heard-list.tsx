import { TextButton } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/format-time.ts";
import type { Heard } from "../types.ts";

type Props = { heard: readonly Heard[]; onRemove: (at: number) => void };

/** What was said, by whom and when. */
export function HeardList({ heard, onRemove }: Props) {
  if (heard.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-1 border-line border-l-2 pl-3 text-[14px]">
      {heard.map(({ said, by, on }, at) => (
        // the same may have been said twice
        // biome-ignore lint/suspicious/noArrayIndexKey: their place is what tells them apart
        <li key={`${at} ${said}`} className="break-words">
          {said}{" "}
          <span className="text-[13px] text-ink-3">
            {[by, on && formatDay(on)].filter(Boolean).join(", ") || "nobody named"}
          </span>{" "}
          <TextButton className="text-[13px]" onClick={() => onRemove(at)} aria-label={`Remove: ${said}`}>
            Remove
          </TextButton>
        </li>
      ))}
    </ul>
  );
}
