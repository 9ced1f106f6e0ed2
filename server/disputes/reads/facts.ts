import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AgreementForm, AgreementStatus, ClockKind, CourtStep, GateQuestion } from "@/db/vocabulary";
import { dayOf } from "../../kernel/shanghai";
import { askedOnce } from "../../kernel/shared-reads";
import { ruleOn } from "../../rules/queries";

/** A clock of the proceeding; days 'YYYY-MM-DD'. */
export interface ClockFacts {
  id: string;
  kind: ClockKind;
  startedOn: string;
  dueOn: string;
  pausedOn: string | null;
  stoppedOn: string | null;
  /** Each pause for an appraisal, oldest first; `resumedOn` null while it lasts. */
  pauses: { pausedOn: string; resumedOn: string | null }[];
  /** Of an application for confirmation: what the court did last; absent of every other clock. */
  court?: CourtState | null;
}

/** What a court did last with an application for confirmation, on which day, and its case number or reason. */
export interface CourtState {
  step: CourtStep;
  on: string;
  note: string;
}

/** The counts that decide a proceeding's requirements and next step. Times are ISO text. */
export interface Facts {
  parties: number;
  /** Parties told, or whose guardian was; and those nobody knows, who cannot be told. */
  noticed: number;
  unidentified: number;
  /** The gate was told of a minor, or that it is not clear, and no party has ever been marked as one. */
  isMinorUnmarked: boolean;
  unconsented: number;
  /** The question whose answer closed this track since it was opened. */
  gateShut: GateQuestion | null;
  /** That answer is "not clear": it is made clear first. Else it is a "yes". */
  isGateUnclear: boolean;
  /** No officer has taken over what the gate was told of violence at home. */
  isTakeOverOpen: boolean;
  /** Whoever asks was found tied to a party, and not every party has said it does not mind. */
  isActorRecused: boolean;
  /** The head who names another lead, where the lead was; null otherwise. */
  leadNamer: "committeeHead" | "stationHead" | null;
  invitationsWaiting: number;
  invitationsAccepted: number;
  answerBy: string | null;
  /** Confirmed ones; those still held are counted apart. */
  sessionsBooked: number;
  sessionsHeld: number;
  heldUntil: string | null;
  sessionsEnded: number;
  nextSessionAt: string | null;
  /** Sessions that were started, or whose time has passed. */
  sessionToRecord: number;
  /** Sessions whose hour has come, or that were started before it, and that are neither recorded nor called off. */
  sessionsUnderWay: number;
  /** Of what is being written or signed, else of what is in force. */
  agreementStatus: AgreementStatus | null;
  agreementForm: AgreementForm | null;
  /** Of the agreement in force, which may be being renegotiated. */
  formInForce: AgreementForm | null;
  /** Parties nobody can bind yet: unidentified, or a minor without a guardian who may sign. */
  unboundParties: number;
  obligations: number;
  openObligations: number;
  /** What is denied or claimed of the ledger and has not ended. */
  ledgerContests: number;
  /** Payments of several obligors that do not say how they owe them. */
  unsaidLiability: number;
  nextDueOn: string | null;
  /** When the earliest breach of an open clause is looked at again. */
  followUpOn: string | null;
  unsignedParties: number | null;
  mediatorSigned: boolean;
  /** Whether whoever asks may put the committee's seal under it (app.sealers_of). */
  isActorSealer: boolean;
  sealed: boolean;
  visits: number;
  /** The day of the first session held, 'YYYY-MM-DD'. */
  firstSessionOn: string | null;
  /** Sessions that the police held about the matter in earlier proceedings; 程序规定 183 counts them too. */
  sessionsBefore: number;
  /** The day of the first session of whoever handed the matter over to go on, 'YYYY-MM-DD'. */
  carriedSince: string | null;
  /** Of the mediation itself. */
  clocks: ClockFacts[];
  /** The agreement in force, and its days for judicial confirmation; null for what took effect before they were kept. */
  inForce: { agreementId: string; effectiveOn: string; confirmation: ClockFacts | null } | null;
  /** Of police mediation: a minor violation was found (程序规定 178), and nothing bars its mediation (179). */
  isMinorViolation: boolean;
  mayMediateViolation: boolean;
  /** Minors of a police case without a guardian who was told to attend, or a reason why not (程序规定 181). */
  untoldGuardians: number;
  /** Applications for no penalty that the station's head has not decided (程序规定 186). */
  applicationsWaiting: number;
  /** By when the earliest request for another lead is to be decided, and which head decides. */
  leadRequestBy: string | null;
  /** Null where nobody asked for another lead. */
  leadRequestDecider: "committeeHead" | "stationHead" | null;
  /** Tasks of a coordination: not answered, answered and not settled, done as the lead confirmed. */
  assignmentsOpen: number;
  assignmentsAnswered: number;
  assignmentsConfirmed: number;
  /** When the first that is not answered falls due. */
  assignmentDueAt: string | null;
  /** The most sessions police mediation may have, by the rule of the day (程序规定 183). */
  sessionsMax: number;
}

/** Reads the facts of one proceeding. The counts are complete whatever the asker may see, and nothing else is returned. */
export function factsOf(tx: Tx, countyId: string, proceedingId: string, now: Date): Promise<Facts> {
  return askedOnce(tx, `facts of ${proceedingId}`, () => readFacts(tx, countyId, proceedingId, now));
}

async function readFacts(tx: Tx, countyId: string, proceedingId: string, now: Date): Promise<Facts> {
  const rows = await tx.execute<{ facts: Omit<Facts, "sessionsMax">; sessions_max: number }>(sql`
    select app.proceeding_facts(${countyId}::uuid, ${proceedingId}::uuid, ${now.toISOString()}::timestamptz) as facts,
      ${ruleOn("publicSecurity.sessionsMax", countyId, dayOf(now))} as sessions_max`);
  const [row] = rows;
  if (!row?.facts) throw new Error("no facts");
  return { ...row.facts, sessionsMax: row.sessions_max };
}
