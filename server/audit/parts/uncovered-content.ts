/**
 * Tables of a dispute whose rows the chain does not cover, each with why; a test finds a table that is on neither list. What
 * is done to them by an act leaves its event all the same.
 */
export const uncoveredContent: Readonly<Record<string, string>> = {
  access_requests: "who asked to lead and who granted it is in the events of both acts",
  clues: "belong to no dispute until one takes them up",
  consultations: "belong to no dispute until they are linked",
  desk_cards: "working papers of a running session, without events",
  dispute_access: "written by triggers from rows that are covered",
  dispute_words: "worked out for searching",
  events: "the chain itself",
  figure_entries: "worked out for figures, and compared by verify",
  force_entries: "worked out for figures, and compared by verify",
  helper_entries: "worked out for figures, and compared by verify",
  invitation_links: "hashes of secrets; making and using a link leaves an event",
  invitations: "who was asked and answered is in the events of these acts",
  notifications: "who was told can be worked out from the event",
  number_answers: "answers to a secret number, whose givers nobody may learn",
  number_polls: "working papers of a running session, without events",
  paper_particulars:
    "encrypted with a key that changes, as the columns of the parties they are copied from; a trigger keeps them",
  party_times: "hours at which a party can come, which end with the session",
  police_calls: "belong to no dispute until they are attached",
  recusals: "worked out by triggers from ties, also in acts on other chains; being told of one leaves an event",
  repeat_groups: "belong to no dispute until one is opened for them",
  session_needs: "whom a session waits for, until it is held",
  session_people:
    "who is expected is in the events of booking and moving; who came is in the record as it was written, not from here",
  slots: "worked out from sessions and meetings",
  video_links: "an address that ends with its session",
};
