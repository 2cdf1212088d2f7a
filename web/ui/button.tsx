import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "./class-names.ts";

type Look = "primary" | "plain" | "quiet";

const looks: Record<Look, string> = {
  primary:
    "bg-accent border-accent text-accent-ink hover:bg-accent-strong hover:border-accent-strong disabled:opacity-55 font-medium px-3.5",
  plain: "bg-sheet border-line-strong text-ink hover:border-control disabled:text-ink-3 font-medium px-3.5",
  quiet: "border-transparent text-ink-2 hover:text-ink hover:bg-sunk px-2",
};

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  ref?: Ref<HTMLButtonElement>;
  look?: Look;
  children: ReactNode;
};

export function Button({ look = "plain", className, children, ...rest }: Props) {
  const classes = classNames(
    "inline-flex min-h-9 items-center justify-center gap-2 rounded-md border py-1 text-[14px] leading-5 whitespace-nowrap",
    looks[look],
    className,
  );
  return (
    <button type="button" className={classes} {...rest}>
      {children}
    </button>
  );
}

/** Looks like a link, acts like a button: for small actions inside text. */
export function TextButton({ className, children, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      className={classNames(
        "text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
