import { inBoundedProcess, UnboundedWork } from "../kernel/bounded-process";
import { overloaded } from "../kernel/unreachable";
import { type SheetTable, workbooks } from "./parts/workbook";

/** Workbooks are made one after the other, since each keeps a processor busy. */
let line: Promise<unknown> = Promise.resolve();

/**
 * Makes an .xlsx file in a process of its own, so that no page waits for it: whole or not at all. Refused as `overloaded`
 * where it takes more than its time or memory.
 */
export function writeWorkbook(tables: readonly SheetTable[]): Promise<Buffer> {
  const turn = line.then(() => write(tables));
  line = turn.catch(() => undefined);
  return turn;
}

async function write(tables: readonly SheetTable[]): Promise<Buffer> {
  try {
    return await inBoundedProcess({
      program: "server/sheets/parts/write-workbook-child.mjs",
      input: JSON.stringify(tables),
      ms: workbooks.seconds * 1_000,
      memory: workbooks.megabytes,
      most: workbooks.mostBytes,
    });
  } catch (error) {
    if (error instanceof UnboundedWork && error.why !== "failed") throw overloaded();
    throw error;
  }
}
