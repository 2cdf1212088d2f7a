import { useRouter } from "@tanstack/react-router";
import { type RefObject, useEffect } from "react";

/**
 * Moves the focus to a new page: what was pressed to come to it is gone with the page before, or stands outside of it, and
 * Tab would begin at the top. The first page, another filter and a page that takes the focus itself are left alone.
 * `around` is the element whose child the page is.
 */
export function usePageFocus(around: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  useEffect(() => {
    let focused: HTMLElement | undefined;
    const toPage = () => {
      const main = document.getElementById("main");
      if (!main || main.contains(document.activeElement)) return;
      focused = main;
      main.focus({ preventScroll: true });
    };
    const unsubscribe = router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
      focused = undefined;
      if (fromLocation && pathChanged) toPage();
    });
    // the outline of a page that loads gives way to the page
    const outlines = new MutationObserver(() => {
      if (focused?.isConnected === false && document.activeElement === document.body) toPage();
    });
    if (around.current) outlines.observe(around.current, { childList: true });
    return () => {
      unsubscribe();
      outlines.disconnect();
    };
  }, [router, around]);
}
