import { describe, expect, test } from "vitest";
import { displayKeys, type KeyStroke, matchesKeys, typesText } from "./keys.ts";

const press = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("matching", () => {
  test("Ctrl on a PC, Command on a Mac", () => {
    expect(matchesKeys("Mod-Enter", press("Enter", { ctrlKey: true }), "pc")).toBe(true);
    expect(matchesKeys("Mod-Enter", press("Enter", { metaKey: true }), "mac")).toBe(true);
    expect(matchesKeys("Mod-Enter", press("Enter", { ctrlKey: true }), "mac")).toBe(false);
  });

  test("run and submit differ by Shift", () => {
    const withShift = press("Enter", { ctrlKey: true, shiftKey: true });
    expect(matchesKeys("Mod-Enter", withShift, "pc")).toBe(false);
    expect(matchesKeys("Mod-Shift-Enter", withShift, "pc")).toBe(true);
  });

  test("a sign is matched by what it types: ? sits on another key in each layout", () => {
    expect(matchesKeys("?", press("?", { shiftKey: true }), "pc")).toBe(true);
    expect(matchesKeys("j", press("J", { shiftKey: true }), "pc")).toBe(false);
  });

  test("Alt-1 works where Alt types another character", () => {
    expect(matchesKeys("Alt-1", press("¡", { altKey: true, code: "Digit1" }), "mac")).toBe(true);
    expect(matchesKeys("Alt-r", press("®", { altKey: true, code: "KeyR" }), "mac")).toBe(true);
    expect(matchesKeys("Alt-r", press("r", { altKey: true, code: "KeyO" }), "pc")).toBe(true); // by what it types, where it types a letter
    expect(matchesKeys("Alt-r", press("p", { altKey: true, code: "KeyR" }), "pc")).toBe(false);
  });

  test("a bare key is not meant when Ctrl is held", () => {
    expect(matchesKeys("k", press("k", { ctrlKey: true }), "pc")).toBe(false);
  });
});

test("bare keys belong to the text while typing, chords do not", () => {
  expect([typesText("?"), typesText("j"), typesText("Mod-k"), typesText("Alt-2")]).toEqual([true, true, false, false]);
});

test("a shortcut is shown in the names of the keyboard at hand", () => {
  expect(displayKeys("Mod-Shift-Enter", "mac")).toBe("⌘⇧↵");
  expect(displayKeys("Mod-k", "pc")).toBe("Ctrl K");
  expect(displayKeys("j", "pc")).toBe("j");
});
