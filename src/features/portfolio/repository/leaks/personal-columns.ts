export type FoundColumn = { kind: string; at: number; length: number };

const MOST_ROWS = 300;
const MOST_LINE_CHARS = 20_000;
const MOST_COLUMNS = 500;

const PERSON =
  /^(?:(?:first|last|full|given|family|middle|customer|client|employee|patient|student|applicant|user)[_ -]?name|surname|forename|lastname|firstname)$/i;
const BORN = /^(?:dob|date[_ -]?of[_ -]?birth|birth[_ -]?(?:date|day)|geburtsdatum)$/i;
const STREET =
  /^(?:(?:street|home|postal|mailing|customer)[_ -]?)?(?:address|addr|street)(?:[_ -]?(?:line)?[_ -]?1)?$/i;
const PHONE =
  /^(?:(?:home|work|cell|mobile|customer|contact)[_ -]?)?(?:phone|mobile|telephone|tel|cell)(?:[_ -]?(?:number|no|num))?$/i;
const NATIONAL =
  /^(?:ssn|social[_ -]?security(?:[_ -]?(?:number|no))?|passport(?:[_ -]?(?:number|no))?|national[_ -]?id|tax[_ -]?id|iban)$/i;
const CARD =
  /^(?:cc[_ -]?(?:num|number|no)?|(?:credit[_ -]?|debit[_ -]?|payment[_ -]?)?card[_ -]?(?:number|num|no)|credit[_ -]?card|pan)$/i;

type Column = { name: string; values: Set<string>; at: number; length: number };

/** Columns of a table that tell who somebody is and how to reach them, each with at least `many` different values. */
export function personalColumns(text: string, many: number): FoundColumn[] {
  const columns = readColumns(text);
  const full = (name: RegExp, value: RegExp) =>
    columns.find((column) => name.test(column.name) && countOf(column, (each) => value.test(each)) >= many);
  const born = full(BORN, /\d{2}/);
  const street = full(STREET, /\d.*[A-Za-z]{3}|[A-Za-z]{3}.*\d/);
  const phone = full(PHONE, /^\+?[\d\s().x/-]{7,24}$/);
  const national = full(NATIONAL, /\d{4}/);
  const cards = columns.find(
    (column) => CARD.test(column.name) && countOf(column, isCard) >= Math.max(many, 0.9 * column.values.size),
  );
  const person = full(PERSON, /\p{L}{2}/u);
  const found: FoundColumn[] = [];
  if (cards) found.push(columnOf("numbers of payment cards", cards));
  if (national) found.push(columnOf("national identity numbers", national));
  const reach = phone ?? street ?? born;
  if (person && reach)
    found.push(
      columnOf(
        `names of people with their ${phone ? "phone numbers" : street ? "addresses" : "dates of birth"}`,
        reach,
      ),
    );
  return found;
}

function columnOf(kind: string, { at, length }: Column): FoundColumn {
  return { kind, at, length };
}

function countOf({ values }: Column, is: (value: string) => boolean): number {
  let count = 0;
  for (const value of values) if (is(value)) count++;
  return count;
}

/** The first rows of a table by column; a first line without commas, semicolons or tabs is none of a table. */
function readColumns(text: string): Column[] {
  let from = 0;
  let columns: Column[] = [];
  for (let row = 0; row <= MOST_ROWS && from < text.length; row++) {
    const end = text.indexOf("\n", from) < 0 ? text.length : text.indexOf("\n", from);
    const line = text.slice(from, Math.min(end, from + MOST_LINE_CHARS));
    const cells = cellsOf(line);
    if (row === 0) columns = cells.map((name) => ({ name, values: new Set(), at: 0, length: 0 }));
    else
      for (const [at, value] of cells.entries()) {
        const column = columns[at];
        if (!column || value === "") continue;
        if (column.values.size === 0) Object.assign(column, { at: from, length: value.length });
        column.values.add(value);
      }
    from = end + 1;
  }
  return columns;
}

function cellsOf(line: string): string[] {
  const between = ["\t", ";", ","].find((sign) => line.includes(sign));
  if (between === undefined) return [];
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === between && !quoted) {
      cells.push(cell.trim());
      cell = "";
      if (cells.length >= MOST_COLUMNS) return cells;
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

/** Luhn's check (ISO/IEC 7812-1) on 13 to 19 digits of a known first digit. */
function isCard(written: string): boolean {
  const digits = written.replaceAll(/[ -]/g, "");
  if (!/^[3-6]\d{12,18}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
