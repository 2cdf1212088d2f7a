/** The board of the invented postings, and how their ids begin. */
export const SAMPLE_ID = "sample";
