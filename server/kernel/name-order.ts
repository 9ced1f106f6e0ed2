import { type SQL, sql } from "drizzle-orm";

/** Where a name stands in a list: by its sound, the family name as a family name is read (单 after 邵, 尉迟 at yu). */
export const byName = (name: SQL): SQL => sql`app.name_order(${name}) collate "zh-x-icu"`;
