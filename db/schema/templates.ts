import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { people } from "./people";
import { committees } from "./places";
import { inCounty } from "./references";
import { disputeTypeEnum, paperKindEnum } from "./words";

/**
 * Word templates of official papers that an office made of ours, each valid from a day on: of a committee, or of the whole county
 * where none is named. Never changed, only withdrawn; the file is in the store under its hash.
 */
export const paperTemplates = pgTable(
  "paper_templates",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    committeeId: ref("committee_id"),
    kind: paperKindEnum("kind").notNull(),
    /** The file's own name. */
    name: text("name").notNull(),
    validFrom: day("valid_from").notNull(),
    sha256: text("sha256").notNull(),
    bytes: integer("bytes").notNull(),
    /** The fields it uses, so that one that does not fit any more is known without opening it. */
    fields: jsonb("fields").$type<string[]>().notNull(),
    addedBy: ref("added_by").notNull(),
    addedAt: moment("added_at").notNull(),
    withdrawnBy: ref("withdrawn_by"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("paper_templates_of_committee", t, t.committeeId, committees),
    inCounty("paper_templates_added_by", t, t.addedBy, people),
    inCounty("paper_templates_withdrawn_by", t, t.withdrawnBy, people),
    check(
      "paper_templates_shape",
      sql`${t.sha256} ~ '^[0-9a-f]{64}$' and ${t.bytes} between 1 and 1048576 and length(${t.name}) between 3 and 120
        and jsonb_typeof(${t.fields}) = 'array' and ${t.kind} <> 'dossier'`,
    ),
    check(
      "paper_templates_withdrawn_whole",
      sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null) and (${t.withdrawnAt} is null) = (${t.withdrawnReason} is null)`,
    ),
    index("paper_templates_by_kind").on(t.countyId, t.kind, t.committeeId, t.validFrom),
  ],
);

/**
 * The clauses with which a committee begins an agreement about disputes of one type, from a day on. Only ever added to: of a day's rows the
 * one written last holds. A draft copies its clauses, so that no later template changes it.
 */
export const draftingTemplates = pgTable(
  "drafting_templates",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    committeeId: ref("committee_id").notNull(),
    type: disputeTypeEnum("type").notNull(),
    clauses: jsonb("clauses").$type<unknown[]>().notNull(),
    validFrom: day("valid_from").notNull(),
    setBy: ref("set_by").notNull(),
    setAt: moment("set_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("drafting_templates_of_committee", t, t.committeeId, committees),
    inCounty("drafting_templates_set_by", t, t.setBy, people),
    check(
      "drafting_templates_shape",
      sql`jsonb_typeof(${t.clauses}) = 'array' and jsonb_array_length(${t.clauses}) between 1 and 30`,
    ),
    index("drafting_templates_by_type").on(t.countyId, t.committeeId, t.type, t.validFrom),
  ],
);
