/** Cells of these magics hold Python; those of others hold another language. */
const PYTHON_CELL =
  /^\s*%%(?:time|timeit|capture|prun|memit|mprun|lprun|debug|notify|wandb|px|python3?|pypy)\b|^\s*%%(?:write)?file\s+(?:-a\s+)?\S+\.py\s*$/;
const TIMED = /^(\s*)%(?:time|timeit|prun|memit)\s+(?!-)(\S.*)$/;
const COMMAND = /^\s*(?:[%!]|\?{1,2}[\w.]|%{0,2}[\w.]+\?{1,2}\s*$)/;
/** Without a mark IPython takes these for commands too. */
const BARE_COMMAND =
  /^\s*(?:(?:pip3?|conda|mamba)\s+(?:install|uninstall|list|show)\b|(?:cd|ls|mkdir|cat|rm|cp|mv)\s+[\w./~*-]+\s*$)/;
const ASSIGNED = /^(\s*[\w.,[\]"' ]{1,200}=\s*)([!%].*)$/;

/** The lines of a cell as Python, each in its place: commands of IPython become comments. */
export function pythonLines(lines: readonly string[]): string[] {
  const first = lines.find((line) => line.trim() !== "") ?? "";
  if (/^\s*%%\w/.test(first) && !PYTHON_CELL.test(first)) return lines.map(commented);
  let open: Open = NOTHING;
  let inCommand = false;
  return lines.map((line) => {
    const startsHere = open === NOTHING;
    if (inCommand || (startsHere && (COMMAND.test(line) || BARE_COMMAND.test(line)))) {
      const timed = inCommand ? null : TIMED.exec(line);
      if (timed) {
        open = openAfter(timed[2] ?? "", open);
        return `${timed[1]}${timed[2]}`;
      }
      inCommand = /\\\s*$/.test(line);
      return commented(line);
    }
    const assigned = startsHere ? ASSIGNED.exec(line) : null;
    if (assigned) {
      inCommand = /\\\s*$/.test(line);
      return `${assigned[1]}None  # ${assigned[2]}`;
    }
    open = openAfter(line, open);
    return line;
  });
}

/** The indentation stays, with a `pass`: a block that held nothing but a command is still a block. */
function commented(text: string): string {
  const indent = /^\s*/.exec(text)?.[0] ?? "";
  return indent === "" || text.trim() === "" ? `# ${text}` : `${indent}pass  # ${text.trim()}`;
}

/** What a line leaves open for the next one: a per cent sign that begins that one is then no command. */
type Open = { brackets: number; quote: string; continued: boolean };
const NOTHING: Open = { brackets: 0, quote: "", continued: false };

function openAfter(line: string, { brackets, quote }: Open): Open {
  let at = 0;
  let continued = false;
  while (at < line.length) {
    const sign = line.charAt(at);
    if (sign === "\\") {
      continued = at === line.length - 1;
      at += 2;
    } else if (quote !== "") {
      const closes = line.startsWith(quote, at);
      at += closes ? quote.length : 1;
      if (closes) quote = "";
    } else if (sign === "#") break;
    else if (sign === '"' || sign === "'") {
      quote = line.startsWith(sign.repeat(3), at) ? sign.repeat(3) : sign;
      at += quote.length;
    } else {
      if ("([{".includes(sign)) brackets++;
      if (")]}".includes(sign)) brackets = Math.max(0, brackets - 1);
      at++;
    }
  }
  // a string in single quotes ends with its line, unless that goes on
  if (quote.length === 1 && !continued) quote = "";
  return brackets === 0 && quote === "" && !continued ? NOTHING : { brackets, quote, continued };
}
