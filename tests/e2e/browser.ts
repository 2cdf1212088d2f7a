import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
];

// Nothing may be fetched in the background, and a container without user namespaces has no browser sandbox to offer: the only
// pages opened are our own.
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

/** A real headless Chromium: on Linux the one that npm brought with its libraries, elsewhere one that is installed. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await executablePath(), args: [...ARGS, ...more], headless: true });
}

/** The browser, unpacked where it comes packed. */
export async function executablePath(): Promise<string> {
  if (process.platform === "linux" && process.arch === "x64") {
    // It unpacks into the temporary folder under fixed names: a folder of one's own, for another user may have been there.
    process.env.TMPDIR = join("/tmp", `holdout-browser-${userInfo().uid}`);
    mkdirSync(process.env.TMPDIR, { recursive: true, mode: 0o700 });
    process.env.FONTCONFIG_FILE = writeFontsConfig(process.env.TMPDIR);
    // The package unpacks the shared libraries that a bare machine lacks only where it believes to be on a lambda.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs24.x";
    const { default: packaged } = await import("@sparticuz/chromium");
    return packaged.executablePath();
  }
  const found = INSTALLED.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`No browser to test with. Install Chrome or Chromium; looked at ${INSTALLED.join(", ")}.`);
}

/** The package's own list of font folders names /tmp/fonts, whatever folder it unpacks into: without fonts no text has a size. */
function writeFontsConfig(folder: string): string {
  const path = join(folder, "fonts.conf");
  const folders = [join(folder, "fonts"), "/usr/share/fonts"].map((each) => `<dir>${each}</dir>`).join("");
  const cache = `<cachedir>${join(folder, "fonts-cache")}</cachedir>`;
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(path, `${head}<fontconfig>${folders}${cache}</fontconfig>\n`);
  return path;
}
