import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { addPartyLink } from "../disputes/add-party-link";
import { amendParty } from "../disputes/amend-party";
import { isNickname } from "../disputes/choices";
import { addPartyLinkInput, amendPartyInput, type RegisterDisputeInput } from "../disputes/inputs";
import { type Agreed, agreedDispute, drafted, payClause } from "../testing/agreements";
import { type TestCounty, testCounty } from "../testing/county";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { signAgreementInput } from "./inputs";
import { agreementOfDispute } from "./reads/agreement";
import { sendToSign } from "./send-to-sign";
import { signAgreement } from "./sign-agreement";

type PartyInput = RegisterDisputeInput["parties"][number];

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const page = (agreed: Agreed) => agreementOfDispute(county.as("mediator"), { disputeId: agreed.disputeId });
const send = ({ disputeId }: Agreed) => sendToSign(county.as("mediator"), { disputeId });
async function amends({ disputeId }: Agreed, partyId: string, over: object) {
  const [row] = await database().execute<{ version: number; kind: string; name: string }>(
    sql`select version, kind, name from parties where id = ${partyId}::uuid`,
  );
  const { version: partyVersion, kind, name } = row ?? {};
  const input = { disputeId, partyId, partyVersion, kind, name, ...over };
  return amendParty(county.as("mediator"), amendPartyInput.parse(input));
}

it("names what the paper lacks of each party, freezes what it says, and keeps corrections beside it", async () => {
  const agreed = await agreedDispute(county);
  const [liu = "", firm = ""] = agreed.parties;
  await drafted(county, agreed, [payClause(agreed, 100)]);
  await amends(agreed, firm, { kind: "organisation", creditCode: "91330000MA27XL0C4X", legalRepresentative: "" });
  const [before, other] = (await page(agreed)).parties;
  expect(before?.lacks).toEqual(["sex", "born", "ethnicity", "occupation", "address"]);
  expect(other?.lacks).toEqual(["legalRepresentative", "address"]);
  const said = { sex: "female", bornYear: 1956, ethnicity: "汉族", occupation: "退休", address: "江畔花园 3 号楼" };
  await amends(agreed, liu, said);
  expect((await page(agreed)).parties[0]?.lacks).toEqual([]);
  await amends(agreed, firm, { kind: "person", name: "张建国" });
  expect((await page(agreed)).parties[1]).toMatchObject({ creditCode: "" });
  await send(agreed);
  await amends(agreed, liu, { bornYear: 1957 });
  const after = await page(agreed);
  expect(after.parties[0]).toMatchObject({ sex: "female", born: "1956", ethnicity: "汉族", occupation: "退休" });
  expect(after.agreement?.supplements).toMatchObject([{ field: "born", oldValue: "1956", newValue: "1957" }]);
  // Whoever does not work on the matter reads the paper without them.
  const [shown] = await database().execute<{ known: boolean }>(
    sql`select content::jsonb -> 'parties' -> 0 ? 'sex' as known from agreement_papers where dispute_id = ${agreed.disputeId}::uuid`,
  );
  expect(shown?.known).toBe(true);
});

const calledSo = [
  ...[
    "老王",
    "小李",
    "阿强",
    "张某",
    "张某某",
    "王师傅",
    "刘阿姨",
    "马",
    "李哥",
    "王婶",
    "周伯",
    "李工",
    "老张头",
    "小刘子",
    "刘父",
  ],
  ...[
    "陈经理",
    "孙老师",
    "出租车司机",
    "楼上邻居",
    "301住户",
    "3号摊主",
    "李XX",
    "王××",
    "赵*",
    "小明的妈妈",
    "张三等人",
  ],
  ...["王老板娘", "李四（绰号黑皮）", "不详", "未知", "乙方", "二狗子", "张建国夫妇"],
];
const trueNames = ["刘玉芬", "马跃", "欧阳娜娜", "沈静", "张文伯", "王小二", "Max Xu", "安娜·卡列尼娜", "李大叔宝"];

it("binds nobody by a nickname unless an ID number says who it is", async () => {
  expect([...calledSo, ...trueNames].filter(isNickname)).toEqual(calledSo);
  const same = await database().execute<{ name: string }>(sql`select n.value as name from
    jsonb_array_elements_text(${JSON.stringify([...calledSo, ...trueNames])}::text::jsonb) with ordinality n (value, place) where app.is_nickname(n.value) order by n.place`);
  expect(same.map((row) => row.name)).toEqual(calledSo);
  const agreed = await agreedDispute(county);
  const [liu = ""] = agreed.parties;
  await drafted(county, agreed, [payClause(agreed, 100)]);
  await amends(agreed, liu, { name: "刘阿姨", reason: "大家这么叫" });
  expect((await page(agreed)).parties[0]?.lacks).toContain("trueName");
  expect(await refusedWith(send(agreed))).toBe("needs.partiesBindable");
  await amends(agreed, liu, { idNumber: "11010519491231002X" });
  await send(agreed);
});

it("binds nobody through a guardian or an agent who is known only by what people call them", async () => {
  const [first, second] = intake().parties as [PartyInput, PartyInput];
  const link = { phone: "", note: "", maySign: true };
  const agreed = await agreedDispute(county, {
    title: "球场纠纷",
    parties: [
      { ...first, name: "夏小雨", isMinor: true, links: [{ ...link, kind: "guardian", name: "小雨妈妈" }] },
      { ...second, links: [{ ...link, kind: "agent", name: "李哥" }] },
    ],
  });
  await drafted(county, agreed, [payClause(agreed, 100)]);
  expect(await refusedWith(send(agreed))).toBe("needs.partiesBindable");
  const guardian = { ...link, kind: "guardian", name: "陈秀兰" };
  const input = { disputeId: agreed.disputeId, partyId: agreed.parties[0], link: guardian };
  await addPartyLink(county.as("mediator"), addPartyLinkInput.parse(input));
  await send(agreed);
  const [agent] = await database().execute<{ id: string }>(
    sql`select id from party_links where dispute_id = ${agreed.disputeId}::uuid and kind = 'agent'`,
  );
  const signer = { kind: "party", partyId: agreed.parties[1], byLinkId: agent?.id };
  const byAgent = signAgreementInput.parse({ disputeId: agreed.disputeId, signer, means: "sign" });
  expect(await refusedWith(signAgreement(county.as("mediator"), byAgent))).toBe("signerTrueName");
});

it("takes a credit code of 18 signs, and a year that fits the birthday", async () => {
  const agreed = await agreedDispute(county);
  const [, firm = ""] = agreed.parties;
  const parsed = amendPartyInput.safeParse({
    disputeId: agreed.disputeId,
    partyId: firm,
    partyVersion: 1,
    kind: "organisation",
    name: "甲公司",
    creditCode: "123",
  });
  expect(parsed.error?.issues[0]).toMatchObject({ path: ["creditCode"], params: { problem: "noCreditCode" } });
  await amends(agreed, firm, { bornYear: 1980 });
  await amends(agreed, firm, { bornOn: "1981-02-03" });
  const [row] = await database().execute<{ year: number | null }>(
    sql`select born_year as year from parties where id = ${firm}::uuid`,
  );
  expect(row?.year).toBeNull();
});
