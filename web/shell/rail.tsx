import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names.ts";
import { KeyboardIcon, Mark, SearchIcon, SettingsIcon } from "../ui/icons.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { type Room, roomAt, rooms } from "./rooms.tsx";

export type Count = { value: number; meaning: string };

type Props = {
  counts: Partial<Record<Room["to"], Count>>;
  /** On a page that needs the width the rail shows signs alone, until the screen is very wide. */
  width: "full" | "slim";
  footnote: ReactNode;
  onPalette: () => void;
  onShortcuts: () => void;
};

export function Rail({ counts, width, footnote, onPalette, onShortcuts }: Props) {
  const slim = width === "slim";
  const here = useLocation({ select: ({ pathname }) => roomAt(pathname) });
  return (
    <nav
      aria-label="Rooms"
      data-slim={slim || undefined}
      className={classNames(
        "group sticky top-0 hidden h-dvh shrink-0 flex-col gap-0.5 overflow-y-auto border-r border-line px-3 py-4 md:flex",
        slim ? "w-[60px] xl:w-[184px]" : "w-[184px]",
      )}
    >
      <Link
        to="/"
        aria-label="Holdout"
        className="mb-3 flex items-center gap-2.5 rounded-md px-2 text-[15px] font-semibold tracking-tight"
      >
        <Mark />
        <span className={fullOnly}>Holdout</span>
      </Link>
      {rooms.map((room) => (
        <RoomLink key={room.to} room={room} here={room === here} count={counts[room.to]} />
      ))}
      <div className="mt-auto flex flex-col gap-0.5">
        <Link to="/settings" title="Settings" className={item} activeProps={{ className: HERE }}>
          <SettingsIcon />
          <span className={nameClass}>Settings</span>
        </Link>
        <RailButton name="Find" keys="Mod-k" icon={<SearchIcon />} onPress={onPalette} />
        <RailButton name="Keys" keys="?" icon={<KeyboardIcon />} onPress={onShortcuts} />
        {footnote && <div className={classNames("caption mt-2 px-2", fullOnly)}>{footnote}</div>}
      </div>
    </nav>
  );
}

const HERE = "bg-sunk !text-ink font-medium";
const fullOnly = "max-xl:group-data-slim:hidden";
const nameClass = "max-xl:group-data-slim:sr-only";
const item = "flex min-h-9 items-center gap-2.5 rounded-md px-2 text-[14px] text-ink-2 hover:bg-sunk hover:text-ink";

type RoomProps = { room: Room; here: boolean; count: Count | undefined };

function RoomLink({ room: { to, name, icon, opensGroup }, here, count }: RoomProps) {
  return (
    <Link
      to={to}
      title={name}
      aria-current={here ? "page" : undefined}
      className={classNames(item, opensGroup && "mt-3", here && HERE)}
    >
      {icon}
      <span className={nameClass}>{name}</span>
      {count && (
        <span className={classNames("num ml-auto text-ink-3", fullOnly)} title={count.meaning}>
          {count.value}
          <span className="sr-only"> {count.meaning}</span>
        </span>
      )}
    </Link>
  );
}

type ButtonProps = { name: string; keys: string; icon: ReactNode; onPress: () => void };

function RailButton({ name, keys, icon, onPress }: ButtonProps) {
  return (
    <button type="button" className={item} onClick={onPress} title={name}>
      {icon}
      <span className={nameClass}>{name}</span>
      <span className={classNames("ml-auto", fullOnly)}>
        <Kbd keys={keys} />
      </span>
    </button>
  );
}
