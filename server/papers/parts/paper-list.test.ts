import { describe, expect, it } from "vitest";
import type { PaperKind, Track } from "@/db/vocabulary";
import { type PapersCounted, paperList, withinDossier } from "./paper-list";

const nothing: PapersCounted = {
  ...{
    parties: 2,
    noticed: 0,
    agents: 0,
    authorised: 0,
    files: 0,
    filed: [],
    persons: [],
    sessionsEnded: 0,
    sessionsRecorded: 0,
  },
  ...{ agreementForm: null, isInForce: false, onSpot: false, payClauses: 0, paidClauses: 0, isPerformedAtOnce: false },
  ...{ visits: 0, isApplied: false, isSent: false, applications: 0, subjects: {}, outcome: null, routesTold: 0 },
};
const today = { day: "2026-12-01", simpleSessions: 1 };
const agreed = {
  noticed: 2,
  sessionsEnded: 1,
  sessionsRecorded: 1,
  agreementForm: "written",
  isInForce: true,
} as const;
const states = (over: Partial<PapersCounted>, track: Track = "peoples", simpleSessions = 1) =>
  Object.fromEntries(
    paperList(track, { ...nothing, ...over }, { ...today, simpleSessions }).map(({ kind, state }) => [kind, state]),
  );

const scan = { fileKind: "photo", isSigned: true, isFurther: false } as const;

describe("the papers of a dossier", () => {
  it("are intake, notices, record and agreement as long as nothing is known", () => {
    expect(states({})).toMatchObject({
      ...{ intake: "present", notice: "missing", record: "missing", agreement: "missing" },
      ...{ oralAgreement: "notApplicable", receipt: "notApplicable", revisit: "notApplicable", cover: "notApplicable" },
    });
  });

  it("count per party, session and clause, and want each that applies", () => {
    const counted = { ...nothing, ...agreed, noticed: 1, agents: 2, authorised: 1, payClauses: 3, paidClauses: 2 };
    const lines = paperList("peoples", counted, today);
    expect(lines.find(({ kind }) => kind === "notice")).toMatchObject({
      need: "must",
      state: "missing",
      have: 1,
      of: 2,
    });
    expect(lines.find(({ kind }) => kind === "authority")).toMatchObject({ need: "ifApplicable", state: "missing" });
    expect(lines.find(({ kind }) => kind === "receipt")).toMatchObject({ state: "missing", have: 2, of: 3 });
    expect(states({ ...agreed, outcome: "agreedWritten", visits: 1 })).toMatchObject({
      revisit: "present",
      back: "present",
    });
  });

  it("are there too where the signed one is filed as a scan, each under its kind, and never more than belong there", () => {
    const filed = (...kinds: PaperKind[]) => ({
      filed: kinds.map((kind, i) => ({ id: `f${i}`, kind, name: "扫描.pdf", provider: "", ...scan })),
    });
    expect(states(filed("notice"))).toMatchObject({ notice: "missing", record: "missing" });
    expect(states(filed("notice", "notice", "record", "agreement"))).toMatchObject({
      ...{ notice: "present", record: "present", agreement: "present" },
    });
    // One that was told and one that is filed may be the same.
    expect(states({ noticed: 1, ...filed("notice") })).toMatchObject({ notice: "missing" });
    expect(states(filed("investigation"))).toMatchObject({ investigation: "present" });
    const lines = paperList("peoples", { ...nothing, ...filed("investigation", "receipt", "receipt") }, today);
    expect(lines.find(({ kind }) => kind === "receipt")).toMatchObject({ state: "present", have: 1, of: 1 });
    expect(withinDossier(lines).map(({ kind }) => kind)).toContain("receipt");
    // A second photo of one payment lies beside the first and pays no other clause.
    const photo = {
      id: "p",
      kind: "receipt",
      name: "转账.jpg",
      provider: "",
      fileKind: "photo",
      isSigned: false,
    } as const;
    const paid = { ...nothing, ...agreed, payClauses: 2, paidClauses: 1 };
    const twice = [
      { ...photo, isFurther: false },
      { ...photo, id: "q", isFurther: true },
    ];
    const [receipt] = paperList("peoples", { ...paid, filed: twice }, today).filter(({ kind }) => kind === "receipt");
    expect([receipt?.state, receipt?.have, receipt?.filed.length]).toEqual(["missing", 1, 2]);
  });

  it("are identity papers of every party and of whoever acts for one, by whose they are", () => {
    const persons = ["张大力", "李小红", "代理人王"];
    const lineOf = (...providers: string[]) => lineOfPersons(persons, ...providers);
    const lineOfPersons = (persons: string[], ...providers: string[]) => {
      const filed = providers.map((provider, i) => ({
        id: `f${i}`,
        kind: "identity" as const,
        name: "证件.jpg",
        provider,
        ...scan,
      }));
      return paperList("peoples", { ...nothing, persons, filed }, today).find(({ kind }) => kind === "identity");
    };
    expect(lineOf()).toMatchObject({ need: "must", state: "missing", have: 0, of: 3, canPrint: true });
    expect(lineOf("张大力", "张大力")).toMatchObject({ state: "missing", have: 1 });
    expect(lineOf("张大力", "李小红", "代理人王")).toMatchObject({ state: "present", have: 3 });
    expect(lineOf("张大力", "", "")).toMatchObject({ state: "present", have: 3 });
    const twins = (...providers: string[]) => lineOfPersons(["张伟", "张伟", "李小红"], ...providers);
    expect(twins("张伟", "李小红")).toMatchObject({ state: "missing", have: 2, of: 3 });
    expect(twins("张伟", "张伟", "张伟", "李小红")).toMatchObject({ state: "present", have: 3, of: 3 });
    expect(lineOf("", "", "", "")).toMatchObject({ state: "present", have: 3, of: 3 });
    expect(states({ persons, ...agreed, isPerformedAtOnce: true }).identity).toBe("notApplicable");
    expect(states({ persons }, "publicSecurity").identity).toBe("notApplicable");
  });

  it("were whole without identity papers when nobody asked for them yet, and show those that were filed", () => {
    const before = { day: "2026-11-30", simpleSessions: 1 };
    const counted = { ...nothing, persons: ["张大力", "李小红"] };
    const line = (over: Partial<PapersCounted>) =>
      paperList("peoples", { ...counted, ...over }, before).find(({ kind }) => kind === "identity");
    expect(line({})).toMatchObject({ need: "ifApplicable", state: "notApplicable", have: 0, of: 0 });
    const filed = [{ id: "f", kind: "identity" as const, name: "证件.jpg", provider: "张大力", ...scan }];
    expect(line({ filed })).toMatchObject({ need: "ifApplicable", state: "present", have: 1, of: 1 });
  });

  it("take the oral form for the agreement, and after a refusal the notice of ending for both", () => {
    expect(states({ agreementForm: "oral", isInForce: true })).toMatchObject({
      ...{ oralAgreement: "present", agreement: "notApplicable" },
    });
    expect(states({ noticed: 2, outcome: "refused" })).toMatchObject({
      ...{ ending: "missing", agreement: "notApplicable", record: "notApplicable", revisit: "notApplicable" },
    });
    expect(states({ outcome: "deadlock", sessionsEnded: 1, routesTold: 1 })).toMatchObject({
      ending: "present",
      record: "missing",
    });
  });

  it("of a matter settled in one session and performed at once are three, unless the local rule wants all", () => {
    const simple = {
      ...agreed,
      noticed: 0,
      sessionsRecorded: 0,
      isPerformedAtOnce: true,
      payClauses: 1,
      paidClauses: 1,
    };
    expect(states(simple)).toMatchObject({
      ...{ notice: "notApplicable", record: "notApplicable", revisit: "notApplicable" },
      ...{ agreement: "present", receipt: "present" },
    });
    expect(states(simple, "peoples", 0)).toMatchObject({ notice: "missing", record: "missing", revisit: "missing" });
    expect(states({ ...simple, sessionsEnded: 2 })).toMatchObject({ notice: "missing" });
  });

  it("are printed as soon as there is something to sign: notices before they are given, an agreement once it was sent", () => {
    const printed = (over: Partial<PapersCounted>) =>
      paperList("peoples", { ...nothing, ...over }, today)
        .filter((line) => line.canPrint && line.state !== "notApplicable")
        .map(({ kind }) => kind);
    expect(printed({})).toEqual(["intake", "notice", "identity"]);
    expect(printed({ agreementForm: "written" })).toEqual(["intake", "notice", "identity"]);
    expect(printed({ agreementForm: "written", isSent: true })).toEqual(["intake", "notice", "identity", "agreement"]);
    const subjects = { record: [{ id: "s", on: "2026-11-01", name: "" }] };
    expect(printed({ ...agreed, isSent: true, subjects, outcome: "agreedWritten", visits: 0 })).toEqual([
      ...["cover", "contents", "intake", "notice", "identity", "record", "agreement", "closing", "back"],
    ]);
  });

  it("of the police begin with the agreement, and on the spot are the form alone", () => {
    expect(states({ ...agreed }, "publicSecurity")).toMatchObject({
      policeAgreement: "present",
      policeRecord: "present",
    });
    expect(states({ onSpot: true, isInForce: true, agreementForm: "written" }, "publicSecurity")).toMatchObject({
      ...{ onSpotAgreement: "present", policeAgreement: "notApplicable", policeRecord: "notApplicable" },
    });
    expect(states({ applications: 1, outcome: "publicSecuritySettled" }, "publicSecurity")).toMatchObject({
      ...{ noPenalty: "present", notice: "notApplicable" },
    });
    expect(paperList("onScene", nothing, today)).toEqual([]);
  });
});
