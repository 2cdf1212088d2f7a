import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";

type Props = {
  /** The button that asks. */
  ask: ReactNode;
  /** What happens and what it costs, before it happens. */
  consequence: ReactNode;
  confirm: string;
  decline: string;
  onConfirm: () => void;
  pending?: boolean;
  /** Of the button that asks. */
  look?: "primary" | "plain";
};

/** A step with a cost, confirmed where it stands: focus moves to the answer and comes back on "no". */
export function InlineConfirm(props: Props) {
  const { ask, consequence, confirm, decline, onConfirm, pending = false, look = "plain" } = props;
  const [asked, setAsked] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const cameBack = useRef(false);

  useEffect(() => {
    if (asked) yes.current?.focus();
    else if (cameBack.current) opener.current?.focus();
  }, [asked]);

  const leave = () => {
    cameBack.current = true;
    setAsked(false);
  };
  if (!asked) {
    return (
      <Button ref={opener} look={look} onClick={() => setAsked(true)} disabled={pending}>
        {ask}
      </Button>
    );
  }
  return (
    <fieldset
      className="settle rounded-md border border-line bg-sunk p-3"
      onKeyDown={(event) => event.key === "Escape" && leave()}
    >
      <legend className="sr-only">Confirm</legend>
      <p className="mb-2 text-[14px]">{consequence}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          ref={yes}
          look="primary"
          disabled={pending}
          onClick={() => {
            onConfirm();
            setAsked(false);
          }}
        >
          {confirm}
        </Button>
        <Button onClick={leave}>{decline}</Button>
      </div>
    </fieldset>
  );
}
