/** "55 %". */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** "0.55 ± 0.08". */
export const scored = (score: number, se: number): string => `${score.toFixed(2)} ± ${se.toFixed(2)}`;
