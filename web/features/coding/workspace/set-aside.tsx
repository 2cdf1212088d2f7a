import { Button } from "../../../ui/button.tsx";
import { formatDayAndTime } from "../../../ui/format-time.ts";

type Props = { at: string; onCompare: () => void; onUse: () => void; onDismiss: () => void };

/** Text typed here that never reached the server, and is older than what did: offered, not lost. */
export function SetAside({ at, onCompare, onUse, onDismiss }: Props) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-part-wash px-4 py-2 text-[14px]"
    >
      <p className="mr-auto">
        A newer draft from elsewhere is open. What you typed here on {formatDayAndTime(at)} had not been saved, and is
        kept.
      </p>
      <Button look="quiet" onClick={onCompare}>
        Compare
      </Button>
      <Button look="quiet" onClick={onUse}>
        Use it instead
      </Button>
      <Button look="quiet" onClick={onDismiss}>
        Leave it
      </Button>
    </div>
  );
}
