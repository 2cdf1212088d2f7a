const SQLITE_FULL = 13;
const SQLITE_IOERR = 10;
const POSTGRES_DISK_FULL = "53100";

/** Whether a write failed because there is no space left, whichever layer noticed. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, errcode, errstr } = error as { code?: unknown; errcode?: unknown; errstr?: unknown };
  if (code === "ENOSPC" || code === "EDQUOT" || code === POSTGRES_DISK_FULL) return true;
  if (code !== "ERR_SQLITE_ERROR" || typeof errcode !== "number") return false;
  // A WAL that cannot grow is reported as an I/O error whose text names the disk on some platforms.
  const primary = errcode & 0xff;
  return primary === SQLITE_FULL || (primary === SQLITE_IOERR && /full|space/i.test(String(errstr)));
}
