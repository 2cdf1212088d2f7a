import { expect, test } from "vitest";
import { tryEdit, tryRename } from "./try-edit.ts";

const TEXT = "gateway -> cache{ttl=60s} -> app:service\n";

test("an edit that brings in an error is refused with its mend", () => {
  const tried = tryEdit(TEXT, TEXT.replace("60s", "60q"));
  expect(tried.ok).toBe(false);
  if (!tried.ok) expect(tried.reason.message).toContain("60q");
});

test("an error that was there before stands in the way of nothing", () => {
  const faulty = `${TEXT}gatway -> app\n`;
  expect(tryEdit(faulty, faulty.replace("60s", "90s"))).toEqual({ ok: true, value: faulty.replace("60s", "90s") });
});

test("a new name is one that the language can read and that is free", () => {
  expect(tryRename(TEXT, "app", "orders-service")).toMatchObject({ ok: true });
  for (const name of ["", "two words", "-x", "cache"])
    expect(tryRename(TEXT, "app", name)).toMatchObject({ ok: false });
});
