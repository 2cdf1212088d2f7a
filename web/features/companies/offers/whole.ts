/** "164,250": an amount without its fraction. */
export function whole(amount: number): string {
  return Math.round(amount).toLocaleString("en-US").replace("-", "−");
}
