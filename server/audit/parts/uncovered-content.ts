/**
 * Tables of a dispute whose rows the chain does not cover, each with why; a test finds a table that is on neither list. What
 * is done to them by an act leaves its event all the same.
 */
export const uncoveredContent: Readonly<Record<string, string>> = {
  desk_cards: "working papers of a running session, without events",
  dispute_access: "written by triggers from rows that are covered",
  dispute_words: "worked out for searching",
  events: "the chain itself",
  figure_entries: "worked out for figures, and compared by verify",
  force_entries: "worked out for figures, and compared by verify",
  helper_entries: "worked out for figures, and compared by verify",
  invitation_links: "hashes of secrets; making and using a link leaves an event",
  notifications: "who was told can be worked out from the event",
  number_answers: "answers to a secret number, whose givers nobody may learn",
  number_polls: "working papers of a running session, without events",
  paper_particulars:
    "encrypted with a key that changes, as the columns of the parties they are copied from; a trigger keeps them",
  party_times: "hours at which a party can come, which end with the session",
  recusals:
    "worked out by triggers from ties, some at the end of an act, after its event; being told of one leaves an event",
  revisits:
    "worked out from the seed of its draw; the visit itself is covered, and whoever leads must not see the draw before",
  session_needs: "whom a session waits for, until it is held",
  slots: "worked out from sessions and meetings",
  video_links: "an address that ends with its session",
};
