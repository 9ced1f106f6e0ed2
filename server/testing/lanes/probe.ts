import { put } from "../database-guards/scene";

/** A row with something confidential (or said to all participants), containing a word that occurs nowhere else. */
export interface Probe {
  name: string;
  /** Said to one side, to the mediator, or sealed: others must not even learn that it exists. */
  isPrivate: boolean;
  word: string;
  statement: string;
}

export interface ProbeScene {
  countyId: string;
  disputeId: string;
  proceedingId: string;
  sessionId: string;
  partyIds: readonly string[];
  mediatorId: string;
  judgeId: string;
  propertyId: string;
  officerId: string;
  stationId: string;
}

export type Columns = (word: string, id: string) => Record<string, unknown>;

/** Makes probes, each with a number of its own in its word. */
export function probeMaker() {
  let made = 0;
  return (name: string, isPrivate: boolean, table: string, columns: Columns, digits = ""): Probe => {
    made += 1;
    const word = digits || `探针${made}${name.replace(/[^a-z]/gi, "")}`;
    return { name, isPrivate, word, statement: put(table, columns(word, crypto.randomUUID())) };
  };
}

export interface Writing {
  scene: ProbeScene;
  probe: ReturnType<typeof probeMaker>;
  at: string;
}

export const disputeOf = ({ countyId, disputeId }: ProbeScene) => ({ county_id: countyId, dispute_id: disputeId });
export const sessionOf = (scene: ProbeScene) => ({ ...disputeOf(scene), session_id: scene.sessionId });
