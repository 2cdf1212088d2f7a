import { ok, type Result } from "../../lib/result.ts";

/** A room as export and import see it. */
export type RoomArchive = {
  folder: string;
  exportTo: (folder: string) => Promise<number>;
  /** Reads all of a folder; nothing is stored before `restore` is called. */
  readFrom: (folder: string) => Promise<Result<{ count: number; restore: () => Promise<void> }, string[]>>;
};

type Room<Item> = {
  /** Writes everything into a folder; returns how many items there were. */
  exportTo: (folder: string) => Promise<number>;
  /** Adds items to what is there; doing it twice changes nothing. */
  restore: (items: readonly Item[]) => Promise<void>;
};

/** Joins a room with the function that reads what it exports. */
export function roomArchive<Item>(
  folder: string,
  room: Room<Item>,
  read: (folder: string) => Promise<Result<Item[], string[]>>,
): RoomArchive {
  return {
    folder,
    exportTo: (into) => room.exportTo(into),
    async readFrom(from) {
      const items = await read(from);
      if (!items.ok) return items;
      return ok({ count: items.value.length, restore: () => room.restore(items.value) });
    },
  };
}
