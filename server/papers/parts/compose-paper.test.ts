import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import type { PaperKind } from "@/db/vocabulary";
import { signAgreementInput } from "../../agreements/inputs";
import { sealAgreement } from "../../agreements/seal-agreement";
import { sendToSign } from "../../agreements/send-to-sign";
import { signAgreement } from "../../agreements/sign-agreement";
import { amendParty } from "../../disputes/amend-party";
import { amendPartyInput } from "../../disputes/inputs";
import { dossierOfDispute } from "../../dossier/queries";
import { asActor } from "../../kernel/transaction";
import { recordVisitInput } from "../../performance/inputs";
import { recordVisit } from "../../performance/record-visit";
import { recordHeldInput } from "../../sessions/inputs";
import { recordHeld } from "../../sessions/record-held";
import { type Agreed, agreedDispute, drafted, mediatorSigns, partySigns, payClause } from "../../testing/agreements";
import { guardiansOf } from "../../testing/convening";
import { type TestCounty, testCounty } from "../../testing/county";
import { intake } from "../../testing/disputes";
import { ledgerActs } from "../../testing/ledger";
import { violationOfDispute } from "../../violations/reads/violation";
import { composePaper } from "./compose-paper";

let county: TestCounty;
let agreed: Agreed;
const secret = "背靠背里说的底价";
const { pays, clauseOf } = ledgerActs(() => county);

beforeAll(async () => {
  county = await testCounty();
  const parties = intake({
    parties: [
      {
        ...{ side: 1, standing: "applicant", name: "𠮷玉芬", phone: "13800002719", sex: "female", bornYear: 1970 },
        idNumber: "11010519491231002X",
      },
      {
        side: 2,
        standing: "respondent",
        name: "张小明",
        isMinor: true,
        links: [{ kind: "guardian", name: "张建国", phone: "13800003344", maySign: true, note: "父亲" }],
      },
    ] as unknown as ReturnType<typeof intake>["parties"],
  }).parties;
  agreed = await agreedDispute(county, { parties });
  await recordHeld(
    county.as("mediator"),
    recordHeldInput.parse({
      ...{
        disputeId: agreed.disputeId,
        kind: "caucus",
        startsAt: new Date(Date.now() - 7_200_000).toISOString(),
        minutes: 30,
      },
      ...{
        place: "走廊",
        personIds: [county.as("mediator").actor.personId],
        partyIds: agreed.parties.slice(0, 1),
        result: "adjourned",
      },
    }),
  );
  await database().execute(sql`insert into notes (county_id, id, dispute_id, lane, side, text, author_id, written_at)
    select county_id, gen_random_uuid(), id, 'side', 1, ${secret}, registered_by, now() from disputes where id = ${agreed.disputeId}::uuid`);
  await drafted(county, agreed, [payClause(agreed, 100005)]);
  await sendToSign(county.as("mediator"), { disputeId: agreed.disputeId });
  await partySigns(county, agreed, agreed.parties[0] ?? "");
  for (const { partyId, linkId } of await guardiansOf(county, agreed)) {
    const signer = { kind: "party", partyId, byLinkId: linkId };
    await signAgreement(
      county.as("mediator"),
      signAgreementInput.parse({ disputeId: agreed.disputeId, signer, means: "fingerprint" }),
    );
  }
  await mediatorSigns(county, agreed);
  await sealAgreement(county.as("committee"), { disputeId: agreed.disputeId });
  await pays(agreed, (await clauseOf(agreed)).id, 40005);
  await recordVisit(
    county.as("mediator"),
    recordVisitInput.parse({
      disputeId: agreed.disputeId,
      visitedOn: new Date(Date.now() + 28_800_000).toISOString().slice(0, 10),
      satisfaction: "satisfied",
    }),
  );
});

const compose = (kind: PaperKind, who = "mediator", subjectId: string | null = null) => {
  const { disputeId, proceedingId } = agreed;
  const ctx = county.as(who);
  return asActor(ctx, (tx) => composePaper(tx, county.countyId, { kind, disputeId, proceedingId, subjectId }, ctx));
};
const wordsOf = async (kind: PaperKind, who?: string) => JSON.stringify((await compose(kind, who))?.paper ?? null);

describe("papers of a matter", () => {
  it("are composed from its rows: who, the signed sum, what of it was received, and how far it is kept", async () => {
    const agreement = await compose("agreement");
    expect(JSON.stringify(agreement?.paper)).toContain("人民币壹仟元零伍分（¥1,000.05）");
    expect(agreement?.paper).toMatchObject({
      number: expect.stringMatching(/人调字第 \d{3} 号/),
      copies: { count: 3 },
    });
    expect(agreement?.paper.blocks.at(-1)).toMatchObject({ kind: "seal", sealed: true });
    expect(await wordsOf("receipt")).toContain("人民币肆佰元零伍分（¥400.05）");
    expect(await wordsOf("revisit")).toContain("尚有1项未履行完毕");
    expect(await wordsOf("record")).toContain("各方当面谈成，愿意签协议。");
    const contents = (await compose("contents"))?.paper.blocks.find(({ kind }) => kind === "table");
    expect(contents && "rows" in contents && contents.rows.map((row) => ("length" in row ? row[1] : ""))).toMatchObject(
      [
        ...["人民调解受理登记表", "人民调解权利义务告知书", "身份证明材料核对表"],
        expect.stringMatching(/^人民调解记录（.*日）$/),
        ...["人民调解协议书", expect.stringMatching(/^收条（.*）$/), expect.stringMatching(/^人民调解回访记录（.*）$/)],
      ],
    );
    expect(await wordsOf("notice")).toContain("由张建国代为签署");
  });

  it("of every kind hold nothing that was said in confidence, no caucus, and no unset word", async () => {
    const kinds: PaperKind[] = [
      "cover",
      "contents",
      "application",
      "intake",
      "notice",
      "investigation",
      "evidence",
      "record",
      "agreement",
    ];
    const more: PaperKind[] = ["receipt", "revisit", "closing", "confirmation", "situation", "back"];
    for (const kind of [...kinds, ...more]) {
      const words = await wordsOf(kind);
      expect(words, kind).not.toMatch(new RegExp(`${secret}|走廊|undefined|NaN`));
      expect(words, kind).not.toBe("null");
    }
    const records = await database().execute<{ id: string }>(
      sql`select id from sessions where dispute_id = ${agreed.disputeId}::uuid and kind = 'caucus'`,
    );
    expect(await compose("record", "mediator", records[0]?.id)).toBeNull();
  });

  it("name a minor and an address to nobody who may not read them", async () => {
    expect(await wordsOf("agreement", "head")).not.toMatch(/张小明|张建国|13800002719/);
    // The police read a paper of another track without what it has not: the page of the violation stands on the same view.
    expect((await violationOfDispute(county.as("head"), agreed)).paper).toBeNull();
    expect(await wordsOf("agreement", "lawyer")).not.toMatch(/张小明|13800002719/);
  });

  it("are listed by the dossier with what each is about; a caucus wants no record", async () => {
    const { papers, lines } = await dossierOfDispute(county.as("mediator"), agreed);
    const line = (kind: PaperKind) => papers.find((paper) => paper.kind === kind);
    expect(line("record")).toMatchObject({ state: "present", have: 1, of: 1, subjects: { length: 1 } });
    expect(lines.find(({ paper }) => paper === "sessionRecords")?.state).toBe("present");
    expect(line("receipt")).toMatchObject({ state: "missing", have: 0, of: 1, subjects: { length: 1 } });
    expect(line("agreement")).toMatchObject({ need: "must", state: "present" });
    expect(await compose("receipt", "mediator", line("receipt")?.subjects[0]?.id)).not.toBeNull();
    expect(await compose("record", "mediator", line("record")?.subjects[0]?.id)).not.toBeNull();
  });

  it("say what is missing for them by name, and the order that inspectors would mark", async () => {
    const closing = await compose("closing");
    expect(closing?.lacks).toEqual([
      { code: "ending" },
      { code: "archive" },
      { code: "order", of: "权利义务告知晚于首次调解" },
      { code: "order", of: "签订协议当日即回访" },
    ]);
    const record = await compose("record");
    expect(record?.lacks).toContainEqual({ code: "notice", of: "𠮷玉芬" });
    expect(record?.lacks).toContainEqual({ code: "ethnicity", of: "𠮷玉芬" });
  });

  it("that were signed keep the words of then when a party is corrected", async () => {
    const before = await compose("agreement");
    const [row] = await database().execute<{ version: number }>(
      sql`select version from parties where id = ${agreed.parties[0]}::uuid`,
    );
    const input = {
      disputeId: agreed.disputeId,
      partyId: agreed.parties[0],
      partyVersion: row?.version,
      kind: "person",
      name: "刘玉芬芳",
      sex: "male",
    };
    await amendParty(county.as("mediator"), amendPartyInput.parse(input));
    const after = await compose("agreement");
    expect(after?.paper.blocks).toEqual(before?.paper.blocks);
    expect(await wordsOf("intake")).toContain("刘玉芬芳");
  });
});
