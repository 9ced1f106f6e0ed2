import { beforeAll, describe, expect, it } from "vitest";
import { announceAll, notificationsIn } from "@/bin/operation/testing/notifications";
import { type TestCounty, testCounty } from "../testing/county";
import { addShifts } from "./add-shifts";
import { answerQuestion } from "./answer-question";
import { askQuestion } from "./ask-question";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});

const question = { question: "押金条丢了还能退押金吗？", pointId: null };
const newsSince = async (from: number) =>
  (await notificationsIn(county.countyId, from)).map(({ kind, name }) => `${kind} ${name}`).sort();
const count = async () => (await notificationsIn(county.countyId)).length;

describe("who is told of a question", () => {
  it("while nobody is on duty: the mediators of the station, and no other's", async () => {
    await askQuestion(county.as("grid"), question);
    await announceAll();
    expect(await newsSince(0)).toEqual(["consultationAsked 令狐晓峰", "consultationAsked 沈静"]);
  });

  it("the lawyer on duty, and the asker of the answer", async () => {
    const now = new Date();
    const shift = { from: new Date(now.getTime() - 60_000), until: new Date(now.getTime() + 3_600_000) };
    await addShifts(county.as("committee", { now }), {
      personId: county.people.lawyer ?? "",
      shifts: [{ from: shift.from.toISOString(), until: shift.until.toISOString() }],
    });
    const before = await count();
    const { consultationId } = await askQuestion(county.as("grid2"), question);
    await announceAll();
    expect(await newsSince(before)).toEqual(["consultationAsked 林晓岚"]);
    await answerQuestion(county.as("lawyer"), { consultationId, answer: "能退，有转账记录就行。" });
    await announceAll();
    expect(await newsSince(before + 1)).toEqual(["consultationAnswered 曲小满"]);
  });
});
