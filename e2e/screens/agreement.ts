import { expect, type Page } from "@playwright/test";
import { answer, choose, goOn, openTab } from "./tabs";

export interface Clause {
  kind: "付钱" | "做" | "不做";
  obligors: readonly string[];
  obligees?: readonly string[];
  text: string;
  yuan?: string;
  proof: string;
}

const what = { 付钱: "付的是什么钱", 做: "做什么", 不做: "不做什么" };

async function addClause(page: Page, n: number, clause: Clause): Promise<void> {
  await page.getByRole("button", { name: "加一条", exact: true }).click();
  const editor = page.getByRole("region", { name: `改第 ${n} 条` });
  await expect(editor.getByRole("radio").first(), "the caret is in what has opened").toBeFocused();
  await answer(editor, "哪一种", clause.kind);
  for (const name of clause.obligors)
    await editor
      .getByRole("group", { name: "谁来做" })
      .getByRole("checkbox", { name: new RegExp(name) })
      .check();
  for (const name of clause.obligees ?? [])
    await editor
      .getByRole("group", { name: "为谁做" })
      .getByRole("checkbox", { name: new RegExp(name) })
      .check();
  await editor.getByLabel(what[clause.kind], { exact: true }).fill(clause.text);
  if (clause.yuan) await editor.getByLabel("金额（元）").fill(clause.yuan);
  await editor.getByRole("button", { name: "一个月后" }).click();
  await editor.getByLabel("怎么算做到").selectOption({ label: clause.proof });
  await editor.getByRole("button", { name: "写好了" }).click();
  const edit = page.getByRole("button", { name: `改第 ${n} 条` });
  await expect(edit, "and where it was, once that is closed").toBeFocused();
}

/** Writes the agreement and sends it to be signed. */
export async function draftAndSend(
  page: Page,
  disputeId: string,
  facts: string,
  clauses: readonly Clause[],
): Promise<void> {
  await openTab(page, disputeId, "agreement");
  await page.getByLabel("纠纷的主要事实和各方责任").fill(facts);
  for (const [at, clause] of clauses.entries()) await addClause(page, at + 1, clause);
  await page.getByRole("button", { name: "送签，取编号" }).click();
  await expect(page.getByText(/现在没有生效/).first()).toBeVisible();
}

/** Records one signature made on paper in front of the mediator. */
export async function sign(page: Page, name: string, means = "签名"): Promise<void> {
  await page
    .getByRole("button", { name: `登记${name}纸上签字` })
    .first()
    .click();
  await choose(page.getByRole("dialog"), means);
  await goOn(page, "登记签字");
}
