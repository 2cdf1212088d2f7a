import { resolve } from "node:path";
import { countedItems, importEverything } from "../../archive.ts";
import { type Command, UsageError } from "./command.ts";
import { withApp } from "./with-app.ts";

export const command: Command = {
  options: { "database-url": { type: "string" } },
  async run({ positionals, values }) {
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) throw new UsageError("import takes one folder: import DIR");
    return withApp(values, async (app) => {
      const imported = await importEverything(app, resolve(folder));
      if (!imported.ok) throw new UsageError(`Nothing was imported:\n${imported.reason.join("\n")}`);
      if (values.json) console.log(JSON.stringify({ folder: resolve(folder), ...imported.value }));
      else console.log(`${countedItems(imported.value)} are here now.`);
      return 0;
    });
  },
};
