import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { signAgreementInput } from "../agreements/inputs";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { signAgreement } from "../agreements/sign-agreement";
import { type Agreed, agreedDispute, drafted, payClause } from "../testing/agreements";
import { guardiansOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute, intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";

type Parties = ReturnType<typeof intake>["parties"];
let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const as = () => county.as("mediator");
const [first, second] = intake().parties as [Parties[number], Parties[number]];
/** 甲 is a child with this guardian; 乙 is on the other side. */
const withChild = (guardian: object = {}, other: object = {}) => ({
  title: "球场纠纷",
  parties: [
    {
      ...first,
      name: "夏小雨",
      isMinor: true,
      links: [{ kind: "guardian" as const, name: "夏守义", maySign: true, phone: "", note: "", ...guardian }],
    },
    { ...second, ...other },
  ],
});

describe("a guardian who is on the other side", () => {
  it("cannot speak for the minor by any act, and nothing is sent to sign while there is no other", async () => {
    const agreed: Agreed = await agreedDispute(county, withChild());
    const [child = "", other = ""] = agreed.parties;
    await drafted(county, agreed, [payClause(agreed, 100)]);
    const [guardian] = await guardiansOf(county, agreed);
    // Who is entered beside a party keeps their name; the other side turns out to be called like the guardian.
    const call = (name: string) => database().execute(sql`update parties set name = ${name} where id = ${other}::uuid`);
    const [named] = await database().execute<{ name: string; was: string }>(
      sql`select l.name, p.name as was from parties p, party_links l where p.id = ${other}::uuid and l.id = ${guardian?.linkId ?? ""}::uuid`,
    );
    await call(` ${named?.name} `.trim());
    expect(await refusedWith(sendToSign(as(), { disputeId: agreed.disputeId }))).toBe("needs.partiesBindable");
    await call(named?.was ?? "");
    await sendToSign(as(), { disputeId: agreed.disputeId });
    await call(named?.name ?? "");
    const signer = { kind: "party", partyId: child, byLinkId: guardian?.linkId };
    const signs = signAgreementInput.parse({ disputeId: agreed.disputeId, signer, means: "sign" });
    expect(await refusedWith(signAgreement(as(), signs))).toBe("guardianOpposed");
    const onPage = (await agreementOfDispute(as(), agreed)).parties.find((party) => party.id === child);
    expect(onPage?.links).toMatchObject([{ kind: "guardian", isOpposed: true }]);
    await call(named?.was ?? "");
    await signAgreement(as(), signs);
  });

  it.each<[string, boolean, object, object]>([
    ["a name that only looks otherwise", true, { name: " 张建国 " }, { name: "张建国", phone: "" }],
    ["the same phone under another name", true, { phone: "13812345678" }, { phone: "+86 138-1234-5678" }],
    [
      "the same name with another phone",
      false,
      { name: "张建国", phone: "13800001111" },
      { name: "张建国", phone: "13800002222" },
    ],
    ["somebody else", false, {}, {}],
    [
      "whoever speaks for the other side",
      true,
      {},
      { links: [{ kind: "agent", name: "夏守义", maySign: true, phone: "", note: "" }] },
    ],
    [
      "whoever stands beside the other side and never speaks",
      false,
      {},
      { links: [{ kind: "helper", name: "夏守义", maySign: false, phone: "", note: "" }] },
    ],
  ])("is told by what is known: %s", async (_what, isOpposed, guardian, other) => {
    const { disputeId } = await acceptedDispute(county, withChild(guardian, other));
    const [said] = await database().execute(sql`
      select app.is_opposed(county_id, id) as opposed from party_links where dispute_id = ${disputeId}::uuid and kind = 'guardian'`);
    expect(said).toEqual({ opposed: isOpposed });
  });

  it("counts no longer once the other party has left", async () => {
    const { disputeId } = await acceptedDispute(county, withChild({ name: second.name, phone: "" }, { phone: "" }));
    await database().execute(sql`
      insert into party_exits (county_id, id, dispute_id, party_id, kind, happened_on, reason, recorded_by, recorded_at)
      select county_id, gen_random_uuid(), dispute_id, id, 'gone', current_date, '查无此人', ${county.people.mediator}::uuid, now()
      from parties where dispute_id = ${disputeId}::uuid and side = 2`);
    const [said] = await database().execute(sql`
      select app.is_opposed(county_id, id) as opposed from party_links where dispute_id = ${disputeId}::uuid and kind = 'guardian'`);
    expect(said).toEqual({ opposed: false });
  });
});
