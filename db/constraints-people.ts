/** What the database refuses of who leads, speaks, writes and interprets in a proceeding. */
export const peopleConstraints = {
  lead_requests_one_open: "requestOpen",
  lead_requests_decided_whole: "reasonNeeded",
  lead_requests_accepted_names_lead: "newLeadNeeded",
  lead_requests_wish_another: "wishIsLead",
  lead_requests_told_whole: "notDecidedYet",
  lead_requests_begin_open: "invalidValue",
  lead_requests_stay_as_decided: "alreadyDecided",
  lead_requests_head_decides: "otherHeadDecides",
  lead_requests_by_entitled: "speakerNotEntitled",
  lead_requests_decided_as_happened: "invalidValue",
  proceedings_lead_settles_requests: "requestOpen",
} as const;
