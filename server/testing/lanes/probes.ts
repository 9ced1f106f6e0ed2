import { ofIdentity, ofParties } from "./party-probes";
import { disputeOf, type Probe, type ProbeScene, probeMaker, sessionOf, type Writing } from "./probe";

const lanes = ["open", "joint", "side", "mediator", "sealed"] as const;
const isOfTable = (lane: string) => lane === "open" || lane === "joint";

/** One probe for each kind of thing that can hold words, in each lane it can stand in. */
export function probesFor(scene: ProbeScene): Probe[] {
  const probe = probeMaker();
  const writing: Writing = { scene, probe, at: new Date().toISOString() };
  return [
    ...inLanes(writing),
    ...ofSession(writing),
    ...ofLead(writing),
    ...ofParties(writing),
    ...ofIdentity(writing),
  ];
}

/** Notes, cards, files and opinions, in every lane. */
function inLanes({ scene, probe, at }: Writing): Probe[] {
  const { mediatorId, judgeId } = scene;
  const inSession = sessionOf(scene);
  const sideOf = (lane: string) => ({ lane, side: lane === "side" ? 1 : null });
  return [
    // A page shows the newest three: those of the table are the newest, so that which ones it shows is no matter of chance.
    ...lanes.map((lane, nth) =>
      probe(`note in lane ${lane}`, !isOfTable(lane), "notes", (word, id) => ({
        ...inSession,
        id,
        ...sideOf(lane),
        text: word,
        author_id: mediatorId,
        written_at: new Date(Date.parse(at) - nth * 1000).toISOString(),
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
  ];
}

/** What the sides are asked in a session, outside the lanes. */
function ofSession({ scene, probe, at }: Writing): Probe[] {
  const { mediatorId } = scene;
  const inSession = sessionOf(scene);
  return [
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
  ];
}

/** What the lead enters for themselves and for those it concerns. */
function ofLead({ scene, probe, at }: Writing): Probe[] {
  const { proceedingId, partyIds, mediatorId, propertyId } = scene;
  const of = disputeOf(scene);
  const inSession = sessionOf(scene);
  return [
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
    probe("what a party said when told of a session", true, "session_tellings", (word, id) => ({
      ...inSession,
      id,
      party_id: partyIds[0],
      means: "phone",
      starts_at: at,
      told_at: at,
      told_by: mediatorId,
      answer: "unclear",
      note: word,
      entered_by: mediatorId,
      entered_at: at,
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
    probe("link of the video session", true, "video_links", (word) => ({
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
