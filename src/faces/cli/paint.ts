import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];
export type Paint = (format: Format, text: string) => string;

/** Colours text, or leaves it alone where no terminal reads it. */
export function painter({ color }: { color: boolean }): Paint {
  return (format, text) => (color ? styleText(format, text, { validateStream: false }) : text);
}
