import { expect, it } from "vitest";
import { gapsIn } from "./duty-gaps";

const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const span = (from: string, until: string) => ({ from: at(from), until: at(until) });
const week = span("23T00:00", "25T00:00");

it("finds the hours nobody covers, whatever the order and overlap of the shifts", () => {
  expect(gapsIn(week, [])).toEqual([week]);
  expect(gapsIn(week, [span("22T20:00", "25T08:00")])).toEqual([]);
  expect(
    gapsIn(week, [span("24T08:00", "24T22:00"), span("23T08:00", "23T22:00"), span("23T12:00", "23T20:00")]),
  ).toEqual([span("23T00:00", "23T08:00"), span("23T22:00", "24T08:00"), span("24T22:00", "25T00:00")]);
});

it("leaves no gap where one shift begins as another ends, and cuts at the edges", () => {
  expect(
    gapsIn(week, [span("22T22:00", "23T08:00"), span("23T08:00", "24T20:00"), span("24T23:00", "26T00:00")]),
  ).toEqual([span("24T20:00", "24T23:00")]);
});
