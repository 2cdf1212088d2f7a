import { pythonLanguage } from "@codemirror/lang-python";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { Fragment, type ReactNode, useMemo } from "react";

/** Python outside the editor, in the editor's colours. */
export function PythonCode({ code }: { code: string }) {
  const lines = useMemo(() => pythonLines(code), [code]);
  return (
    <code>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines do not change places
        <Fragment key={at}>
          {at > 0 && "\n"}
          {line}
        </Fragment>
      ))}
    </code>
  );
}

/** The same line by line, for whoever marks lines. */
export function pythonLines(code: string): ReactNode[][] {
  const lines: ReactNode[][] = [[]];
  const put = (text: string, classes: string) => {
    const line = lines.at(-1) ?? [];
    line.push(
      classes ? (
        <span key={line.length} className={classes}>
          {text}
        </span>
      ) : (
        text
      ),
    );
  };
  highlightCode(code, pythonLanguage.parser.parse(code), classHighlighter, put, () => lines.push([]));
  return lines;
}
