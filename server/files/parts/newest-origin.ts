import { type SQL, sql } from "drizzle-orm";

/** What was last said about where the file `f` of a statement comes from; `columns` are those of `file_origins`, as `o`. */
export const newestOrigin = (columns: SQL): SQL => sql`(
  select ${columns} from file_origins o where o.county_id = f.county_id and o.dispute_id = f.dispute_id and o.file_id = f.id
  order by o.said_at desc, o.id desc limit 1)`;
