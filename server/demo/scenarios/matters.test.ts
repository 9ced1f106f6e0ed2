import { describe, expect, it } from "vitest";
import { addressIn, matters, type Neighbourhood, streets } from "./matters";
import { judged, ofChildren, onScene, violations } from "./matters-by-track";
import { repeatableRandom } from "./repeatable-random";

const lists = { matters, judged, ofChildren, onScene, violations };
const all: readonly Neighbourhood[] = ["estate", "village", "street"];

describe("matters of the demo", () => {
  it.each(Object.entries(lists))(
    "%s say where they may happen, and police and committee find one everywhere",
    (name, list) => {
      for (const { title, where } of list) expect(where?.length, title).toBeGreaterThan(0);
      if (name !== "matters" && name !== "violations") return;
      for (const place of all)
        expect(list.filter(({ where }) => where?.includes(place)).length, place).toBeGreaterThan(0);
    },
  );

  it("have addresses as people of such a place write them: no boundary of land on a fifth floor", () => {
    const random = repeatableRandom(7);
    for (const street of Object.values(streets).flat()) {
      const address = addressIn(street, random);
      expect(address).toMatch(
        { estate: /号楼 \d 单元 \d0\d$/, village: / 组 \d+ 号$/, street: /^\S+ \d+ 号$/ }[street.is],
      );
    }
    const ofLand = matters.filter(({ type }) => type === "land");
    expect(ofLand.map(({ where }) => where)).toEqual(ofLand.map(() => ["village"]));
  });
});
