/** A line of code or text and where it stands in its file: a notebook's lines know their place in its JSON. */
export type SourceLine = {
  text: string;
  /** From 1, in the file as it is. */
  line: number;
  /** The same text as it stands in that line of the file: escaped, in a notebook. */
  raw: string;
};

/** A Python file, or the code cells of a notebook one after the other. */
export type PythonSource = {
  path: string;
  lines: readonly SourceLine[];
  /** For a notebook: of each line, the number of its cell from 1. */
  cells?: readonly number[];
};
