import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { counted } from "../../lib/text.ts";
import { type Command, UsageError } from "./command.ts";
import { visible } from "./visible.ts";
import { withApp } from "./with-app.ts";

export const command: Command = {
  options: { theme: { type: "string" }, resume: { type: "string" }, "database-url": { type: "string" } },
  async run({ positionals, values }) {
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1)
      throw new UsageError("portfolio site takes one folder: portfolio site DIR");
    const theme = values.theme ?? "paper";
    if (theme !== "paper" && theme !== "slate")
      throw new UsageError(`There is no theme "${String(theme)}"; there are paper and slate.`);
    const resume = values.resume;
    if (typeof resume === "string" && !existsSync(resume)) throw new UsageError(`There is no file ${resume}.`);
    return withApp(values, async ({ portfolio }) => {
      if (typeof resume === "string") {
        const taken = await portfolio.takeResume(readFileSync(resume, "utf8"));
        if (!taken.ok) throw new UsageError(`${resume}: ${taken.reason}`);
      }
      const written = await portfolio.writeSite(resolve(folder), theme);
      if (!written.ok) throw new UsageError(written.reason);
      if (values.json) console.log(JSON.stringify(written.value));
      else {
        console.log(`${counted(written.value.files, "file")} in ${written.value.folder}; open its index.html.`);
        for (const hole of written.value.holes) console.log(`– ${visible(hole)}`);
      }
      return 0;
    });
  },
};
