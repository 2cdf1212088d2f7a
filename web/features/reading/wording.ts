import type { Listener, Status } from "./types.ts";

export const STATUS_NAMES: readonly { value: Status; name: string }[] = [
  { value: "unread", name: "Unread" },
  { value: "to-read", name: "To read" },
  { value: "reading", name: "Reading" },
  { value: "read", name: "Read" },
  { value: "dropped", name: "Dropped" },
];

export const LISTENER_NAMES: readonly { value: Listener; name: string }[] = [
  { value: "colleague", name: "a colleague of your field" },
  { value: "junior", name: "a junior colleague" },
  { value: "engineer", name: "an engineer of another field" },
  { value: "researcher", name: "a researcher" },
  { value: "product-manager", name: "a product manager" },
  { value: "executive", name: "an executive" },
];

export const FIELD = "h-10 w-full min-w-0 rounded-md border border-control bg-sheet px-3 text-[16px] sm:text-[15px]";
