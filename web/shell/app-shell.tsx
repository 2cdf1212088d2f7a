import { type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { classNames } from "../ui/class-names.ts";
import {
  ActionContext,
  actionFor,
  EVERYWHERE,
  type PageAction,
  pageFirst,
  useActions,
  useAllActions,
} from "./actions.ts";
import { Palette } from "./palette.tsx";
import type { PaletteEntry } from "./palette-entries.ts";
import { type Count, Rail } from "./rail.tsx";
import type { Room } from "./rooms.tsx";
import { ShortcutList } from "./shortcut-list.tsx";
import { TopBar } from "./top-bar.tsx";
import { usePageFocus } from "./use-page-focus.ts";

type Props = {
  children: ReactNode;
  /** Places the palette reaches besides the actions of the page. */
  places: readonly PaletteEntry[];
  counts: Partial<Record<Room["to"], Count>>;
  layout: "page" | "work";
  footnote: ReactNode;
};

type Overlay = "palette" | "shortcuts" | null;

export function AppShell({ children, places, counts, layout, footnote }: Props) {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const around = useRef<HTMLDivElement>(null);
  useShellKeys(overlay, setOverlay);
  usePageFocus(around);
  const actions = useAllActions();
  const entries = useMemo(
    () => [
      ...pageFirst(actions)
        .filter(({ keysOnly }) => !keysOnly)
        .map(asEntry),
      ...places,
    ],
    [actions, places],
  );
  const toggle = (which: Exclude<Overlay, null>) => (open: boolean) => setOverlay(open ? which : null);
  return (
    // a workspace fills the window and scrolls inside; a page is as long as it is
    <div className={classNames("flex flex-col md:flex-row", layout === "work" ? "h-dvh" : "min-h-dvh")}>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-sheet focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <Rail
        counts={counts}
        width={layout === "work" ? "slim" : "full"}
        footnote={footnote}
        onPalette={() => setOverlay("palette")}
        onShortcuts={() => setOverlay("shortcuts")}
      />
      {layout === "page" && <TopBar onPalette={() => setOverlay("palette")} />}
      <div ref={around} className="flex min-h-0 min-w-0 flex-1 flex-col">
        {children}
      </div>
      <Palette open={overlay === "palette"} onOpenChange={toggle("palette")} entries={entries} />
      <ShortcutList open={overlay === "shortcuts"} onOpenChange={toggle("shortcuts")} />
    </div>
  );
}

const asEntry = ({ id, label, keys, run }: PageAction): PaletteEntry => ({ id, label, keys, run, group: "This page" });

/** Every shortcut of the page comes through here; while a dialog is open only the palette's own key does. */
function useShellKeys(overlay: Overlay, setOverlay: (overlay: Overlay) => void): void {
  const registry = useContext(ActionContext);
  const own = useMemo<PageAction[]>(
    () => [
      {
        id: "shell.palette",
        label: "Find anything",
        keys: "Mod-k",
        group: EVERYWHERE,
        run: () => setOverlay("palette"),
        keysOnly: true,
      },
      {
        id: "shell.shortcuts",
        label: "Keys of this page",
        keys: "?",
        group: EVERYWHERE,
        run: () => setOverlay("shortcuts"),
      },
    ],
    [setOverlay],
  );
  useActions(own);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionFor(event, overlay ? own.slice(0, 1) : registry.all());
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action.run();
    };
    // in the capture phase: the editor has uses of its own for Mod-Enter
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [registry, overlay, own]);
}
