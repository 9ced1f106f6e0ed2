import { customType, index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { countyId, ref } from "./columns";
import { disputes } from "./disputes";
import { inCounty } from "./references";

const tokens = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What a dispute is found by: its number, title, place and the names of adults and organisations, never a minor's. Written
 * by triggers and read by functions alone; no login of the product may read it (docs/adr/0039).
 */
export const disputeWords = pgTable(
  "dispute_words",
  {
    countyId: countyId(),
    disputeId: ref("dispute_id").notNull(),
    /** In small letters, one line each. */
    words: text("words").notNull(),
    /** The names as they sound: whole syllables and initials, from each character on, one line each. */
    sounds: text("sounds").notNull(),
    tokens: tokens("tokens").notNull(),
    /** How the tokens were made: rows of an older form are written anew by `migrate`. */
    form: smallint("form").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.disputeId] }),
    inCounty("dispute_words_of_dispute", t, t.disputeId, disputes),
    // Entries that wait in a list are read by every search until the next vacuum.
    index("dispute_words_by_tokens").using("gin", t.tokens).with({ fastupdate: false }),
  ],
);

/** How Chinese characters sound, without tones: facts of the language, the same for every county. */
export const characterSounds = pgTable("character_sounds", {
  /** One character, or a family name of two that sounds unlike its characters. */
  character: text("character").primaryKey(),
  sound: text("sound").notNull(),
  /** Another way it is often read. */
  otherSound: text("other_sound"),
  /** As a family name; syllables of two characters are set apart by a blank. */
  surnameSound: text("surname_sound"),
});
