/** What is chosen on the canvas: a component or an arrow. */
export type Choice = { node: string } | { from: string; to: string };

export const chosenNode = (choice: Choice | undefined): string => (choice && "node" in choice ? choice.node : "");
