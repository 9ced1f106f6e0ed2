import { encryptedAddress, encryptedIdNumber, encryptedPhone } from "../../access/encrypted-contacts";
import { put } from "../database-guards/scene";
import { type Columns, disputeOf, type Probe, type Writing } from "./probe";

/** What is written about parties and those beside them: why somebody else should lead, who was elected, who left, who interprets. */
export function ofParties({ scene, probe, at }: Writing): Probe[] {
  const { countyId, proceedingId, sessionId, partyIds, mediatorId } = scene;
  const of = disputeOf(scene);
  const day = at.slice(0, 10);
  const gone = crypto.randomUUID();
  const leaving = put("parties", {
    ...of,
    id: gone,
    side: 2,
    position: 30,
    kind: "person",
    standing: "respondent",
    name: "旁人丙",
  });
  const exit = probe("reason of a party's leaving", false, "party_exits", (word, id) => ({
    ...of,
    id,
    party_id: gone,
    kind: "gone",
    happened_on: day,
    reason: word,
    recorded_by: mediatorId,
    recorded_at: at,
  }));
  return [
    probe("reason why another should lead", true, "lead_requests", (word, id) => ({
      ...of,
      id,
      proceeding_id: proceedingId,
      lead_person_id: mediatorId,
      party_id: partyIds[1],
      means: "spoken",
      asked_on: day,
      reason: word,
      recorded_by: mediatorId,
      recorded_at: at,
      answer_by: new Date(Date.parse(at) + 86_400_000).toISOString(),
    })),
    probe("paper of an election", false, "elections", (word, id) => ({
      ...of,
      id,
      side: 1,
      elected_on: day,
      paper: word,
      may_negotiate: true,
      may_sign: false,
      may_receive: false,
      recorded_by: mediatorId,
      recorded_at: at,
    })),
    { ...exit, statement: `with leaving as (${leaving}) ${exit.statement}` },
    // One of each kind for one party at one session.
    ...Object.entries({ name: "sign", tie: "spoken", phone: "reader" }).map(([what, kind]) =>
      probe(
        `${what} of an interpreter`,
        false,
        "interpreters",
        (word, id) => ({
          ...of,
          id,
          proceeding_id: proceedingId,
          session_id: sessionId,
          party_id: partyIds[0],
          kind,
          language: kind === "spoken" ? "彝语" : "",
          name: what === "name" ? word : "旁人丁",
          tie: what === "tie" ? word : "",
          ...inSnakeCase(encryptedPhone("interpreters", { countyId, id }, what === "phone" ? word : "")),
          named_by: mediatorId,
          named_at: at,
        }),
        what === "phone" ? "13987650004" : "",
      ),
    ),
  ];
}

const inSnakeCase = (columns: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`), value]),
  );

/** Who somebody is: names, phones, ID numbers and addresses of parties, of a minor's guardian and of a caller. */
export function ofIdentity({ scene, probe, at }: Writing): Probe[] {
  const of = disputeOf(scene);
  const phoneOf = (table: "parties" | "police_calls", id: string, phone: string) =>
    inSnakeCase(encryptedPhone(table, { countyId: scene.countyId, id }, phone));
  const idNumberOf = (id: string, word: string) =>
    inSnakeCase(encryptedIdNumber({ countyId: scene.countyId, id }, word));
  let position = 10;
  const party = (name: string, columns: Columns, digits?: string) =>
    probe(
      name,
      false,
      "parties",
      (word, id) => {
        position += 1;
        return {
          ...of,
          id,
          side: 2,
          position,
          kind: "person",
          standing: "respondent",
          name: "旁人甲",
          ...columns(word, id),
        };
      },
      digits,
    );
  return [
    party("name of a minor", (word) => ({ name: word, is_minor: true })),
    party("phone of a minor", (word, id) => ({ ...phoneOf("parties", id, word), is_minor: true }), "13987650001"),
    party("phone of a party", (word, id) => phoneOf("parties", id, word), "13987650002"),
    party("ID number of a party", (word, id) => idNumberOf(id, word), "330621197803124561"),
    party("address of a party", (word, id) => ({ address: encryptedAddress({ countyId: scene.countyId, id }, word) })),
    party("employer of a party", (word) => ({ employer: word })),
    probe("name of a guardian", false, "party_links", (word, id) => ({
      ...of,
      id,
      party_id: scene.partyIds[0],
      kind: "guardian",
      name: word,
    })),
    ...(["name", "phone"] as const).map((what) =>
      probe(
        `${what} of a caller`,
        false,
        "police_calls",
        (word, id) => ({
          ...of,
          id,
          number: `探针${what}`,
          station_id: scene.stationId,
          called_at: at,
          caller_name: what === "name" ? word : "旁人乙",
          ...phoneOf("police_calls", id, what === "phone" ? word : ""),
          place: "江畔花园",
          place_key: "江畔花园",
          summary: "楼上漏水",
          incident_id: id,
          recorded_by: scene.officerId,
          recorded_at: at,
        }),
        what === "phone" ? "13987650003" : "",
      ),
    ),
  ];
}
