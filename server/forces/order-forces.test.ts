import { beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "../invitations/accept-invitation";
import { boardOf } from "../invitations/reads/board";
import { consented, invited } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { acceptedDispute } from "../testing/disputes";
import { lastCountyEvent } from "../testing/events";
import { refusedWith } from "../testing/refused";
import { amendForce } from "./amend-force";
import { createForce } from "./create-force";
import { disableForce } from "./disable-force";
import { enableForce } from "./enable-force";
import { orderForces } from "./order-forces";
import { forceList } from "./queries";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty(["LW"]);
});
const admin = () => county.as("admin");
const codes = async () => (await forceList(county.as("admin"))).map((force) => force.code);
const names = { nameZh: "心理咨询师", nameEn: "Counsellor", shortZh: "心理", shortEn: "Counsel" };

describe("forces", () => {
  it("are not always eight: a county adds its own after the others", async () => {
    const { code } = await createForce(admin(), names);
    expect((await codes()).at(-1)).toBe(code);
    expect(await lastCountyEvent(county.countyId)).toMatchObject({
      action: "force.change",
      payload: { did: "createForce", code, ...names },
    });
  });

  it("are renamed in both languages", async () => {
    await amendForce(admin(), { code: "lawyer", forceVersion: 1, ...names, nameZh: "律师和法律工作者" });
    expect((await forceList(county.as("admin"))).find((force) => force.code === "lawyer")).toMatchObject({
      nameZh: "律师和法律工作者",
      members: 2,
    });
    expect((await lastCountyEvent(county.countyId)).payload).toMatchObject({ did: "amendForce", code: "lawyer" });
    expect(await refusedWith(amendForce(admin(), { code: "nobody", forceVersion: 1, ...names }))).toBe("notFound");
  });

  it("are put in any order, all of them at once", async () => {
    const turned = (await codes()).reverse();
    await orderForces(admin(), { codes: turned, codesSeen: await codes() });
    expect(await codes()).toEqual(turned);
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({ did: "orderForces", codes: turned });
    const swapped = [turned[1], turned[0], ...turned.slice(2)].filter((code) => code !== undefined);
    await orderForces(admin(), { codes: swapped, codesSeen: turned });
    expect(await codes()).toEqual(swapped);
  });

  it("keep their order when the list sent is not the list there is", async () => {
    const [first, ...rest] = await codes();
    expect(await refusedWith(orderForces(admin(), { codes: rest, codesSeen: await codes() }))).toBe("changedMeanwhile");
    expect(await refusedWith(orderForces(admin(), { codes: [...rest, rest[0] ?? ""], codesSeen: await codes() }))).toBe(
      "changedMeanwhile",
    );
    expect((await codes())[0]).toBe(first);
  });

  it("applies one of two simultaneous orders as a whole, and tells the other person", async () => {
    const now = await codes();
    const both = [[...now].reverse(), [...now.slice(1), now[0] ?? ""]];
    const done = await Promise.allSettled(both.map((order) => orderForces(admin(), { codes: order, codesSeen: now })));
    expect(done.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []))).toEqual(["changedMeanwhile"]);
    expect(both).toContainEqual(await codes());
  });

  it("leave the board with a reason and come back to their place", async () => {
    const before = await codes();
    await disableForce(admin(), { code: "other", reason: "本县不用" });
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({
      did: "disableForce",
      code: "other",
      reason: "本县不用",
    });
    expect(await refusedWith(disableForce(admin(), { code: "other", reason: "再停" }))).toBe("alreadyClosed");
    await enableForce(admin(), { code: "other" });
    expect((await lastCountyEvent(county.countyId)).payload).toEqual({ did: "enableForce", code: "other" });
    expect(await codes()).toEqual(before);
    expect(await refusedWith(enableForce(admin(), { code: "other" }))).toBe("notFound");
  });

  it("do not leave while somebody of theirs is asked, and whoever has come keeps their seat on the board", async () => {
    const dispute = await acceptedDispute(county);
    await consented(county, dispute);
    const { invitationId } = await invited(county, dispute, "lawyer");
    const leave = () => disableForce(admin(), { code: "lawyer", reason: "并到别的力量里" });
    await expect(leave()).rejects.toMatchObject({ code: "workHangs", params: { count: 1 } });
    await acceptInvitation(county.as("lawyer"), { invitationId, declaresNoTie: true });
    await leave();
    const board = await boardOf(county.as("mediator"), { disputeId: dispute.disputeId });
    expect(board.forces.map(({ code }) => code)).toContain("lawyer");
    const other = await acceptedDispute(county);
    const empty = await boardOf(county.as("mediator"), { disputeId: other.disputeId });
    expect(empty.forces.map(({ code }) => code)).not.toContain("lawyer");
    await enableForce(admin(), { code: "lawyer" });
  });

  it("cannot all leave", async () => {
    const small = await testCounty(["LW"]);
    const all = (await forceList(small.as("admin"))).map((force) => force.code);
    for (const code of all.slice(1)) await disableForce(small.as("admin"), { code, reason: "试一试" });
    expect(await refusedWith(disableForce(small.as("admin"), { code: all[0] ?? "", reason: "试一试" }))).toBe(
      "lastForce",
    );
  });

  it("are the administrator's business alone", async () => {
    expect(await refusedWith(createForce(county.as("head"), names))).toBe("forbidden");
    expect(await refusedWith(amendForce(county.as("head"), { code: "lawyer", forceVersion: 1, ...names }))).toBe(
      "forbidden",
    );
    expect(await refusedWith(orderForces(county.as("head"), { codes: await codes(), codesSeen: await codes() }))).toBe(
      "forbidden",
    );
    expect(await refusedWith(disableForce(county.as("head"), { code: "lawyer", reason: "试一试" }))).toBe("forbidden");
    expect(await refusedWith(enableForce(county.as("head"), { code: "lawyer" }))).toBe("forbidden");
  });
});
