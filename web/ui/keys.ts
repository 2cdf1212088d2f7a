/** Keys as written in the code: "Mod-Enter", "Mod-Shift-Enter", "Alt-1", "j", "?"; Mod is ⌘ on a Mac, Ctrl elsewhere. */
export type KeyStroke = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

export type Keyboard = "mac" | "pc";

const atHand: Keyboard = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "") ? "mac" : "pc";

/** Whether a key press is this shortcut. A lone sign ("?") is matched by what it types, wherever Shift puts it. */
export function matchesKeys(keys: string, stroke: KeyStroke, keyboard: Keyboard = atHand): boolean {
  const mac = keyboard === "mac";
  const parts = keys.split("-");
  const key = parts.pop() ?? "";
  const mod = parts.includes("Mod");
  if ((mac ? stroke.metaKey : stroke.ctrlKey) !== mod) return false;
  if (mac ? stroke.ctrlKey : stroke.metaKey) return false;
  if (stroke.altKey !== parts.includes("Alt")) return false;
  const loneSign = parts.length === 0 && key.length === 1;
  if (!loneSign && stroke.shiftKey !== parts.includes("Shift")) return false;
  // with Alt a Mac types another character: go by the place of the digit or the letter
  if (stroke.altKey && /^\d$/.test(key)) return stroke.code === `Digit${key}`;
  if (stroke.altKey && /^[a-z]$/i.test(key) && !/^[a-z]$/i.test(stroke.key))
    return stroke.code === `Key${key.toUpperCase()}`;
  return loneSign ? stroke.key === key : stroke.key.toLowerCase() === key.toLowerCase();
}

/** Shortcuts that type a character belong to the text while one is being written. */
export function typesText(keys: string): boolean {
  return !/^(Mod|Alt)-/.test(keys);
}

const names: Record<Keyboard, Record<string, string>> = {
  mac: { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↵", ArrowUp: "↑", ArrowDown: "↓" },
  pc: { Mod: "Ctrl", ArrowUp: "↑", ArrowDown: "↓" },
};

/** The shortcut as this keyboard names it: "⌘↵" or "Ctrl Enter". */
export function displayKeys(keys: string, keyboard: Keyboard = atHand): string {
  const parts = keys.split("-").map((part) => (part.length === 1 && keys.length > 1 ? part.toUpperCase() : part));
  return parts.map((part) => names[keyboard][part] ?? part).join(keyboard === "mac" ? "" : " ");
}
