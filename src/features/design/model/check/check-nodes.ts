import { ACCELERATORS } from "../components/hardware.ts";
import { llmSpeed } from "../components/speeds.ts";
import type { DesignFault, DesignNode } from "../design.ts";
import { formatDuration, formatValue } from "../language/format-value.ts";
import { meanOf } from "../language/parse-time.ts";
import { errorAt, type Graph, warningAt } from "./graph.ts";

/** Parameters that make no sense together, each alone being possible. */
export function checkNodes({ design }: Graph): DesignFault[] {
  return design.nodes.flatMap((node) => [
    ...checkThresholds(node),
    ...checkMemory(node),
    ...checkCounts(node),
    ...checkIntervals(node),
    ...checkReview(node),
    ...checkRollout(node),
  ]);
}

export function numberOf(node: DesignNode, key: string): number | undefined {
  const value = node.parameters[key];
  return typeof value === "number" ? value : undefined;
}

function checkThresholds(node: DesignNode): DesignFault[] {
  const [pass, review, block] = ["pass", "review", "block"].map((key) => numberOf(node, key));
  if (pass !== undefined && block !== undefined && pass >= block)
    return [
      errorAt(
        node,
        {
          message: `What is below ${pass} passes and what is above ${block} is blocked: some would be both.`,
          mend: `Let \`pass\` be the smaller one: \`pass<${Math.min(pass, block)}, block>${pass === block ? "0.9" : Math.max(pass, block)}\`.`,
        },
        "pass",
      ),
    ];
  if (review !== undefined && block !== undefined && review >= block)
    return [
      warningAt(
        node,
        {
          message: `Nothing is reviewed: from ${block} on it is blocked, before ${review} is reached.`,
          mend: `Let \`review\` lie below \`block\`: \`review>${Math.min(review, block)}, block>${review === block ? "0.95" : review}\`.`,
        },
        "review",
      ),
    ];
  if (pass !== undefined && review !== undefined && pass > review)
    return [
      errorAt(
        node,
        {
          message: `What is below ${pass} passes and what is above ${review} is reviewed: some would be both.`,
          mend: `Let \`pass\` lie below \`review\`: \`pass<${review}, review>${pass}\`.`,
        },
        "pass",
      ),
    ];
  return [];
}

/** Two bytes a parameter, spread evenly over the shards; what is left is for the key-value cache. */
function checkMemory(node: DesignNode): DesignFault[] {
  if (node.type !== "llm") return [];
  const { model, gpu } = node.parameters;
  const card = typeof gpu === "string" && Object.hasOwn(ACCELERATORS, gpu) ? ACCELERATORS[gpu] : undefined;
  if (!card) return [];
  const bytes = llmSpeed(String(model), card.name, 1).weightBytes;
  const shards = numberOf(node, "shards") ?? 1;
  const share = bytes / shards / card.memoryBytes;
  if (share <= 0.9) return [];
  const key = ["model", "shards", "gpu"].find((each) => node.settings.some((setting) => setting.key === each));
  const enough = 2 ** Math.ceil(Math.log2(bytes / (0.8 * card.memoryBytes)));
  const size = (value: number) => formatValue("bytes", Math.round(value / 1e8) * 1e8);
  const over =
    shards === 1 ? `one ${card.name} has` : `each of ${shards} ${card.name} takes ${size(bytes / shards)} of its`;
  const message = `${/^8/.test(String(model)) ? "An" : "A"} ${model} model is ${size(bytes)} in 16 bits, and ${over} ${size(card.memoryBytes)}`;
  const mend = `Spread it over \`shards=${enough}\`, take a larger card, or a smaller model.`;
  return share > 0.95
    ? [errorAt(node, { message: `${message}: it does not fit.`, mend }, key)]
    : [warningAt(node, { message: `${message}: hardly any room is left for the key-value cache.`, mend }, key)];
}

function checkCounts(node: DesignNode): DesignFault[] {
  const faults: DesignFault[] = [];
  const [replicas = 1, zones = 1, scale, shards = 1] = ["replicas", "zones", "scale", "shards"].map((key) =>
    numberOf(node, key),
  );
  const copies = node.type === "llm" ? replicas : replicas * shards;
  if (zones > copies) {
    const message = `${copies === 1 ? "One replica" : `${copies} replicas`} cannot be in ${zones} zones.`;
    faults.push(warningAt(node, { message, mend: `Write \`replicas=${zones}\` or \`zones=${copies}\`.` }, "zones"));
  }
  if (scale !== undefined && scale < replicas) {
    const message = `Autoscaling to ${scale} never adds to the ${replicas} replicas that are there.`;
    faults.push(errorAt(node, { message, mend: `Write \`scale\` above ${replicas}, or fewer replicas.` }, "scale"));
  }
  const [candidates, degrade] = [numberOf(node, "candidates"), numberOf(node, "degrade")];
  if (candidates !== undefined && degrade !== undefined && degrade >= candidates) {
    const message = `Under load ${degrade} candidates are scored, no fewer than the ${candidates} without load.`;
    faults.push(warningAt(node, { message, mend: "Let `degrade` be well below `candidates`." }, "degrade"));
  }
  return faults;
}

function checkIntervals(node: DesignNode): DesignFault[] {
  const [every, takes, window] = [numberOf(node, "every"), numberOf(node, "takes"), numberOf(node, "window")];
  if (every === undefined || takes === undefined) return [];
  if (takes > every) {
    const message = `A run takes ${formatDuration(takes)}, and one begins every ${formatDuration(every)}: they pile up.`;
    const key = node.settings.some((setting) => setting.key === "takes") ? "takes" : "every";
    return [
      errorAt(node, { message, mend: `Write \`every=${formatDuration(takes)}\` or more, or make a run shorter.` }, key),
    ];
  }
  if (window !== undefined && window < every) {
    const message = `It learns from the last ${formatDuration(window)} every ${formatDuration(every)}: what lies between is never learnt.`;
    return [warningAt(node, { message, mend: `Let \`window\` be at least ${formatDuration(every)}.` }, "window")];
  }
  return [];
}

function checkReview(node: DesignNode): DesignFault[] {
  const { time } = node.parameters;
  const sla = numberOf(node, "sla");
  if (node.type !== "review" || typeof time !== "object" || sla === undefined) return [];
  const mean = Number(meanOf(time).toPrecision(2));
  if (mean <= sla) return [];
  const message = `One case takes ${formatDuration(mean)} on average and should be decided within ${formatDuration(sla)}.`;
  const key = node.settings.some((setting) => setting.key === "sla") ? "sla" : "time";
  return [errorAt(node, { message, mend: `Write \`sla\` several times as long as a case takes.` }, key)];
}

function checkRollout(node: DesignNode): DesignFault[] {
  if (node.type !== "canary" || node.parameters.mode !== "canary" || numberOf(node, "share") !== 1) return [];
  const message = "A canary with all the traffic is no canary: a bad version meets everybody at once.";
  return [warningAt(node, { message, mend: "Write `share=5%`, or `mode=shadow` to compare on all of it." }, "share")];
}
