import { type Ref, useId } from "react";
import type { TypedPaper } from "./typed-paper.ts";
import { FIELD } from "./wording.ts";

type Props = { typed: TypedPaper; onChange: (typed: TypedPaper) => void; fieldRef?: Ref<HTMLInputElement> };

/** Title, authors and where it is found. */
export function PaperFields({ typed, onChange, fieldRef }: Props) {
  const id = useId();
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <label htmlFor={`${id}-title`} className="text-[14px] text-ink-2">
          Title
        </label>
        <input
          id={`${id}-title`}
          ref={fieldRef}
          value={typed.title}
          required
          maxLength={500}
          autoComplete="off"
          onChange={({ target }) => onChange({ ...typed, title: target.value })}
          className={FIELD}
        />
      </div>
      <div>
        <label htmlFor={`${id}-authors`} className="text-[14px] text-ink-2">
          Authors, with commas between
        </label>
        <input
          id={`${id}-authors`}
          value={typed.authors}
          autoComplete="off"
          onChange={({ target }) => onChange({ ...typed, authors: target.value })}
          className={FIELD}
        />
      </div>
      <div>
        <label htmlFor={`${id}-where`} className="text-[14px] text-ink-2">
          Address, or id of arXiv
        </label>
        <input
          id={`${id}-where`}
          value={typed.where}
          placeholder="2401.12345"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange({ ...typed, where: target.value })}
          className={FIELD}
        />
      </div>
    </div>
  );
}
