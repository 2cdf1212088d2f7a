import { classNames } from "../../../ui/class-names.ts";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import { asWords } from "../wording.ts";

type Props = { name: string; why: string; said?: string | undefined; tone?: "fail" | "idle" };

/** A test in words: its name, why it exists, and what else is to say of it. */
export function TestWords({ name, why, said, tone = "idle" }: Props) {
  return (
    <>
      {asWords(name)}
      <span className="text-ink-2">
        {" — "}
        <TextWithCode text={why} />
      </span>
      {said && " "}
      {said && (
        <span className={classNames("whitespace-nowrap", tone === "fail" ? "text-fail" : "text-ink-3")}>· {said}</span>
      )}
    </>
  );
}
