import { failed, ok, type Result } from "../../../../lib/result.ts";
import { ACCELERATORS } from "../components/hardware.ts";
import type { Parameter, ParameterKind, ParameterValue } from "../components/spec.ts";
import { formatValue } from "./format-value.ts";
import { nearestWord } from "./nearest-word.ts";
import { meanOf, parseTime } from "./parse-time.ts";
import { readDuration, type ValueFault } from "./read-duration.ts";
import { COUNT_UNITS, type Quantity, RATE_UNITS, readQuantity, SIZE_UNITS } from "./units.ts";

type Read = Result<ParameterValue, ValueFault>;

/** What a written value of a parameter means, in SI units; the bounds of the parameter are held. */
export function parseValue(parameter: Pick<Parameter, "key" | "kind" | "choices" | "min" | "max">, text: string): Read {
  const read = readers[parameter.kind](text.trim(), parameter);
  if (!read.ok) return read;
  const size = typeof read.value === "object" ? meanOf(read.value) : read.value;
  if (typeof size !== "number") return read;
  const { key, kind, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = parameter;
  if (size >= min && size <= max) return read;
  const said = (bound: number) => formatValue(kind === "time" ? "duration" : kind, bound);
  const between =
    size < min && !Number.isFinite(max) ? `at least ${said(min)}` : `between ${said(min)} and ${said(max)}`;
  return failed({ message: `is beyond what makes sense for \`${key}\``, mend: `Write a value ${between}.` });
}

type Reader = (text: string, parameter: Pick<Parameter, "key" | "choices" | "max">) => Read;

const readers: Record<ParameterKind, Reader> = {
  count: (text, { key }) => {
    const number = readQuantity(text, COUNT_UNITS);
    if (number === undefined) return failed(noCount(text, key));
    if (!Number.isInteger(number.value))
      return failed({ message: "is no whole number", mend: `Write \`${key}=${Math.ceil(number.value)}\`.` });
    return ok(number.value);
  },
  number: (text, { key }) =>
    numberOr(readQuantity(text, { "": 1 }), { message: "is no number", mend: `Write \`${key}=0.5\`, without a unit.` }),
  duration: (text, { key }) => readDuration(text, key),
  rate: (text, { key }) =>
    numberOr(readQuantity(text, RATE_UNITS), {
      message: "is no rate",
      mend: `Write \`${key}=200/s\` or \`${key}=5k/s\`.`,
    }),
  bytes: (text, { key }) =>
    numberOr(readQuantity(text, SIZE_UNITS), {
      message: "is no size",
      mend: `Write \`${key}=10GB\` or \`${key}=500MB\`.`,
    }),
  share: (text, { key }) => readShare(text, key),
  threshold: (text, { key }) => readShare(text, key),
  choice: (text, { key, choices = [] }) => {
    const lower = text.toLowerCase();
    const found = choices.find((choice) => choice.toLowerCase() === lower);
    if (found !== undefined) return ok(found);
    const near = nearestWord(lower, choices);
    return failed({
      message: `is no choice for \`${key}\`${near ? `; did you mean \`${near}\`?` : ""}`,
      mend: `Write one of: ${choices.join(", ")}.`,
    });
  },
  hardware: (text, { key }) => {
    const names = Object.keys(ACCELERATORS);
    const found = names.find((name) => name === text.toUpperCase());
    if (found !== undefined) return ok(found);
    const near = nearestWord(text.toUpperCase(), names);
    return failed({
      message: `is no accelerator that is known here${near ? `; did you mean \`${near}\`?` : ""}`,
      mend: `Write one of: ${names.join(", ")}; with \`${key}=${near ?? "L4"} x4\` for four replicas.`,
    });
  },
  time: (text, { key }) => parseTime(text, key),
};

function numberOr(read: Quantity | undefined, fault: ValueFault): Read {
  return read === undefined ? failed(fault) : ok(read.value);
}

function noCount(text: string, key: string): ValueFault {
  const minutes = /^([\d.]+)m$/.exec(text)?.[1];
  if (minutes) return { message: "is a time: `m` is minutes", mend: `Write \`${key}=${minutes}M\` for millions.` };
  return { message: "is no count", mend: `Write a whole number such as \`${key}=12\`, \`5k\` or \`1.5M\`.` };
}

function readShare(text: string, key: string): Read {
  const read = readQuantity(text, { "": 1, "%": 0.01 });
  if (read === undefined) return failed({ message: "is no share", mend: `Write \`${key}=5%\` or \`${key}=0.05\`.` });
  if (read.unit === "" && read.value > 1 && read.value <= 100)
    return failed({ message: "is more than all", mend: `Write \`${key}=${text}%\` if percent is meant.` });
  return ok(read.value);
}
