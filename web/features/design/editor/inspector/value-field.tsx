import { useId } from "react";
import type { Parameter } from "../../../../../src/features/design/model/components/spec.ts";
import { classNames } from "../../../../ui/class-names.ts";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import type { EditAttempt, EditReason } from "../try-edit.ts";
import { defaultWords, rangeWords, suggestedValues } from "./parameter-words.ts";
import { useDraft } from "./use-draft.ts";

type Props = {
  parameter: Parameter;
  /** As written; "" where the default stands. */
  value: string;
  /** What is wrong with it as it is written. */
  fault: EditReason | undefined;
  /** How one would write it, where there is no default to show. */
  example?: string;
  /** The text with another value, or why it cannot be. */
  attempt: (value: string) => EditAttempt;
  onText: (text: string) => void;
};

/** One value of the design: checked while it is typed, written on Enter or on leaving. Empty means the default. */
export function ValueField({ parameter, value, fault: written, example, attempt, onText }: Props) {
  const id = useId();
  const { shown, refused, change, commit, onKeyDown } = useDraft({ value, attempt, onText });
  const fault = refused ?? (shown === value ? written : undefined);
  const hints = suggestedValues(parameter);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_132px] gap-x-3 border-t border-line py-2">
      <label htmlFor={id} className="self-center text-sm font-medium">
        {parameter.title} <span className="ml-1 font-mono text-[12px] font-normal text-ink-3">{parameter.key}</span>
      </label>
      <input
        id={id}
        list={hints.length > 0 ? `${id}-hints` : undefined}
        value={shown}
        placeholder={parameter.default || "none"}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-help ${id}-fault`}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
        className={classNames(
          "num h-8 w-full rounded-md border bg-sheet px-2 font-mono text-[16px] placeholder:text-ink-3 sm:text-sm",
          fault ? "border-fail" : "border-control",
        )}
      />
      {hints.length > 0 && (
        <datalist id={`${id}-hints`}>
          {hints.map((hint) => (
            <option key={hint} value={hint} />
          ))}
        </datalist>
      )}
      <p id={`${id}-help`} className="caption col-span-full">
        <TextWithCode text={parameter.help} /> <TextWithCode text={rangeWords(parameter, example)} />{" "}
        <Standing parameter={parameter} />
      </p>
      <p id={`${id}-fault`} aria-live="polite" className="col-span-full text-sm text-fail empty:hidden">
        {fault && <TextWithCode text={`${fault.message} ${fault.mend}`} />}
      </p>
    </div>
  );
}

function Standing({ parameter }: { parameter: Parameter }) {
  const words = defaultWords(parameter);
  return words && <span className="text-ink-2">{words}</span>;
}
