/** Characters of code in one snapshot, run or submission of a round. */
export const MOST_ROUND_CODE = 20_000;
