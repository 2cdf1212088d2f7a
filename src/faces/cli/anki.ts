import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { counted } from "../../lib/text.ts";
import { type Command, UsageError } from "./command.ts";
import { withApp } from "./with-app.ts";

export const command: Command = {
  options: { "database-url": { type: "string" } },
  async run({ positionals, values }) {
    const [what, file] = positionals;
    if ((what !== "export" && what !== "import") || file === undefined || positionals.length > 2)
      throw new UsageError("anki takes export or import, and a file: anki export holdout.txt");
    if (what === "import" && !existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    return withApp(values, async ({ recall }) => {
      if (what === "export") {
        const text = await recall.exportAnki();
        writeFileSync(file, text);
        const notes = text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).length;
        if (values.json) console.log(JSON.stringify({ file, notes }));
        else console.log(`${counted(notes, "note")} are in ${file}. In Anki: File, Import.`);
        return 0;
      }
      const imported = await recall.importAnki(readFileSync(file, "utf8"));
      if (!imported.ok) throw new UsageError(imported.reason.slice(0, 20).join("\n"));
      if (values.json) console.log(JSON.stringify({ file, reviews: imported.value }));
      else console.log(`${counted(imported.value, "review")} read from ${file}`);
      return 0;
    });
  },
};
