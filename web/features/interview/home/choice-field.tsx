import { useId } from "react";

type Props<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly { value: Value; name: string }[];
  onChoose: (value: Value) => void;
};

/** One of several by a native list, its label above it. */
export function ChoiceField<Value extends string>({ label, value, choices, onChoose }: Props<Value>) {
  const id = useId();
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className="mb-1 block text-[13px] text-ink-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find((each) => each.value === target.value);
          if (chosen) onChoose(chosen.value);
        }}
        className="h-9 w-full min-w-0 truncate rounded-md border border-control bg-sheet px-2 text-[14px]"
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
