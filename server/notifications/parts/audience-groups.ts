/** Groups of people whom an event concerns; `audience-query.ts` says who is in each. */
export type Group =
  /** Whoever the invitation of the event is to. */
  | "invitee"
  /** Leads the event's proceeding, which is open. */
  | "lead"
  /** Leads it, or led it when it ended. */
  | "lastLead"
  | "assistant"
  /** Staff and helpers expected at the session. */
  | "attendees"
  /** The one of them who takes a leaver's place. */
  | "joiners"
  /** Were told to come and are not expected any more. */
  | "leavers"
  /** The parties expected at the session. */
  | "sides"
  /** Interpret at the session or read aloud. */
  | "interpreters"
  /** Were asked to interpret at it and have not answered. */
  | "askedInterpreters"
  /** Whoever the event asked to interpret, or whose answer it is. */
  | "askedNow"
  /** Were invited to the session and have not answered. */
  | "waiting"
  /** Would have come to a session that was cancelled when its proceeding ended. */
  | "expectedAtCancelled"
  /** Were invited and are not any more. */
  | "dropped"
  /** The unit that the invitee comes from. */
  | "unit"
  | "stationHeads"
  | "committeeHeads"
  /** Asked to lead a matter that somebody else led. */
  | "requester"
  /** Asked to read what is closed to them. */
  | "reader"
  /** Lead the dispute's open proceedings, whichever one the event belongs to. */
  | "newestLeads"
  /** Led the proceeding before this event. */
  | "formerLead"
  /** The new lead, once for each session to come that they took over; `seatsHeldTaken` of sessions that are only held. */
  | "seatsTaken"
  | "seatsHeldTaken"
  /** The former lead, once for each session to come that they gave up. */
  | "seatsLeft"
  /** Were asked for the proceeding, or are expected at its sessions to come. */
  | "helpers"
  /** All parties of the dispute. */
  | "parties"
  /** The party that asked for another lead. */
  | "leadAsker"
  /** The heads who decide about it. */
  | "leadDeciders"
  /** Answer an offer to take the matter. */
  | "transferTargets"
  /** Made it; told also where the proceeding ends after it was taken. */
  | "transferSenders"
  /** Are expected at sessions that somebody has left who was found tied to a party. */
  | "leftSessions"
  /** The lawyer on duty for a question, or where there is none the station's mediators. */
  | "duty"
  /** Leads on duty at the dispute's station. */
  | "dutyLeader"
  /** All in office at the station or committee that goes on with another one's work. */
  | "officeStaff"
  /** Asked the legal question. */
  | "questioner"
  /** Told of the clue. */
  | "reporter"
  /** Keep the contact point at which the clue came in. */
  | "clueKeepers"
  /** Leads on duty at the clue's station. */
  | "clueLeader"
  /** The head who asked something of the lead. */
  | "instructor"
  /** Was asked to do a task. */
  | "assignee"
  /** Was given a role, or had it ended. */
  | "roleHolder"
  /** Chairs the open meeting. */
  | "chair";

/** What else an event tells, so that a line of the table may depend on it. */
export type Flag =
  /** The level to which a risk has risen. */
  | "red"
  | "amber"
  /** What the event made of a session: confirmed it, or put it at risk. */
  | "confirmed"
  | "atRisk"
  /** What the session is now. */
  | "held"
  | "certain"
  /** Other times were proposed. */
  | "proposed"
  /** Somebody was asked; for `deputised` the colleague whom the invitee named. */
  | "asked"
  | "deputised"
  | "noSubstitute"
  /** The proceeding that ends was one that others had transferred. */
  | "takenOver"
  /** The lead, or somebody else who takes part, was found tied to a party. */
  | "leadTied"
  | "helperRecused";
