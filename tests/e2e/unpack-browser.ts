import { executablePath } from "./browser.ts";

/** Runs once, before the files of this project: two of them at once would unpack the browser over each other. */
export default async function setup(): Promise<void> {
  await executablePath();
}
