/** One remark on a submission's code: advice beside the verdict, never part of it. */
export type Finding = { line: number; rule: string; message: string; severity: "advice" };
