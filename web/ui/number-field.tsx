import { useState } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  id: string;
  value: number;
  /** What is shown is the value times this: 100 for a share typed in percent. */
  scale: number;
  wrong: boolean;
  /** Ids of what describes it. */
  described?: string | undefined;
  onChange: (value: number) => void;
};

/** What is typed stays as typed ("1,000", "2."), the number behind it follows; NaN where it is none. */
export function NumberField({ id, value, scale, wrong, described, onChange }: Props) {
  const shown = Number.isFinite(value)
    ? Number((value * scale).toPrecision(12)).toLocaleString("en-US", { maximumFractionDigits: 12 })
    : "";
  const [typed, setTyped] = useState<string>();
  return (
    <input
      id={id}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? shown}
      aria-invalid={wrong}
      aria-describedby={described}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(numberIn(target.value) / scale);
      }}
      onBlur={() => Number.isFinite(value) && setTyped(undefined)}
      className={classNames(
        "num block h-9 w-full rounded-md border bg-sheet px-2 text-right text-[14px] text-ink",
        wrong ? "border-fail" : "border-control",
      )}
    />
  );
}

function numberIn(typed: string): number {
  const plain = typed.replaceAll(/[\s,_]/g, "").replace("−", "-");
  return plain === "" ? Number.NaN : Number(plain);
}
