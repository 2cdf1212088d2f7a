import { resolve } from "node:path";
import { exportEverything } from "../../archive.ts";
import { counted } from "../../lib/text.ts";
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
      const { problems, questions, designs, evidence } = exported.value;
      if (values.json) console.log(JSON.stringify({ folder: resolve(folder), problems, questions, designs, evidence }));
      else {
        const what = `${counted(problems, "problem")}, ${counted(questions, "question")}, ${counted(designs, "case")} and ${counted(evidence, "row")} of evidence`;
        console.log(`${what} are in ${resolve(folder)}`);
      }
      return 0;
    });
  },
};
