/** How the rows of one table are covered by the chain. */
export interface Covered {
  /** Columns of the primary key beside the county. */
  key: string;
  /** Which list of columns is hashed; a changed list has a new number, and rows are hashed anew when next written. */
  version: number;
  columns: string;
  /** The lists of before, by their numbers: rows that were not written since are compared by the list of then. */
  earlier?: Readonly<Record<number, string>>;
  /** Rows that are never changed or deleted: a second digest of one is a fault. */
  isFinal?: true;
  /** Rows of no dispute: their digests are of the county's own chain. */
  ofCounty?: true;
  /** Rows that acts of a dispute, of another one and of none write: the first event of the act's transaction holds their digests. */
  ofAnyChain?: true;
}
