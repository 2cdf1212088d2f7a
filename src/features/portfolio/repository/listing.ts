import { type FileKind, kindOfFile } from "./worth-listing.ts";

/** Files that are listed in all, and of one folder: a folder of 100,000 pictures must not hide the code. */
const MOST_LISTED: Record<FileKind, number> = { telling: 12_000, data: 4_000, other: 4_000 };
const MOST_OF_A_FOLDER: Record<FileKind, number> = { telling: 2_000, data: 500, other: 200 };

/** Chooses the files to list, folder by folder; give it the folders from the root downwards. */
export function createListing() {
  const room = { ...MOST_LISTED };
  let total = 0;
  let listed = 0;
  let fullest = { folder: "", left: 0 };
  return {
    /** Of the names in a folder those that are listed. */
    choose(folder: string, names: readonly string[]): string[] {
      const left = { ...MOST_OF_A_FOLDER };
      const chosen = names.toSorted().filter((name) => {
        const kind = kindOfFile(name);
        if (left[kind] === 0 || room[kind] === 0) return false;
        left[kind]--;
        room[kind]--;
        return true;
      });
      total += names.length;
      listed += chosen.length;
      if (names.length - chosen.length > fullest.left) fullest = { folder, left: names.length - chosen.length };
      return chosen;
    },
    total: () => total,
    limits(): string[] {
      if (listed === total) return [];
      const { folder, left } = fullest;
      const most = `most of them in ${folder === "" ? "the root" : folder}`;
      return [
        `Of ${said(total)} files ${said(listed)} are listed; ${said(total - listed)} are left out${left * 2 > total - listed ? `, ${most}` : ""}.`,
      ];
    },
  };
}

function said(count: number): string {
  return count.toLocaleString("en-US");
}
