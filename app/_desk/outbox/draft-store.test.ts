import { expect, test, vi } from "vitest";
import { draftStore, recalledUnder } from "./draft-store";
import { emptyDraft } from "./drafts";

const typed = (text: string) => ({ ...emptyDraft, text });

test("a change is told to whoever listens, and to nobody who left", () => {
  const store = draftStore();
  const [stays, leaves] = [vi.fn(), vi.fn()];
  store.subscribe(stays);
  store.subscribe(leaves)();
  store.change((all) => ({ ...all, joint: typed("a") }));
  expect(stays).toHaveBeenCalledTimes(1);
  expect(leaves).not.toHaveBeenCalled();
  expect(store.all()["joint"]?.text).toBe("a");
});

test("without a change the words are the same object, so that nobody draws anew", () => {
  const store = draftStore();
  store.change((all) => ({ ...all, joint: typed("a") }));
  expect(store.all()).toBe(store.all());
});

test("words typed meanwhile take precedence over those found on the device", () => {
  expect(
    recalledUnder({ joint: typed("old"), mediator: typed("kept") }, { joint: typed("new"), mediator: typed("") }),
  ).toEqual({ joint: typed("new"), mediator: typed("kept") });
});
