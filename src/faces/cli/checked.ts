export type Failed = { id: string; reasons: string[] };
export type Skipped = { id: string; reason: string };

/** What a check of one kind of item found; `totals` are its figures, `says` the same in words. */
export type Checked = { items: number; failed: Failed[]; skipped: Skipped[]; totals: object; says: string };
