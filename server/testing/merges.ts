import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import type { RegisterDisputeInput } from "../disputes/inputs";
import { disputeById } from "../disputes/reads/dispute";
import { mergeDisputes } from "../merging/merge-disputes";
import { partiesOf } from "./convening";
import type { TestCounty } from "./county";
import { acceptedDispute, intake } from "./disputes";

type Party = RegisterDisputeInput["parties"][number];
let made = 0;

/** Two registrations of one matter: the second names the neighbour's wife beside the two who are in both. */
export async function registeredTwice(county: TestCounty, over: Partial<RegisterDisputeInput> = {}) {
  made += 1;
  const place = `合并路${made}号1单元`;
  const kept = await acceptedDispute(county, { place, title: "" });
  const wife = { side: 2, standing: "respondent", name: "钱桂香", phone: "13911112222" } as Party;
  const absorbed = await acceptedDispute(county, {
    place,
    title: "",
    parties: intake({ parties: [...intake().parties, wife] }).parties,
    ...over,
  });
  return { kept: kept.disputeId, absorbed: absorbed.disputeId, absorbedProceeding: absorbed.proceedingId };
}

/** Merges them: everybody matched by name, and whoever is new put on side 2. */
export async function merged(
  county: TestCounty,
  { kept, absorbed }: { kept: string; absorbed: string },
  who = "mediator",
  over: object = {},
) {
  const from = await partiesOf(county, { disputeId: absorbed });
  const { parties: there } = await disputeById(county.as("mediator"), { disputeId: kept });
  const parties = from.map(({ id, name }) => ({
    partyId: id,
    intoPartyId: there.find((one) => one.name === name && !one.isDeparted)?.id ?? null,
    side: 2,
  }));
  const reason = "同一面墙，两家分别来登记";
  return mergeDisputes(county.as(who), { disputeId: absorbed, intoDisputeId: kept, parties, reason, ...over });
}

/** A row as it stands, by the names of its columns. */
export const rowOf = async (table: string, id: string) => {
  const [row] = await database().execute<Record<string, unknown>>(
    sql`select * from ${sql.identifier(table)} where id = ${id}::uuid`,
  );
  return row;
};
