import type { ReactNode } from "react";
import { classNames } from "../../../ui/class-names.ts";

export type Column<Row> = {
  name: string;
  align?: "left";
  of: (row: Row) => ReactNode;
  /** Where given, the column stands only if some row has something in it. */
  has?: (row: Row) => boolean;
};

type Props<Row> = {
  caption: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The first column names the row and stays in sight while the rest scrolls. */
  columns: readonly Column<Row>[];
};

export function DataTable<Row>({ caption, rows, keyOf, columns: all }: Props<Row>) {
  const columns = all.filter(({ has }) => !has || rows.some(has));
  const side = ({ align }: Column<Row>) => (align === "left" ? "text-left" : "text-right");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section aria-label={caption} tabIndex={0} className="pane-scroll -mx-4 px-4 sm:mx-0 sm:px-0">
      <table className={classNames("num text-sm", columns.length > FEW && "w-full")}>
        <thead>
          <tr className="caption">
            {columns.map((column, at) => (
              <th
                key={column.name}
                scope="col"
                className={classNames("px-2 pb-1 font-normal whitespace-nowrap", side(column), at === 0 && FIRST)}
              >
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="border-t border-line">
              {columns.map((column, at) =>
                at === 0 ? (
                  <th
                    key={column.name}
                    scope="row"
                    className={classNames("py-1.5 pr-2 font-normal", side(column), FIRST)}
                  >
                    {column.of(row)}
                  </th>
                ) : (
                  <td key={column.name} className={classNames("px-2 py-1.5 whitespace-nowrap", side(column))}>
                    {column.of(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** So few columns stand together instead of at both edges of a wide screen. */
const FEW = 3;
const FIRST = "sticky left-0 z-[1] min-w-32 bg-sheet !pl-0";
