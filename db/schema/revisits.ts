import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyId, day, moment, ref } from "./columns";
import { people } from "./people";
import { committees } from "./places";
import { proceedings } from "./proceedings";
import { inCounty, inDispute } from "./references";

/**
 * One draw of a committee for one month: of the matters closed with an agreement in it, a share is visited by somebody else. The
 * seed puts them in order, so that anybody can work out again what was drawn, and nobody draws until it suits.
 */
export const revisitDraws = pgTable(
  "revisit_draws",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    committeeId: ref("committee_id").notNull(),
    /** Its first day. */
    month: day("month").notNull(),
    seed: text("seed").notNull(),
    percent: integer("percent").notNull(),
    /** How many were closed with an agreement in the month. */
    closed: integer("closed").notNull(),
    drawnAt: moment("drawn_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    inCounty("revisit_draws_of_committee", t, t.committeeId, committees),
    unique("revisit_draws_once_a_month").on(t.countyId, t.committeeId, t.month),
    check(
      "revisit_draws_sensible",
      sql`${t.percent} between 1 and 100 and ${t.closed} > 0 and length(${t.seed}) >= 32`,
    ),
  ],
);

/** A drawn matter, and who of its committee took no part in it and asks both sides. The system alone writes it. */
export const revisits = pgTable(
  "revisits",
  {
    countyId: countyId(),
    id: uuid("id").notNull(),
    disputeId: ref("dispute_id").notNull(),
    proceedingId: ref("proceeding_id").notNull(),
    drawId: ref("draw_id").notNull(),
    visitorId: ref("visitor_id").notNull(),
    dueOn: day("due_on").notNull(),
    /** The day on which the last side was asked; a trigger writes it. */
    doneOn: day("done_on"),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique("revisits_within_dispute").on(t.countyId, t.disputeId, t.id),
    unique("revisits_once_a_proceeding").on(t.countyId, t.proceedingId),
    inDispute("revisits_of_proceeding", t, t.proceedingId, proceedings),
    inCounty("revisits_of_draw", t, t.drawId, revisitDraws),
    inCounty("revisits_by_visitor", t, t.visitorId, people),
    index("revisits_open_of_visitor").on(t.countyId, t.visitorId, t.dueOn).where(sql`${t.doneOn} is null`),
    index("revisits_by_draw").on(t.countyId, t.drawId),
  ],
);
