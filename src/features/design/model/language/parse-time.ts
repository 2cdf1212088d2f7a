import { failed, ok, type Result } from "../../../../lib/result.ts";
import { nearest } from "../../../../lib/text.ts";
import type { TimeDistribution } from "../components/spec.ts";
import { readDuration, type ValueFault } from "./read-duration.ts";
import { readQuantity } from "./units.ts";

type Shape = {
  usage: string;
  /** The second argument, where the shape has one, and its bounds. */
  second?: { title: string; min: number; max: number };
  make: (first: number, second: number) => TimeDistribution;
};

/** Times above zero are spread more or less: `cv2` is the squared coefficient of variation, 1 for the exponential. */
const SHAPES: Record<string, Shape> = {
  fixed: { usage: "fixed(10ms)", make: (mean) => ({ shape: "fixed", mean }) },
  exp: { usage: "exp(10ms)", make: (mean) => ({ shape: "exponential", mean }) },
  erlang: {
    usage: "erlang(10ms, 4)",
    second: { title: "a whole number of stages", min: 1, max: 100 },
    make: (mean, stages) => ({ shape: "erlang", mean, stages }),
  },
  lognormal: {
    usage: "lognormal(10ms, 0.5)",
    second: { title: "sigma of the logarithm", min: 0, max: 3 },
    make: (median, sigma) => ({ shape: "lognormal", median, sigma }),
  },
  hyper: {
    usage: "hyper(10ms, 4)",
    second: { title: "the squared coefficient of variation", min: 1, max: 1000 },
    make: (mean, cv2) => ({ shape: "hyperexponential", mean, cv2 }),
  },
};

/** A distribution of times, seconds: `exp(10ms)`, `fixed(…)`, `erlang(…, stages)`, `lognormal(median, sigma)`, `hyper(mean, cv2)`; a bare time is the mean of an exponential one. */
export function parseTime(text: string, key: string): Result<TimeDistribution, ValueFault> {
  const [, name, inside = ""] = /^([a-zA-Z]+)\s*\(([^()]*)\)$/.exec(text) ?? [];
  if (name === undefined) {
    const mean = readDuration(text, key);
    if (mean.ok) return ok({ shape: "exponential", mean: mean.value });
    return text.includes("(") ? failed(noShape(text, key)) : mean;
  }
  const shape = Object.hasOwn(SHAPES, name.toLowerCase()) ? SHAPES[name.toLowerCase()] : undefined;
  if (!shape) return failed(noShape(name, key));
  const [first = "", second, ...more] = inside.split(",").map((part) => part.trim());
  const mend = `Write \`${key}=${shape.usage}\`.`;
  const time = readDuration(first, key);
  if (!time.ok) return failed({ message: `has no time in its first place`, mend });
  if ((second !== undefined) !== (shape.second !== undefined) || more.length > 0)
    return failed({ message: `has ${shape.second ? "not two" : "more than one"} arguments`, mend });
  if (!shape.second) return ok(shape.make(time.value, 0));
  const { title, min, max } = shape.second;
  const number = readQuantity(second ?? "", { "": 1 })?.value;
  if (number === undefined || number < min || number > max || (name.toLowerCase() === "erlang" && number % 1 !== 0))
    return failed({
      message: `has no ${title} between ${min} and ${max} in its second place`.replace("no a ", "no "),
      mend,
    });
  return ok(shape.make(time.value, number));
}

/** Mean of a distribution, seconds. */
export function meanOf(time: TimeDistribution): number {
  return time.shape === "lognormal" ? time.median * Math.exp(time.sigma ** 2 / 2) : time.mean;
}

function noShape(name: string, key: string): ValueFault {
  const word = /^[a-zA-Z]{1,20}/.exec(name)?.[0];
  const near = word && nearest(word.toLowerCase(), Object.keys(SHAPES));
  return {
    message: `is no distribution of times${near ? `; did you mean \`${near}\`?` : ""}`,
    mend: `Write \`${key}=10ms\` (exponential) or one of: ${Object.values(SHAPES)
      .map(({ usage }) => `\`${usage}\``)
      .join(", ")}.`,
  };
}
