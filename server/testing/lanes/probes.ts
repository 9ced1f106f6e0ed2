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
}

const lanes = ["open", "joint", "side", "mediator", "sealed"] as const;
const isOfTable = (lane: string) => lane === "open" || lane === "joint";

/** One probe for each kind of thing that can hold words, in each lane it can stand in. */
export function probesFor(scene: ProbeScene): Probe[] {
  const { countyId, disputeId, proceedingId, sessionId, partyIds, mediatorId, judgeId, propertyId } = scene;
  const at = new Date().toISOString();
  const of = { county_id: countyId, dispute_id: disputeId };
  const inSession = { ...of, session_id: sessionId };
  let made = 0;
  const probe = (
    name: string,
    isPrivate: boolean,
    table: string,
    columns: (word: string, id: string) => Record<string, unknown>,
  ): Probe => {
    made += 1;
    const word = `探针${made}${name.replace(/[^a-z]/gi, "")}`;
    return { name, isPrivate, word, statement: put(table, columns(word, crypto.randomUUID())) };
  };
  const sideOf = (lane: string) => ({ lane, side: lane === "side" ? 1 : null });
  return [
    ...lanes.map((lane) =>
      probe(`note in lane ${lane}`, !isOfTable(lane), "notes", (word, id) => ({
        ...inSession,
        id,
        ...sideOf(lane),
        text: word,
        author_id: mediatorId,
        written_at: at,
      })),
    ),
    ...lanes.map((lane) =>
      probe(`card in lane ${lane}`, !isOfTable(lane), "desk_cards", (word, id) => ({
        ...inSession,
        id,
        ...sideOf(lane),
        kind: "issue",
        text: word,
        author_id: mediatorId,
        written_at: at,
        changed_at: at,
      })),
    ),
    ...lanes.map((lane) =>
      probe(`file in lane ${lane}`, !isOfTable(lane), "files", (word, id) => ({
        ...inSession,
        id,
        ...sideOf(lane),
        kind: "photo",
        name: `${word}.jpg`,
        mime: "image/jpeg",
        bytes: 10,
        sha256: "b".repeat(64),
        added_by: mediatorId,
        added_at: at,
      })),
    ),
    ...(["joint", "mediator"] as const).map((lane) =>
      probe(`opinion in lane ${lane}`, lane === "mediator", "opinions", (word, id) => ({
        ...inSession,
        id,
        person_id: judgeId,
        lane,
        text: word,
        signed_at: at,
      })),
    ),
    probe("facts nobody disputes", false, "fact_statements", (word, id) => ({
      ...inSession,
      id,
      ordinal: 1,
      lines: [word],
      written_by: mediatorId,
      written_at: at,
    })),
    probe("number put to the sides", true, "number_polls", (word, id) => ({
      ...inSession,
      id,
      question: word,
      amount_fen: 300_000,
      sides: [1, 2],
      opened_by: mediatorId,
      opened_at: at,
    })),
    probe("when a party can come, and why", true, "party_times", (word, id) => ({
      ...of,
      id,
      party_id: partyIds[0],
      kind: "cannot",
      from_time: "08:30",
      until_time: "09:00",
      reason: word,
      recorded_by: mediatorId,
      recorded_at: at,
    })),
    probe("tie of a helper", true, "ties", (word, id) => ({
      ...of,
      id,
      party_id: partyIds[0],
      person_id: propertyId,
      kind: "kin",
      note: word,
      source: "recorded",
      recorded_by: mediatorId,
      recorded_at: at,
    })),
    probe("danger that had to be told", true, "harm_reports", (word, id) => ({
      ...inSession,
      id,
      kind: "violence",
      text: word,
      reason: "怕出事",
      reported_by: mediatorId,
      reported_at: at,
    })),
    probe("door of the video session", true, "video_links", (word) => ({
      ...inSession,
      url: `https://meet.example/${encodeURIComponent(word)}`,
      set_by: mediatorId,
      set_at: at,
    })),
    probe("waiver of a tie", true, "tie_waivers", (word, id) => ({
      ...of,
      id,
      proceeding_id: proceedingId,
      person_id: propertyId,
      kinds: ["kin"],
      reason: word,
      waived_by: mediatorId,
      waived_at: at,
    })),
  ];
}
