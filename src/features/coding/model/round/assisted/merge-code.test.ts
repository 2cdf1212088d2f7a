import { describe, expect, test } from "vitest";
import { mergeCode } from "./merge-code.ts";

const STARTER = `import numpy as np


def area(
    low: np.ndarray,
) -> np.ndarray:
    """Of boxes."""
    raise NotImplementedError
`;

describe("a piece that is put into code", () => {
  test("replaces the function of its name, whatever lines its head takes", () => {
    const code = mergeCode(STARTER, "def area(low):\n    return low\n");
    expect(code).toBe("import numpy as np\n\n\ndef area(low):\n    return low\n");
  });

  test("comes behind what is there where it is new, and does not import twice", () => {
    const code = mergeCode(STARTER, "import numpy as np\n\nSMALL = 1e-9\n\n\ndef helper(x):\n    return x + SMALL\n");
    expect(code.match(/import numpy/g)).toHaveLength(1);
    expect(code).toContain("raise NotImplementedError\n\n\nSMALL = 1e-9\n\n\ndef helper(x):");
  });

  test("put in twice it stands there once", () => {
    const piece = "from heapq import heappush\n\n\n# a heap\n@cache\ndef helper(x):\n    return x\n";
    const once = mergeCode(STARTER, piece);
    expect(mergeCode(once, piece)).toBe(once);
    expect(once.startsWith("from heapq import heappush\nimport numpy as np\n")).toBe(true);
    expect(once).toContain("# a heap\n@cache\ndef helper(x):");
  });

  test("comes before the first line that runs something, so that checks at the margin can use it", () => {
    const code = mergeCode(
      `"""Boxes."""\n\n${STARTER}\nTOLERANCE = 1e-9\n\nfound = area(1)\nassert found == 1\n`,
      "def helper(x):\n    return x\n\n\ndef area(low):\n    return helper(low)\n",
    );
    const places = ['"""Boxes."""', "TOLERANCE", "def helper", "found = area(1)", "assert found"].map((each) =>
      code.indexOf(each),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("leaves what the candidate wrote beside it as it is", () => {
    const code = mergeCode(`${STARTER}\n\nassert area(1) == 1\n`, "def area(low):\n    return low\n");
    expect(code).toContain("return low\n\n\nassert area(1) == 1\n");
  });
});
