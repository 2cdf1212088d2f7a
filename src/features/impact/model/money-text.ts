/** "0.36 %", "71 %": as many digits as a share of that size can carry. */
export function percentText(share: number): string {
  const points = 100 * share;
  const digits = Math.abs(points) >= 10 || points === 0 ? 0 : Math.abs(points) >= 1 ? 1 : 2;
  return `${trimmed(points, digits)} %`;
}

/** "1,840", "2.5": whole where it is large. */
export function wholeText(value: number): string {
  return Number(value.toFixed(Math.abs(value) >= 100 ? 0 : 1)).toLocaleString("en-US");
}

/** "$1.2M", "−$45k": two significant digits, which is what such sums are good for. */
export function moneyText(amount: number, currency: string): string {
  const rounded = Number(Math.abs(amount).toPrecision(2));
  const sign = amount < 0 && rounded > 0 ? "−" : "";
  const scale = [
    { from: 1e9, mark: "bn" },
    { from: 1e6, mark: "M" },
    { from: 1e3, mark: "k" },
  ].find(({ from }) => rounded >= from);
  if (scale === undefined) return `${sign}${currency}${trimmed(rounded, 2)}`;
  return `${sign}${currency}${trimmed(rounded / scale.from, 1)}${scale.mark}`;
}

const trimmed = (value: number, digits: number) => String(Number(value.toFixed(digits)));
