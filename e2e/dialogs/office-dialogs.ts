import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { demoPassword } from "@/server/demo/password";
import { oneTimeCodeOf } from "@/server/testing/one-time-code-of";
import { ask, must, send } from "../api";
import { ownPlace } from "../unique";
import { press, type Visit } from "./opening";

/** Over, so that its sheet can be handed over. */
const monthBefore = () => {
  const [year = 0, month = 0] = today().split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
};

export async function office(grid: Page, committee: Page): Promise<Visit[]> {
  await addTemplate(committee);
  await must(send(grid, "clues.report", { place: ownPlace(), text: "夜里有人吵架。" }));
  const { points } = await must(ask<{ points: { id: string; name: string }[] }>(grid, "clues.own"));
  const pointId = points.find(({ name }) => name === "江畔社区调解室")?.id;
  await must(send(grid, "clues.report", { place: ownPlace(), text: "楼道里堆东西，两家吵。", pointId }));
  return [
    {
      as: "mediator",
      on: "desktop",
      path: "/today",
      dialogs: [{ file: "_frame/key-list", title: "快捷键", open: listKeys }],
    },
    {
      as: "mediator",
      path: "/calls?filter=clues",
      dialogs: [{ file: "_calls/clue-list", title: "怎么答复", open: press("不受理") }],
    },
    {
      as: "cadre",
      path: "/clues",
      dialogs: [
        { file: "_points/visit-dialog", title: "去看了", open: press(/^记去过/) },
        { file: "_points/settle-dialog", title: "怎么办好的", open: press(/^当场办好了/) },
      ],
    },
    {
      as: "county",
      path: "/rules",
      dialogs: [
        { file: "_settings/rule-button", title: "改规则", open: press(/^改 /) },
        { file: "_settings/year-button", title: "放假和补班", open: press(/^录入或修改/) },
      ],
    },
    ...committeeLists(),
    {
      as: "head",
      path: "/duty-leaders",
      dialogs: [{ file: "_duty/leader-week", title: "？", open: press(/^撤下/) }],
    },
    {
      as: "mediator",
      path: "/town-halls",
      dialogs: [{ file: "_town-halls/series-card", title: "不再办了？", open: press("停办") }],
    },
    {
      as: "mediator",
      path: "/consultations",
      dialogs: [{ file: "_consultations/link-choice", title: "放到哪件纠纷旁边？", open: press("放到一件纠纷旁边") }],
    },
    {
      as: "committee",
      path: "/committee/duty",
      dialogs: [{ file: "_consultations/duty-week", title: "这一班？", open: press(/^撤下这一班/) }],
    },
  ];
}

/** The lists of a committee, as its head works with them. */
const committeeLists = (): Visit[] => [
  {
    as: "committee",
    path: "/numbers",
    dialogs: [
      { file: "_numbers/start-button", title: "起始号：", open: press(/^起始号/) },
      { file: "_numbers/pattern-button", title: "编号格式：", open: press(/^编号格式/) },
      { file: "_numbers/void-button", title: "作废编号：", open: press(/^作废编号/) },
    ],
  },
  {
    as: "committee",
    path: "/deposits",
    dialogs: [{ file: "_deposits/deposit-dialog", title: "移交", open: giveAll }],
  },
  {
    as: "committee",
    path: `/subsidies?month=${monthBefore()}`,
    dialogs: [{ file: "_subsidies/hand-over-button", title: "移交", open: press(/^移交这张表/) }],
  },
  {
    as: "committee",
    path: "/paper-templates",
    dialogs: [
      { file: "_templates/add-button", title: "上传模板：", open: press(/^上传模板：收条/) },
      { file: "_templates/withdraw-button", title: "停用收条", open: press(/^停用：收条/) },
    ],
  },
];

/** The demo county has archived dossiers; all of a year are ticked. */
const giveAll = async (page: Page) => {
  await page.getByLabel(/^全选这/).check();
  await press("移交选中的卷宗")(page);
};

/** A mediator who is a lawyer as well; gives who that is. */
async function withSecondRole(admin: Page): Promise<string | undefined> {
  const { rows } = await must(ask<{ rows: { id: string }[] }>(admin, "people.list", { q: "欧阳文秀" }));
  const role = { personId: rows[0]?.id, role: "expert", forceCodes: ["lawyer"], reason: "也在律所执业" };
  await must(send(admin, "people.giveRole", role));
  return rows[0]?.id;
}

/** In Shanghai, as the product counts days. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Our own template of a receipt, given back as the committee's. */
async function addTemplate(committee: Page): Promise<void> {
  const ours = await committee.request.get("/api/paper-templates/receipt/template");
  const answer = await committee.request.post("/api/paper-templates", {
    headers: { origin: new URL(ours.url()).origin },
    multipart: {
      ...{ key: randomUUID(), kind: "receipt", validFrom: today() },
      file: { name: "收条.docx", mimeType: "application/octet-stream", buffer: await ours.body() },
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** No button waits here until the page has been taken over by its script. */
const listKeys = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 2_000 });
  }).toPass();

export async function administration(admin: Page, as: (username: string) => Promise<Page>): Promise<Visit[]> {
  const { rows } = await must(ask<{ rows: { id: string }[] }>(admin, "people.list", { q: "韩冰" }));
  const guarded = await withSecondFactor(admin, as);
  const held = await withSecondRole(admin);
  const tree = await must(ask<{ stations: { id: string; points: { id: string }[] }[] }>(admin, "places.tree", {}));
  return [
    {
      as: "admin",
      path: `/admin/people?person=${rows[0]?.id}`,
      dialogs: [
        { file: "_admin/person-panel", title: "离岗？", open: press("办离岗") },
        { file: "_admin/account-buttons", title: "的密码？", open: press("重设密码") },
        { file: "_admin/account-buttons", title: "的账号？", open: press("停用账号") },
      ],
    },
    {
      as: "admin",
      path: `/admin/people?person=${guarded}`,
      dialogs: [{ file: "_admin/reset-factor", title: "的两步验证？", open: press("重设两步验证") }],
    },
    {
      as: "admin",
      path: `/admin/people?person=${held}`,
      dialogs: [
        { file: "_admin/give-role-dialog", title: "兼任身份", open: press("加兼任身份") },
        { file: "_admin/roles-section", title: "身份？", open: press(/^结束：/) },
      ],
    },
    {
      as: "admin",
      path: `/admin/places?at=${tree.stations[0]?.id}`,
      dialogs: [{ file: "_admin/place-state", title: /^停用.*？$/, open: press("停用") }],
    },
    {
      as: "admin",
      path: `/admin/places?at=${tree.stations[0]?.points[0]?.id}`,
      dialogs: [{ file: "_admin/merge-dialog", title: /并入别处？$/, open: press("并入别处") }],
    },
    {
      as: "admin",
      path: `/admin/places?at=${tree.stations[1]?.id}`,
      dialogs: [{ file: "_admin/merge-office-dialog", title: /并入别处？$/, open: press("并入别处") }],
    },
    {
      as: "admin",
      path: "/admin/forces?force=lawyer",
      dialogs: [{ file: "_admin/force-state", title: /^停用.*？$/, open: press("停用") }],
    },
    {
      as: "admin",
      path: "/admin/sign-in",
      dialogs: [{ file: "_admin/factor-rule-button", title: "两步验证", open: press(/^改 /) }],
    },
  ];
}

/** Somebody no other journey signs in as, by their id; they sign in with a second step from now on. */
async function withSecondFactor(admin: Page, as: (username: string) => Promise<Page>): Promise<string> {
  const { rows } = await must(ask<{ rows: { id: string }[] }>(admin, "people.list", { q: "覃立夏" }));
  const personId = rows[0]?.id ?? "";
  const known = await must(ask<{ account: { hasFactor: boolean } | null }>(admin, "people.byId", { personId }));
  if (known.account?.hasFactor) return personId;
  const person = await as("officer4");
  const { address } = await must(send<{ address: string }>(person, "account.beginFactor", { password: demoPassword }));
  await must(send(person, "account.confirmFactor", { code: oneTimeCodeOf(address) }));
  return personId;
}
