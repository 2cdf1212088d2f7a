/** Where an application stands, in the order in which it goes. */
export const STAGES = ["saved", "applied", "screen", "onsite", "offer", "closed"] as const;
