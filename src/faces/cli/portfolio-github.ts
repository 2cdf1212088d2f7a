import { githubUser } from "../../features/portfolio/index.ts";
import { counted } from "../../lib/text.ts";
import { type Command, UsageError } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { visible } from "./visible.ts";

export const command: Command = {
  options: {},
  async run({ positionals, values }) {
    const [user] = positionals;
    if (user === undefined || positionals.length > 1)
      throw new UsageError("portfolio github takes one name: portfolio github USER");
    const read = await githubUser(user, configOrUsage().github);
    if (!read.ok) throw new UsageError(visible(read.reason));
    const { repositories, collaboration, limits } = visible(read.value);
    if (values.json) console.log(JSON.stringify(read.value));
    else {
      for (const { url, language, stars, description } of repositories)
        console.log(
          [url, language ?? "–", counted(stars, "star"), description].filter((text) => text !== "").join("  "),
        );
      if (collaboration)
        console.log(
          `In repositories of others: ${counted(collaboration.pullRequests, "merged pull request")}, ${counted(collaboration.reviews, "review")}, ${counted(collaboration.issues, "issue")}.`,
        );
      for (const limit of limits) console.log(`Limit: ${limit}`);
    }
    return 0;
  },
};
