export const NUMERAL =
  /(?<![\p{L}\p{N}_^\\])(?:\d{1,3}(?:[,\u0020\u00a0\u2009\u202f'’_]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?|\.\d+)/gu;
const GROUPED = /^[1-9]\d{0,2}(?:[,\u0020\u00a0\u2009\u202f'’_]\d{3})+(?:\.\d+)?$|^\d{1,3}(?:\.\d{3}){2,}$/u;
/** Letters, points and slashes that make a number part of a name, a date or a version. */
const NAME_BEFORE = /(?:[\p{L}\p{N}_)\]][-–−+]|[@#§/^.]|\d:|[\p{L}\p{N}]['’]|±|\+\/-?\s?|\+\/−\s?)$/u;
const RANGE_BEFORE = /(?<![\p{L}\p{N}_.-])\d[\d.,]*\s?(?:%|k|K|M|ms|x|h)?[-–−]$/u;

/** The number that a numeral writes: `3,000` is three thousand, `0,91` a European decimal, `1.2.3` a version and none. */
export function numberOf(written: string): number | undefined {
  if (isGrouped(written))
    return Number(/^[\d.]+$/u.test(written) ? written.replaceAll(".", "") : written.replaceAll(/[^\d.]/gu, ""));
  if (/^\d+,\d+$/u.test(written)) return Number(written.replace(",", "."));
  const value = Number(written);
  return Number.isFinite(value) ? value : undefined;
}

/** Digits behind the point. */
export function decimalsOf(written: string): number {
  return isGrouped(written) ? 0 : (/[.,](\d+)$/u.exec(written)?.[1]?.length ?? 0);
}

/** Whether the characters before make the number part of a name: "top-5", "recall@10", "#12"; the end of a range is none. */
export function isInName(before: string): boolean {
  return NAME_BEFORE.test(before) && !RANGE_BEFORE.test(before);
}

function isGrouped(written: string): boolean {
  return GROUPED.test(written);
}
