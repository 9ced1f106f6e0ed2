import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { signAgreementInput } from "../agreements/inputs";
import { sendToSign } from "../agreements/send-to-sign";
import { signAgreement } from "../agreements/sign-agreement";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { dayOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { agreedDispute, drafted, payClause } from "../testing/agreements";
import { guardiansOf } from "../testing/convening";
import { type TestCounty, testCounty } from "../testing/county";
import { dayFromNow } from "../testing/days";
import { intake } from "../testing/disputes";
import { refusedWith } from "../testing/refused";
import { addPartyLink } from "./add-party-link";
import { endPartyLink } from "./end-party-link";
import { addPartyLinkInput, endPartyLinkInput } from "./inputs";
import { disputeById } from "./reads/dispute";

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
const as = () => county.as("mediator");

/** A child with a guardian, on whose matter a paper is drafted. */
async function withGuardian() {
  const [first, second] = intake().parties;
  const links = [{ kind: "guardian" as const, name: "夏守义", maySign: true, phone: "", note: "" }];
  const agreed = await agreedDispute(county, {
    parties: [{ ...first, name: "夏小雨", isMinor: true, links }, second],
  } as never);
  await drafted(county, agreed, [payClause(agreed, 100)]);
  const [guardian] = await guardiansOf(county, agreed);
  const [partyId = ""] = agreed.parties;
  const end = (over: object = {}) =>
    endPartyLink(
      as(),
      endPartyLinkInput.parse({
        ...{ disputeId: agreed.disputeId, partyId, linkId: guardian?.linkId },
        ...{ endedOn: dayOf(new Date()), reason: "法院另行指定监护人", ...over },
      }),
    );
  return { agreed, partyId, linkId: guardian?.linkId ?? "", end };
}

describe("the authority of who speaks for a party", () => {
  it("ends with a day and a reason: they bind the party no more, and another one is needed and may", async () => {
    const { agreed, partyId, linkId, end } = await withGuardian();
    const { disputeId } = agreed;
    await end();
    expect(await refusedWith(sendToSign(as(), { disputeId }))).toBe("needs.partiesBindable");
    const link = { kind: "guardian", name: "夏守礼", maySign: true, phone: "", note: "" };
    const added = await addPartyLink(as(), addPartyLinkInput.parse({ disputeId, partyId, link }));
    await sendToSign(as(), { disputeId });
    const sign = (byLinkId: string) =>
      signAgreement(
        as(),
        signAgreementInput.parse({ disputeId, signer: { kind: "party", partyId, byLinkId }, means: "sign" }),
      );
    expect(await refusedWith(sign(linkId))).not.toBeNull();
    await sign(added.linkId);
    const shown = (await disputeById(as(), { disputeId })).parties.find(({ id }) => id === partyId);
    expect(shown?.links.map(({ name, endedOn }) => [name, endedOn])).toEqual([
      ["夏守义", dayOf(new Date())],
      ["夏守礼", null],
    ]);
  });

  it("begins with the day of the letter: nothing was said for the party before it, and no letter is dated ahead", async () => {
    const agreed = await agreedDispute(county);
    const { disputeId, parties } = agreed;
    const [partyId = ""] = parties;
    const letter = (authorisedOn: string) =>
      addPartyLink(
        as(),
        addPartyLinkInput.parse({
          ...{ disputeId, partyId },
          link: { kind: "agent", name: "卫代理", maySign: true, authorisedOn },
        }),
      );
    expect(await refusedWith(letter(dayFromNow(1)))).toBe("dayInFuture");
    const { linkId } = await letter(dayOf(new Date()));
    const at = { countyId: county.countyId, disputeId, track: "peoples" as const };
    const said = (on: string | null) =>
      asActor(as(), (tx) => requireSpeakers({ tx, ...at }, [{ partyId, linkId, purpose: "bind", on }]));
    expect(await refusedWith(said(dayFromNow(-1)))).toBe("authorisedLater");
    await said(null);
    const shown = (await disputeById(as(), { disputeId })).parties.find(({ id }) => id === partyId);
    expect(shown?.links).toMatchObject([{ name: "卫代理", authorisedOn: dayOf(new Date()) }]);
    const dated = sql`update party_links set authorised_on = null where id = ${linkId}::uuid`;
    expect(await refusedWith(database().execute(dated))).toBe("appendOnly");
  });

  it("ends once, on no day to come, and is given back by nobody", async () => {
    const { agreed, linkId, end } = await withGuardian();
    expect(await refusedWith(end({ endedOn: dayFromNow(1) }))).toBe("dayInFuture");
    await end();
    expect(await refusedWith(end())).toBe("notFound");
    expect(await refusedWith(end({ linkId: agreed.disputeId }))).toBe("notFound");
    const back = sql`update party_links set ended_at = null, ended_on = null, ended_by = null, ended_reason = '' where id = ${linkId}::uuid`;
    expect(await refusedWith(database().execute(back))).toBe("appendOnly");
  });
});
