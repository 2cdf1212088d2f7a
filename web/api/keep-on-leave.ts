import { useEffect } from "react";
import type { DraftKeeper } from "./draft-keeper.ts";

/** Sends what is unsent when the page is left or hidden, and when the network is back. */
export function useKeepOnLeave({ leave, flush }: Pick<DraftKeeper, "leave" | "flush">): void {
  useEffect(() => {
    const onHide = () => document.visibilityState === "hidden" && leave();
    const onOnline = () => void flush();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("online", onOnline);
      leave();
    };
  }, [leave, flush]);
}
