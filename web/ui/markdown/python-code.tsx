import { pythonLanguage } from "@codemirror/lang-python";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { type ReactNode, useMemo } from "react";

/** Python outside the editor, in the editor's colours. */
export function PythonCode({ code }: { code: string }) {
  const parts = useMemo(() => {
    const found: ReactNode[] = [];
    const put = (text: string, classes: string) =>
      found.push(
        classes ? (
          <span key={found.length} className={classes}>
            {text}
          </span>
        ) : (
          text
        ),
      );
    highlightCode(code, pythonLanguage.parser.parse(code), classHighlighter, put, () => found.push("\n"));
    return found;
  }, [code]);
  return <code>{parts}</code>;
}
