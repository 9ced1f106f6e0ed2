import { describe, expect, it } from "vitest";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import { signerName } from "./signing";
import { isInTurn, nextInTurn, signingOrder } from "./signing-order";

const party = (id: string, over = {}) => ({
  id,
  side: 1,
  name: id,
  kind: "person",
  standing: "applicant",
  links: [],
  ...over,
});
const page = (over: object = {}) =>
  ({
    isLead: true,
    proceeding: { leadName: "沈静" },
    parties: [party("a"), party("gone", { isDeparted: true }), party("b")],
    witnesses: [{ personId: "w", name: "陶文渊", post: "" }],
    interpreters: [],
    agreement: { signatures: [] },
    ...over,
  }) as unknown as AgreementPage;
const signedBy = (...of: object[]) => ({ agreement: { signatures: of } });
const none = new Set<string>();
const ids = (of: AgreementPage) => signingOrder(of).map(({ id }) => id);

describe("the order in which a device goes round", () => {
  it("is parties who are still parties, those present, the lead", () => {
    expect(ids(page())).toEqual(["a", "b", "w", "mediator"]);
  });

  it("leaves out whoever signed before, on this device or otherwise", () => {
    const some = page(signedBy({ signerKind: "party", partyId: "a" }));
    expect(nextInTurn(some, none)?.id).toBe("b");
    expect(nextInTurn(some, new Set(["b"]))?.id).toBe("w");
    expect(nextInTurn(some, new Set(["b", "w"]))?.id).toBe("mediator");
    expect(nextInTurn(some, new Set(["b", "w", "mediator"]))).toBeNull();
  });

  it("comes back to nobody who was passed over", () => {
    const two = page({
      witnesses: [
        { personId: "w", name: "陶文渊", post: "" },
        { personId: "v", name: "林晓岚", post: "" },
      ],
    });
    expect(nextInTurn(two, new Set(["a", "b", "w"]))?.id).toBe("v");
    expect(nextInTurn(two, new Set(["a", "b", "w", "v"]))?.id).toBe("mediator");
  });

  it("has whoever interprets between those present and the lead, once however many they are there for, after every party", () => {
    const one = (id: string, over: object = {}) => ({ id, name: "买买提", personId: null, signedAt: null, ...over });
    const some = page({ interpreters: [one("i1"), one("i2"), one("r", { name: "何松年", signedAt: "2026-01-05" })] });
    expect(signingOrder(some).map(({ signer }) => signerName(signer))).toEqual(["a", "b", "陶文渊", "买买提", "沈静"]);
    const helper = signingOrder(some)[3];
    if (!helper) throw new Error("an interpreter");
    expect(isInTurn(some, helper, new Set(["a"]))).toBe(false);
    expect(isInTurn({ ...some, isLead: false }, helper, new Set(["a", "b"]))).toBe(true);
    expect(nextInTurn(some, new Set(["a", "b", "w"]))?.id).toBe(helper.id);
    expect(nextInTurn(some, new Set(["a", "b", "w", helper.id]))?.id).toBe("mediator");
  });

  it("gives the lead's turn to the lead alone, and after every party", () => {
    const [, , witness, lead] = signingOrder(page());
    if (!witness || !lead) throw new Error("four sign");
    expect(isInTurn(page(), lead, new Set(["a"]))).toBe(false);
    expect(isInTurn(page(), lead, new Set(["a", "b"]))).toBe(true);
    expect(isInTurn(page({ isLead: false }), lead, new Set(["a", "b"]))).toBe(false);
    expect(isInTurn(page(), witness, none)).toBe(true);
    expect(nextInTurn(page({ isLead: false }), new Set(["a", "b", "w"]))).toBeNull();
  });
});
