import { useId } from "react";

type Place = "above" | "beside" | "hidden";

type Props<Value extends string> = {
  label: string;
  /** Where the label stands; above where nothing else is said. */
  place?: Place;
  value: Value;
  choices: readonly { value: Value; name: string }[];
  onChoose: (value: Value) => void;
};

const LOOKS: Record<Place, { whole: string; label: string; select: string }> = {
  above: { whole: "min-w-0 flex-1", label: "mb-1 block text-[13px] text-ink-2", select: "w-full" },
  beside: { whole: "flex min-w-0 items-center gap-2", label: "text-[14px] text-ink-2", select: "" },
  hidden: { whole: "min-w-0", label: "sr-only", select: "max-w-full" },
};

/** One of several by a native list: works with every keyboard, phone and screen reader. */
export function ChoiceField<Value extends string>({ label, place = "above", value, choices, onChoose }: Props<Value>) {
  const id = useId();
  const looks = LOOKS[place];
  return (
    <div className={looks.whole}>
      <label htmlFor={id} className={looks.label}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find((each) => each.value === target.value);
          if (chosen) onChoose(chosen.value);
        }}
        className={`h-9 min-w-0 truncate rounded-md border border-control bg-sheet px-2 text-[14px] ${looks.select}`}
      >
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  );
}
