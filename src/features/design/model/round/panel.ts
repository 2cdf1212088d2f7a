import type { Dimension } from "../../schema.ts";

/** The eleven dimensions of a case as a panel speaks of them. */
export const PANEL: readonly { id: string; title: string; of: readonly Dimension[] }[] = [
  { id: "understanding", title: "Problem understanding", of: ["scoping", "formulation", "estimation"] },
  { id: "data", title: "Data and features", of: ["data"] },
  { id: "modelling", title: "Modelling", of: ["modelling"] },
  { id: "deployment", title: "Deployment and reliability", of: ["architecture", "serving", "failure"] },
  { id: "monitoring", title: "Evaluation and monitoring", of: ["rollout", "safety"] },
  { id: "communication", title: "Communication", of: ["communication"] },
];
