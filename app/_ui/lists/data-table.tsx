import type { ReactNode } from "react";
import { Link } from "../actions/link";
import { Unbroken } from "../text/unbroken";
import styles from "./data-table.module.css";

export interface Column<Row> {
  key: string;
  /** The head; two lines at most. Empty for the action column, whose `label` is for screen readers. */
  head: ReactNode;
  /** Plain text of the head, shown beside the value on phones; the first column stands there alone, as the card's title. */
  label: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures; the unit belongs in the head. */
  isNumber?: boolean;
  /** The address that sorts by this column, and how it is sorted now. */
  sort?: { href: string; now?: "ascending" | "descending" };
  width?: number | string;
}

interface DataTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The first cell becomes the row's link. */
  hrefOf?: (row: Row) => string;
  /** Describes the table for screen readers only. */
  caption: string;
  /** The row open in the side panel. */
  chosenKey?: string;
}

/** One table for all lists of facts; under 768 px each row is a card with labels. No column is dropped. */
export function DataTable<Row>({ columns, rows, keyOf, hrefOf, caption, chosenKey }: DataTableProps<Row>) {
  return (
    <table className={styles.table} role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              aria-sort={column.sort?.now}
              className={column.isNumber ? styles.number : undefined}
              style={column.width ? { width: column.width } : undefined}
            >
              {column.sort ? (
                <SortLink sort={column.sort}>{column.head}</SortLink>
              ) : (
                column.head || <span className="sr-only">{column.label}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            role="row"
            data-chosen={keyOf(row) === chosenKey || undefined}
            data-link={hrefOf ? true : undefined}
          >
            {columns.map((column, index) => (
              <td
                key={column.key}
                role="cell"
                data-label={index > 0 && column.head ? column.label : undefined}
                className={column.isNumber ? styles.number : undefined}
              >
                {index === 0 && hrefOf ? (
                  <Link
                    href={hrefOf(row)}
                    className={styles.link}
                    aria-current={keyOf(row) === chosenKey ? "true" : undefined}
                  >
                    <Unbroken>{column.cell(row)}</Unbroken>
                  </Link>
                ) : (
                  <Unbroken>{column.cell(row)}</Unbroken>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SortLink({ sort, children }: { sort: NonNullable<Column<unknown>["sort"]>; children: ReactNode }) {
  return (
    <Link href={sort.href} className={styles.sort}>
      {children}
      <span aria-hidden="true">{sort.now === "ascending" ? "↑" : sort.now === "descending" ? "↓" : ""}</span>
    </Link>
  );
}
