// Makes one workbook in a process of its own: its tables come in by standard input as JSON, the .xlsx file goes out.
import { text } from "node:stream/consumers";
import writeXlsxFile from "write-excel-file/node";

/** @import { SheetCell, SheetTable } from "./workbook.ts" */

/** What no cell may hold at most, by the format. */
const mostSigns = 32_767;

/** @type {SheetTable[]} */
const tables = JSON.parse(await text(process.stdin));
const bytes = await writeXlsxFile(
  tables.map(({ name, notes, head, widths, rows }) => ({
    data: [
      ...notes.map((note) => [cellOf(note)]),
      head.map((word) => ({ ...cellOf(word), fontWeight: /** @type {const} */ ("bold"), wrap: true })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: notes.length + 1,
  })),
).toBuffer();
process.stdout.write(bytes);

/**
 * Text is written as text, never as a formula, and in the format "text", so that it stays so where somebody edits the cell.
 * @param {SheetCell} value
 */
function cellOf(value) {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number };
  if (typeof value === "string") return { value: storable(value), type: String, format: "@" };
  const [format, wall] = "day" in value ? ["yyyy-mm-dd", value.day] : ["yyyy-mm-dd hh:mm", value.moment];
  return { value: new Date(`${wall.replace(" ", "T")}${wall.length > 10 ? ":00" : "T00:00:00"}Z`), type: Date, format };
}

/**
 * Signs that XML cannot hold become a box, and what a reader of such files would take for the code of a
 * sign (`_x003D_`) is kept as it was typed.
 * @param {string} words
 */
function storable(words) {
  return words
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "□")
    .replace(/_x(?=[0-9a-f]{4}_)/gi, "_x005F_x")
    .slice(0, mostSigns);
}
