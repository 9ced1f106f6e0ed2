/** Who may speak for a party, be bound and end a proceeding; the problem code of each, as in `db/constraints.ts`. */
export const whoBinds = {
  signatures_by_entitled: "speakerNotEntitled",
  signatures_mediator_leads: "leadSignsInPerson",
  signatures_witness_present: "witnessNotPresent",
  fact_signatures_by_entitled: "speakerNotEntitled",
  notices_to_entitled: "speakerNotEntitled",
  consents_by_entitled: "speakerNotEntitled",
  session_people_by_entitled: "speakerNotEntitled",
  tie_waiver_parties_by_entitled: "speakerNotEntitled",
  performances_waived_by_entitled: "speakerNotEntitled",
  performances_received_by_entitled: "speakerNotEntitled",
  agreements_police_in_writing: "writtenNeeded",
  agreements_oral_needs_every_yes: "everyYesNeeded",
  proceedings_begin_accepted: "invalidValue",
  proceedings_end_with_ending: "endingNeeded",
  /** No request writes an ending without ending the proceeding. */
  endings_of_ended: "invalidValue",
  number_polls_begin_open: "invalidValue",
  parties_capacity_of_person: "capacityOfPerson",
  parties_own_wages_whole: "ownWagesWhole",
  parties_own_wages_from_sixteen: "tooYoungToActAlone",
  parties_known_stay_known: "knownStaysKnown",
} as const;
