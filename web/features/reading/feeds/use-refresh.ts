import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { refreshFeed, roomKey } from "../queries.ts";

type Progress = { running: boolean; said: string; error: unknown };

/** Fetches feeds one after the other, for their servers' sake, and says how far it is. */
export function useRefresh() {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>({ running: false, said: "", error: null });
  const stopped = useRef(false);
  const start = async (feeds: readonly { id: string; title: string }[]) => {
    stopped.current = false;
    let [added, failures, done] = [0, 0, 0];
    try {
      for (const { id, title } of feeds) {
        if (stopped.current) break;
        setProgress({ running: true, said: `${done + 1} of ${feeds.length}: ${title}`, error: null });
        const refreshed = await refreshFeed(id);
        added += refreshed.added;
        failures += refreshed.outcome === "failed" ? 1 : 0;
        done++;
      }
      const failed = failures > 0 ? `, ${counted(failures, "feed")} not got` : "";
      setProgress({ running: false, said: `${counted(added, "new entry", "new entries")}${failed}.`, error: null });
    } catch (error) {
      setProgress({ running: false, said: "", error });
    }
    void client.invalidateQueries(roomKey);
  };
  const stop = () => {
    stopped.current = true;
  };
  return { ...progress, start, stop };
}
