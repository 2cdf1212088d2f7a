import { ToolDirectory } from "../../features/reading/index.ts";
import type { FoundTool } from "../../features/reading/schema.ts";
import { loadBank } from "../../shared/content/bank.ts";
import { describeFault } from "../../shared/content/content-fault.ts";
import { loadTools } from "../../shared/content/tool-bank.ts";
import { TOOL_KIND_IDS, TOOL_TERM_IDS } from "../../shared/content/tool-kinds.ts";
import type { Command } from "./command.ts";
import { configOrUsage } from "./configuration.ts";
import { oneOf } from "./one-of.ts";

const MOST_SHOWN = 20;

export const command: Command = {
  options: {
    kind: { type: "string" },
    language: { type: "string" },
    terms: { type: "string" },
    interviews: { type: "boolean" },
  },
  async run({ positionals, values }) {
    const { kind, language, terms } = values;
    const { contentDir } = configOrUsage();
    const { skills } = loadBank(contentDir);
    const { tools, faults } = loadTools(contentDir, { skills });
    for (const fault of faults) console.error(describeFault(fault));
    const found = new ToolDirectory({ tools: () => tools, skills }).search(positionals.join(" "), {
      ...(typeof kind === "string" ? { kind: oneOf("kind", kind, TOOL_KIND_IDS) } : {}),
      ...(typeof language === "string" ? { language } : {}),
      ...(typeof terms === "string" ? { terms: oneOf("kind of terms", terms, TOOL_TERM_IDS) } : {}),
      interviewsOnly: values.interviews === true,
    });
    console.log(values.json === true ? JSON.stringify(found) : asText(found));
    return found.length > 0 ? 0 : 1;
  },
};

function asText(found: readonly FoundTool[]): string {
  if (found.length === 0) return "No tool of the directory has all these words.";
  const shown = found.slice(0, MOST_SHOWN).map(linesOf);
  const left = found.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${left} more: name a --kind, or --json for all`] : [])].join("\n\n");
}

function linesOf({ name, kind, use, maker, terms, licence, home, alternatives, status, as_of, interview }: FoundTool) {
  const ended = status === "active" ? "" : `, ${status}`;
  return [
    `${name} (${kind}${ended})  ${home}`,
    `  ${use}`,
    `  ${maker}; ${[terms, licence].filter(Boolean).join(", ")}; as of ${as_of}; instead: ${alternatives.join(", ")}`,
    ...(interview ? [`  asked: ${interview.question}`] : []),
  ].join("\n");
}
