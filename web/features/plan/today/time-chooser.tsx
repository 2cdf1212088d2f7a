const CHOICES = [undefined, 10, 25, 45, 90] as const;

type Props = { minutes: number | undefined; onChoose: (minutes: number | undefined) => void };

/** How much time there is today; the plan fits itself to it. */
export function TimeChooser({ minutes, onChoose }: Props) {
  return (
    <fieldset className="mb-4">
      <legend className="mb-1.5 text-[13px] text-ink-2">Time that you have now</legend>
      <div className="flex flex-wrap gap-1 sm:gap-1.5">
        {CHOICES.map((choice) => (
          <label
            key={choice ?? "usual"}
            className="num flex min-h-9 cursor-pointer items-center rounded-md border border-line-strong bg-sheet px-1 text-[14px] max-sm:flex-auto max-sm:justify-center hover:border-control sm:px-3 has-checked:border-accent has-checked:bg-accent-wash has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="minutes"
              className="sr-only"
              checked={minutes === choice}
              onChange={() => onChoose(choice)}
            />
            {choice === undefined ? "As planned" : `${choice} min`}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
