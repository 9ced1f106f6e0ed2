import Link from "next/link";
import styles from "./bar.module.css";

interface HeatGridProps {
  /** Says what is counted; heard as the table's caption. */
  caption: string;
  columns: readonly { key: string; label: string; isUnfinished?: boolean }[];
  rows: readonly { key: string; label: string; counts: readonly number[] }[];
  hrefOf?: (rowKey: string, columnKey: string) => string;
}

/** 0 · 1 · 2–3 · 4–5 · 6–7 · 8 and more: six steps of one hue, the number in every cell. */
export function HeatGrid({ caption, columns, rows, hrefOf }: HeatGridProps) {
  return (
    <table className={styles.heat}>
      <caption className="ears">{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
              {column.isUnfinished ? "*" : ""}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {columns.map((column, index) => {
              const count = row.counts[index] ?? 0;
              return (
                <td key={column.key} data-heat={heatOf(count)}>
                  {hrefOf ? <Link href={hrefOf(row.key, column.key)}>{count}</Link> : count}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const heats = [0, 1, 2, 2, 3, 3, 4, 4];

function heatOf(count: number): number {
  return heats[count] ?? 5;
}
