import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Mark, SearchIcon } from "../ui/icons.tsx";
import { rooms } from "./rooms.tsx";

/** The rail of a narrow screen. */
export function TopBar({ onPalette }: { onPalette: () => void }) {
  const names = useRef<HTMLDivElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // on the narrowest screens the row is longer than the screen
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another room
  useEffect(() => {
    const row = names.current;
    const room = row?.querySelector<HTMLElement>('[data-status="active"]');
    if (row && room) row.scrollLeft = room.offsetLeft + room.offsetWidth - row.clientWidth;
  }, [path]);
  return (
    <nav aria-label="Rooms" className="flex h-12 shrink-0 items-center gap-1 border-b border-line px-3 md:hidden">
      <Link to="/" className="mr-1 flex sm:mr-3 items-center gap-2 rounded-md font-semibold tracking-tight">
        <Mark />
        <span className="max-sm:sr-only">Holdout</span>
      </Link>
      <div ref={names} className="relative flex min-w-0 gap-0.5 overflow-x-auto">
        {rooms.map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            className="rounded-md px-2 py-1.5 text-[14px] text-ink-2"
            activeProps={{ className: "bg-sunk !text-ink font-medium" }}
            activeOptions={{ exact: to === "/", includeSearch: false }}
          >
            {name}
          </Link>
        ))}
      </div>
      <button
        type="button"
        aria-label="Find a page, a problem or an action"
        onClick={onPalette}
        className="-mr-1 ml-auto grid size-10 place-items-center rounded-md text-ink-2"
      >
        <SearchIcon />
      </button>
    </nav>
  );
}
