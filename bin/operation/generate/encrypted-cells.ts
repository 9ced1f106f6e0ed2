import { decrypted, encrypted, hashesFor, type Place } from "@/db/encryption/encrypt";
import { type EncryptedColumn, encryptedColumns, hashesOf } from "@/db/encryption/encrypted-columns";
import type { slotFinder } from "./find-slots";
import { filled, type Slots, type Template, TemplateWriter } from "./template";

/*
 * An encrypted value opens in its own row alone (docs/adr/0033). Stories are therefore opened when they are read, and each
 * copy's values are encrypted for the copy's rows, with the functions that the verbs use.
 */

/** One encrypted value of a story's row, and the hashes it is found by. */
export interface EncryptedCell extends EncryptedColumn {
  /** The id of its row. */
  id: Template;
  text: Template;
  /** Where the encrypted value goes, and behind it each hash in the order of `hashesFor`. */
  slots: number[];
}

/** Where a column stands in a cell: 0 is the encrypted value itself, its hashes follow. */
const known = new Map<string, { of: EncryptedColumn; at: number }>(
  encryptedColumns.flatMap((of) => {
    const hashes = hashesOf[of.kind].map((suffix) => `${of.column}_${suffix}`);
    return [of.column, ...hashes].map((name, at) => [`${of.table}.${name}`, { of, at }] as const);
  }),
);

/** Where a value of this column belongs, in the row of this id. */
const placeOf = ({ table, column, of }: EncryptedColumn, countyId: string, id: string) =>
  ({ countyId, table: of?.table ?? table, column, id }) as Place;

/** Rows of a table with their encrypted values opened; what is beside them stays. */
export function openedRows(table: string, columns: readonly string[], rows: (string | null)[][]): (string | null)[][] {
  const places = columns.map((name) => known.get(`${table}.${name}`));
  const of = (row: (string | null)[], name: string) => row[columns.indexOf(name)] ?? "";
  return rows.map((row) =>
    row.map((value, i) => {
      const place = places[i];
      if (!value || place?.at !== 0) return value;
      return decrypted(placeOf(place.of, of(row, "county_id"), of(row, place.of.of?.id ?? "id")), value);
    }),
  );
}

/** The encrypted cells of one story, each met once. */
export class EncryptedCells {
  readonly list: EncryptedCell[] = [];
  private readonly met = new Map<string, EncryptedCell>();

  constructor(
    private readonly slots: Slots,
    private readonly find: ReturnType<typeof slotFinder>,
  ) {}

  /** The slot of an opened value or of a hash beside it; null for any other column and where nothing is written. */
  slotOf(table: string, name: string, row: ReadonlyMap<string, string | null>): number | null {
    const place = known.get(`${table}.${name}`);
    const text = row.get(place?.of.column ?? "");
    if (!place || !text) return null;
    const id = row.get(place.of.of?.id ?? "id") ?? "";
    return this.cellOf(place.of, { row: row.get("id") ?? "", id }, text).slots[place.at] ?? null;
  }

  private cellOf(of: EncryptedColumn, { row, id }: { row: string; id: string }, text: string): EncryptedCell {
    const name = `encrypted ${of.table} ${of.column} ${row}`;
    const there = this.met.get(name);
    if (there) return there;
    const template = (from: string) => this.find(new TemplateWriter(), from).done();
    const cell = {
      ...of,
      id: template(id),
      text: template(text),
      slots: ["", ...hashesOf[of.kind]].map((what) =>
        this.slots.of(`${name} ${what}`, { kind: "encrypted", name: `${name} ${what}` }),
      ),
    };
    this.met.set(name, cell);
    this.list.push(cell);
    return cell;
  }
}

/** Encrypts a copy's values for its own rows, when the rows' ids and the words are known. */
export function encryptCells(cells: readonly EncryptedCell[], countyId: string, values: string[]): void {
  for (const { kind, id, text, slots, ...column } of cells) {
    const word = filled(text, values);
    const place = placeOf({ ...column, kind }, countyId, filled(id, values));
    const written = word === "" ? [] : [encrypted(place, word), ...hashesFor(countyId, kind, word)];
    for (const [i, slot] of slots.entries()) values[slot] = written[i] ?? "";
  }
}
