import { writeFile } from "node:fs/promises";
import { type Command, UsageError } from "./command.ts";
import { withApp } from "./with-app.ts";

export const command: Command = {
  options: {},
  async run({ positionals, values }) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError("plan calendar takes one file, as in: plan.ics");
    return withApp(values, async (app) => {
      const calendar = await app.planning.calendar();
      if (!calendar.ok) throw new UsageError("Nothing to plan for yet: holdout plan --role ROLE --keep sets a role.");
      await writeFile(file, calendar.value);
      console.log(
        values.json === true ? JSON.stringify({ file }) : `The plan is in ${file}: open it with your calendar.`,
      );
      return 0;
    });
  },
};
