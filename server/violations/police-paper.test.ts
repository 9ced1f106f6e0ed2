import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { draftAgreement } from "../agreements/draft-agreement";
import { draftAgreementInput } from "../agreements/inputs";
import { agreementOfDispute } from "../agreements/reads/agreement";
import { sendToSign } from "../agreements/send-to-sign";
import { asActor } from "../kernel/transaction";
import { payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { account, finding, lastEvent, type PoliceCase, policeCase, readyToMediate } from "../testing/police";
import { refusedWith } from "../testing/refused";
import { describeCase } from "./describe-case";
import { findViolation } from "./find-violation";
import { describeCaseInput } from "./inputs";
import { violationOfDispute } from "./reads/violation";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const officer = () => county.as("officer");
const page = (of: PoliceCase) => violationOfDispute(officer(), of);

describe("the paper of police mediation", () => {
  const drafts = (police: PoliceCase) =>
    draftAgreement(
      officer(),
      draftAgreementInput.parse({
        ...{ disputeId: police.disputeId, agreementVersion: null, form: "written", facts: "乙方愿意赔偿。" },
        clauses: [payClause(police, 30_000)],
      }),
    );
  const mediating = async (over: Parameters<typeof policeCase>[1] = {}) => {
    const police = await policeCase(county, over);
    await readyToMediate(county, police.disputeId);
    await database().execute(sql`update proceedings set status = 'mediating' where id = ${police.proceedingId}::uuid`);
    await drafts(police);
    return police;
  };
  const send = (police: PoliceCase) => sendToSign(officer(), { disputeId: police.disputeId });

  it("is not sent before everything 程序规定 184 asks for is written", async () => {
    const police = await policeCase(county);
    await readyToMediate(county, police.disputeId);
    await database().execute(sql`alter table case_accounts disable trigger case_accounts_append_only`);
    await database().execute(sql`delete from case_accounts where dispute_id = ${police.disputeId}::uuid`);
    await database().execute(sql`alter table case_accounts enable trigger case_accounts_append_only`);
    await database().execute(sql`update proceedings set status = 'mediating' where id = ${police.proceedingId}::uuid`);
    await drafts(police);
    expect(await refusedWith(send(police))).toBe("caseAccountFirst");
    const writes = (over: object) => describeCase(officer(), account(police, over));
    expect(await refusedWith(writes({ happenedAt: "2999-01-01T00:00:00Z" }))).toBe("dayInFuture");
    expect(await refusedWith(describeCase(county.as("head"), account(police)))).toBe("forbidden");
    for (const field of ["organ", "place", "cause", "course", "circumstances", "result", "performanceWay"])
      expect(describeCaseInput.safeParse({ ...account(police), [field]: " " }).success, field).toBe(false);
    await writes({ others: "李红，居委会" });
    expect(await lastEvent(police)).toMatchObject({ action: "case.describe" });
    await send(police);
    const { paper } = await page(police);
    expect(paper).toMatchObject({
      station: "柳湾派出所",
      host: (await agreementOfDispute(officer(), police)).proceeding?.leadName,
      people: [
        { partyId: police.parties[1], part: "suspect" },
        { partyId: police.parties[0], part: "injured" },
      ],
      account: { organ: "泊头市公安局", cause: "楼上漏水", others: "李红，居委会" },
      onSpot: null,
    });
    expect(paper?.particulars?.map((one) => one.partyId)).toEqual(police.parties);
  });

  it("keeps its words when the account, the finding or the officer is another one afterwards", async () => {
    const police = await mediating();
    await send(police);
    const { paper } = await page(police);
    await findViolation(officer(), finding(police, { kinds: ["insult"], people: finding(police).people.reverse() }));
    await database().execute(sql`update people set name = '改名民警' where id = ${county.people.officer}::uuid`);
    expect((await page(police)).paper).toEqual(paper);
  });

  it("tells what the police found to the police line alone, and where a minor works to those who read their name", async () => {
    const police = await mediating();
    await send(police);
    const content = async (who: string) =>
      asActor(county.as(who), (tx) =>
        tx.execute<{ content: { police?: { particulars?: unknown } } }>(
          sql`select content from app.readable_papers where dispute_id = ${police.disputeId}::uuid`,
        ),
      ).then((rows) => rows.map((row) => row.content.police));
    expect((await content("officer"))[0]).toHaveProperty("particulars");
    expect((await content("head"))[0]).toHaveProperty("account");
    expect((await content("head"))[0]).not.toHaveProperty("particulars");
    for (const who of ["mediator", "committee", "judge"])
      expect(
        (await content(who)).filter((one) => one !== undefined),
        who,
      ).toEqual([]);
  });
});
