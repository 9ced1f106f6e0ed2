import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { byName } from "../kernel/name-order";
import { asActor } from "../kernel/transaction";
import { type TestCounty, testCounty } from "../testing/county";
import { createPerson } from "./create-person";
import { disablePerson } from "./disable-person";
import { createPersonInput, directoryFilter, peopleFilter } from "./inputs";
import { adminPeople, directory, expertChoices } from "./queries";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const list = (over: object = {}) => adminPeople(county.as("admin"), peopleFilter.parse(over));

describe("the list of people", () => {
  it("pages by name without losing or repeating anyone", async () => {
    const many = await testCounty(["LW"]);
    for (let i = 0; i < 60; i += 1)
      await createPerson(many.as("admin"), createPersonInput.parse({ name: `同名${i % 7}`, role: "county" }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof adminPeople>> = await adminPeople(
        many.as("admin"),
        peopleFilter.parse({ after }),
      );
      seen.push(...page.rows.map((row) => row.id));
      after = page.next;
      expect(page.left > 0).toBe(after !== null);
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(60 + Object.keys(many.people).length);
  });

  it("stands in the order of sounds, family names as they are read as such", async () => {
    const names = [
      "仇英",
      "单晓岚",
      "查文",
      "解放",
      "曾进",
      "尉迟恭",
      "覃月",
      "沈静",
      "宋强",
      "谢明",
      "余光",
      "张三",
      "邱一",
      "曾一",
      "Ann",
    ];
    const rows = await asActor(county.as("admin"), (tx) =>
      tx.execute<{ name: string }>(
        sql`select name from unnest(array[${sql.join(
          names.map((name) => sql`${name}`),
          sql`, `,
        )}]::text[]) name order by ${byName(sql`name`)}`,
      ),
    );
    expect(rows.map(({ name }) => name).join(" ")).toBe(
      "覃月 邱一 仇英 单晓岚 沈静 宋强 解放 谢明 余光 尉迟恭 曾进 曾一 查文 张三 Ann",
    );
  });

  it("finds by name, post and account, and takes what was typed literally", async () => {
    expect((await list({ q: "买买提" })).rows.map((row) => row.name)).toEqual(["阿卜杜热合曼·买买提依明"]);
    expect((await list({ q: "阿卜杜热合曼 . 买买提" })).rows).toHaveLength(1);
    expect((await list({ q: "judge2" })).rows.map((row) => row.name)).toEqual(["李若彤"]);
    expect((await list({ q: "律师事务所" })).rows).toHaveLength(2);
    expect((await list({ q: "%" })).rows).toHaveLength(0);
    expect((await list({ q: "_" })).rows).toHaveLength(0);
  });

  it("filters by role, by station, or by those who left", async () => {
    expect((await list({ role: "stationHead" })).rows.map((row) => row.name).sort()).toEqual(
      ["穆青松", "赵国梁"].sort(),
    );
    expect((await list({ stationId: county.stations.DG, role: "officer" })).rows).toHaveLength(1);
    const { personId } = await createPerson(
      county.as("admin"),
      createPersonInput.parse({ name: "退休的人", role: "county" }),
    );
    await disablePerson(county.as("admin"), { personId, reason: "退休" });
    expect((await list({ state: "left" })).rows.map((row) => row.id)).toEqual([personId]);
  });
});

it("the choices of a deputy are the experts in office, by name", async () => {
  const choices = await expertChoices(county.as("admin"));
  expect(choices.map(({ name }) => name)).toContain("林晓岚");
  const { rows } = await list({ role: "expert" });
  expect(choices.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
});

describe("the directory", () => {
  const look = (over: object = {}) => directory(county.as("mediator"), directoryFilter.parse(over));

  it("shows everyone in office with post, force, area and phone, experts first, no administrators", async () => {
    const { rows, total, forces } = await look();
    expect(rows[0]?.role).toBe("expert");
    expect(total).toBe(rows.length);
    expect(rows.some((row) => row.role === "admin")).toBe(false);
    expect(forces).toHaveLength(9);
    expect(rows.find((row) => row.name === "林晓岚")).toMatchObject({
      area: "全县",
      phone: expect.stringMatching(/^139/),
      forces: [{ code: "lawyer" }],
    });
  });

  it("filters by force or by words", async () => {
    expect((await look({ force: "lawyer" })).rows.map((row) => row.name).sort()).toEqual(["司马青", "林晓岚"].sort());
    expect((await look({ q: "东岗" })).rows.map((row) => row.name)).toEqual(["韦国庆"]);
  });

  it("finds people by where they work, and lists one's own house before others", async () => {
    const { rows } = await look();
    const staff = rows.filter((row) => row.role !== "expert");
    const own = staff.find(({ name }) => name === "沈静")?.workplace ?? "";
    const other = staff.find(({ role, workplace }) => role === "stationHead" && workplace !== own)?.workplace ?? "";
    const placesOf = (house: string) => staff.flatMap(({ workplace }, i) => (workplace === house ? [i] : []));
    expect(Math.max(...placesOf(own))).toBeLessThan(Math.min(...placesOf(other)));
    const found = (await look({ q: own })).rows.map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining(placesOf(own).map((i) => staff[i]?.id)));
  });
});
