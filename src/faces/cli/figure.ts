import type { ObjectiveResult } from "../../features/design/model/run/report.ts";

/** A measured value with its unit, for a terminal. */
export function figure(value: number, unit: ObjectiveResult["unit"]): string {
  switch (unit) {
    case "s":
      return value < 1 ? `${Number((value * 1000).toPrecision(3))} ms` : `${Number(value.toPrecision(3))} s`;
    case "share":
      return `${Number((value * 100).toPrecision(3))} %`;
    case "USD":
    case "USD/month":
      return `$${Math.round(value).toLocaleString("en")}`;
    case "/s":
      return `${Number(value.toPrecision(3))}/s`;
    case "count":
      return String(Math.round(value));
  }
}
