/** A text of this browser's storage; "" where there is none or storage is closed to us. */
export function readText(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a text until it is emptied; a browser without storage keeps it for the page alone. */
export function writeText(key: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // nothing to be done: what is typed is still on the page
  }
}
