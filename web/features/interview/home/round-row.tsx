import type { ReactNode } from "react";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icons.tsx";
import { BREAK_MINUTES, type DraftRound, MINUTES } from "./plan.ts";

type Props = {
  round: DraftRound;
  at: number;
  of: number;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onChange: (part: Partial<Pick<DraftRound, "minutes" | "breakMinutes">>) => void;
};

export function RoundRow({ round: { key, title, minutes, breakMinutes }, at, of, onMove, onRemove, onChange }: Props) {
  return (
    <li data-key={key} className="border-line border-t px-4 py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="min-w-0 flex-1 basis-full sm:basis-[140px] text-[15px]">
          <span className="num mr-2 text-ink-3">{at + 1}</span>
          {title}
        </p>
        <div className="flex items-center gap-x-2 sm:gap-x-3">
          <Minutes
            label={`Minutes of ${title}`}
            unit="min"
            range={MINUTES}
            value={minutes}
            onChange={(value) => onChange({ minutes: value })}
          />
          {at > 0 && (
            <Minutes
              label={`Minutes of break before ${title}`}
              unit="break"
              range={BREAK_MINUTES}
              value={breakMinutes}
              onChange={(value) => onChange({ breakMinutes: value })}
            />
          )}
        </div>
        <div className="-mr-2 ml-auto flex">
          <RowButton label={`Move ${title} up`} data-move="-1" disabled={at === 0} onClick={() => onMove(-1)}>
            <path d="m5.5 12 4.5-5 4.5 5" />
          </RowButton>
          <RowButton label={`Move ${title} down`} data-move="1" disabled={at === of - 1} onClick={() => onMove(1)}>
            <path d="m5.5 8 4.5 5 4.5-5" />
          </RowButton>
          <RowButton label={`Remove ${title}`} data-remove onClick={onRemove}>
            <path d="m6 6 8 8M14 6l-8 8" />
          </RowButton>
        </div>
      </div>
    </li>
  );
}

type RowButtonProps = { label: string; children: ReactNode; disabled?: boolean; onClick: () => void } & Record<
  `data-${string}`,
  string | boolean | undefined
>;

function RowButton({ label, children, ...rest }: RowButtonProps) {
  return (
    <Button look="quiet" aria-label={label} title={label} className="size-8 px-0! disabled:opacity-35" {...rest}>
      <Icon>{children}</Icon>
    </Button>
  );
}

type MinutesProps = {
  label: string;
  unit: string;
  range: { least: number; most: number };
  value: number;
  onChange: (value: number) => void;
};

function Minutes({ label, unit, range: { least, most }, value, onChange }: MinutesProps) {
  const sound = Number.isInteger(value) && value >= least && value <= most;
  return (
    <label className="num flex items-center gap-1.5 text-[13px] text-ink-2">
      <input
        type="number"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={!sound}
        title={sound ? undefined : `${least} to ${most} minutes`}
        min={least}
        max={most}
        step={5}
        value={Number.isNaN(value) ? "" : value}
        onChange={({ target }) => onChange(target.valueAsNumber)}
        className={`h-9 w-14 sm:w-16 rounded-md border bg-sheet px-2 text-right text-[14px] text-ink ${sound ? "border-control" : "border-fail"}`}
      />
      <span aria-hidden="true">{sound ? unit : `${least} to ${most}`}</span>
    </label>
  );
}
