import type { EdgeKind } from "../design.ts";
import type { ComponentSpec, Role } from "./spec.ts";

/** What an arrow between two components means, by their roles; undefined where it means nothing. */
export function edgeKind(from: ComponentSpec, to: ComponentSpec): EdgeKind | undefined {
  if (from.type === "labels" && (to.type === "train" || to.type === "monitor" || to.type === "warehouse"))
    return "label";
  if (to.type === "labels")
    return from.role === "review" || from.role === "path" || from.role === "queue" ? "label" : undefined;
  return BY_ROLE[from.role]?.[to.role];
}

const BY_ROLE: Record<Role, Partial<Record<Role, EdgeKind>>> = {
  path: {
    path: "call",
    store: "call",
    queue: "publish",
    stream: "publish",
    review: "publish",
    data: "publish",
    observer: "watch",
  },
  store: { data: "read", observer: "watch" },
  queue: {
    path: "deliver",
    stream: "deliver",
    review: "deliver",
    data: "deliver",
    store: "deliver",
    observer: "watch",
  },
  stream: { store: "write", path: "write", data: "write", queue: "publish", observer: "watch" },
  review: { data: "label", queue: "publish", lifecycle: "label", observer: "watch" },
  data: { data: "read", store: "write", path: "write", lifecycle: "read", observer: "watch", stream: "read" },
  lifecycle: { lifecycle: "deploy", path: "deploy", store: "deploy", observer: "watch" },
  observer: {
    lifecycle: "trigger",
    path: "watch",
    store: "watch",
    review: "trigger",
    stream: "watch",
    queue: "watch",
    data: "watch",
  },
};
