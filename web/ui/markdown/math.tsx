import { useEffect, useRef } from "react";

let katex: Promise<typeof import("katex").default> | undefined;

/** KaTeX with its style sheet, fetched once, on the first formula. */
function loadKatex() {
  katex ??= Promise.all([import("katex"), import("katex/dist/katex.min.css")]).then(([module]) => module.default);
  return katex;
}

/** One formula. KaTeX builds DOM nodes here, never HTML text: its styles pass a policy that forbids inline ones. */
export function TeX({ source, display = false }: { source: string; display?: boolean }) {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let gone = false;
    const show = async () => {
      const { render } = await loadKatex();
      if (gone || !element.current) return;
      render(source, element.current, { displayMode: display, throwOnError: true, strict: "ignore", trust: false });
      reachByKeyboard(element.current);
    };
    // the TeX itself stays readable where KaTeX cannot be loaded or does not know a command
    show().catch(() => element.current?.replaceChildren(source));
    return () => {
      gone = true;
    };
  }, [source, display]);
  return (
    <span ref={element} className={display ? "math-block" : undefined}>
      {source}
    </span>
  );
}

/** A formula wider than its column scrolls, so it must take the focus; the others would only be stops on the way. */
function reachByKeyboard(element: HTMLElement): void {
  if (element.scrollWidth > element.clientWidth && element.clientWidth > 0) element.tabIndex = 0;
}
