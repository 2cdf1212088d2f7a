import { Link, useLocation } from "@tanstack/react-router";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { classNames } from "../ui/class-names.ts";
import { ChevronIcon, Mark, SearchIcon, SettingsIcon } from "../ui/icons.tsx";
import { OverPage } from "../ui/over-page.tsx";
import { type Room, roomAt, rooms } from "./rooms.tsx";

/** The rail of a narrow screen: the name of the room, and all rooms behind it. */
export function TopBar({ onPalette }: { onPalette: () => void }) {
  const [open, setOpen] = useState(false);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const here = roomAt(path);
  const name = here?.name ?? (path === "/settings" ? "Settings" : "Rooms");
  return (
    <nav aria-label="Rooms" className="flex h-12 shrink-0 items-center gap-1 border-b border-line px-3 md:hidden">
      <Link to="/" aria-label="Holdout" className="grid size-10 place-items-center rounded-md">
        <Mark />
      </Link>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={here ? `Rooms: ${name}` : name}
        onClick={() => setOpen(true)}
        className="flex h-10 items-center gap-1.5 rounded-md px-2 font-medium"
      >
        {name}
        <ChevronIcon />
      </button>
      <button
        type="button"
        aria-label="Find a page, a problem or an action"
        onClick={onPalette}
        className="-mr-1 ml-auto grid size-10 place-items-center rounded-md text-ink-2"
      >
        <SearchIcon />
      </button>
      <OverPage open={open} onOpenChange={setOpen} className="top-14 max-h-[86dvh] max-w-[420px] overflow-y-auto p-2">
        <Dialog.Title className="sr-only">Rooms</Dialog.Title>
        <RoomList here={path === "/settings" ? path : here?.to} onChoose={() => setOpen(false)} />
      </OverPage>
    </nav>
  );
}

type Props = { here: Room["to"] | "/settings" | undefined; onChoose: () => void };

const SETTINGS = { to: "/settings", name: "Settings", icon: <SettingsIcon /> } as const;

const RoomList = ({ here, onChoose }: Props) => (
  <ul className="grid grid-cols-2 gap-1">
    {[...rooms, SETTINGS].map(({ to, name, icon }) => (
      <li key={to}>
        <Link
          to={to}
          onClick={onChoose}
          aria-current={to === here ? "page" : undefined}
          className={classNames(
            "flex min-h-11 items-center gap-2.5 rounded-md px-3 text-ink-2 hover:bg-sunk hover:text-ink",
            to === here && "bg-sunk !text-ink font-medium",
          )}
        >
          {icon}
          {name}
        </Link>
      </li>
    ))}
  </ul>
);
