import { resolve } from "node:path";
import { countedItems, exportEverything } from "../../archive.ts";
import { type Command, UsageError } from "./command.ts";
import { withApp } from "./with-app.ts";

export const command: Command = {
  options: { "database-url": { type: "string" } },
  async run({ positionals, values }) {
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) throw new UsageError("export takes one folder: export DIR");
    return withApp(values, async (app) => {
      const exported = await exportEverything(app, resolve(folder));
      if (!exported.ok) throw new UsageError(exported.reason);
      if (values.json) console.log(JSON.stringify({ folder: resolve(folder), ...exported.value }));
      else console.log(`${countedItems(exported.value)} are in ${resolve(folder)}`);
      return 0;
    });
  },
};
