import { expect, it } from "vitest";
import { commandsToProve } from "./proof-asked";

const inCounty = "county_id = (select app.county())";
const ofRights =
  "exists (select from app.own_rights a where a.county_id = notes.county_id and (a.is_current) offset 0)";
const policy = (rest: string) => [`create policy one on notes ${rest}`];

it("a table asks for the proof itself unless each of its policies demands a row of another", () => {
  const read = "for select to zhongtiao_app using";
  expect(commandsToProve("notes", policy(`${read} (${inCounty} and ${ofRights})`))).toEqual([]);
  // What gives something beside the row of another, or asks a function, which may answer whoever proves nothing.
  for (const condition of [
    inCounty,
    `${inCounty} and (author_id = (select app.person()) or ${ofRights})`,
    `${inCounty} and ${ofRights} or true`,
    `${inCounty} and not ${ofRights}`,
    `${inCounty} and exists (select from app.rights_of(notes.county_id) a offset 0)`,
    `${inCounty} and exists (select 1 offset 0)`,
  ])
    expect(commandsToProve("notes", policy(`${read} (${condition})`)), condition).toEqual(["select"]);
});

it("each command is looked at by itself, and a policy for all of them counts for each", () => {
  const write = `for insert to zhongtiao_app with check (${inCounty})`;
  const read = `for select to zhongtiao_app using (${inCounty} and ${ofRights})`;
  expect(commandsToProve("notes", [...policy(read), ...policy(write)])).toEqual(["insert"]);
  expect(commandsToProve("notes", policy(`to zhongtiao_app using (${inCounty})`))).toHaveLength(4);
  expect(
    commandsToProve("notes", policy(`to zhongtiao_app using (${inCounty} and ${ofRights}) with check (${inCounty})`)),
  ).toHaveLength(4);
});

it("a table that no policy opens to the product is closed twice", () => {
  expect(commandsToProve("notes", policy(`to zhongtiao_system using (${inCounty})`))).toHaveLength(4);
});
