import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { parties } from "@/db/schema/parties";
import { draftAgreement } from "../../agreements/draft-agreement";
import { draftAgreementInput } from "../../agreements/inputs";
import { gateAnswers, registerDisputeInput, triageDisputeInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { triageDispute } from "../../disputes/triage-dispute";
import { dayIn, onDay, soonAfter } from "./clock";
import type { DemoCounty } from "./demo-county";
import type { Matter } from "./matters";
import { keep, sign } from "./scenario-ending";
import { alone, book, hold, noBar, noDanger, noticeAndConsent, type Scenario } from "./scenario-steps";

const matter: Matter = {
  type: "contract",
  title: "装修停工工钱纠纷",
  facts: "装修停工一个多月。工长和木工为工钱争执，木工拆走了已装好的门，业主请求帮助尽快完工。",
  summary: "装修停了工，工钱怎么结、门什么时候装回去，三方说法不同。",
  promise: { kind: "pay", text: "结清木工工钱", yuan: 8600 },
  forces: ["lawyer", "villageCadre"],
};

/** A stalled decoration with three sides (D1–D4): two linked promises and the owner's confirmation; the first is kept. */
export async function decorationStalled(demo: DemoCounty): Promise<void> {
  const scenario = await takenIn(demo);
  await noticeAndConsent(scenario);
  const session = await book(scenario, demo.rooms["柳湾派出所调解室 驻所调解室二"] ?? "", [], 2);
  await hold(scenario, session, "agreed", "工长付清工钱，木工三天内把门装回去，业主验收。");
  await draftPromises(scenario);
  await sign(scenario, "committee");
  await keep(scenario, 4);
}

/** Registered for owner, foreman and joiner, and accepted for people's mediation half an hour later. */
async function takenIn(demo: DemoCounty): Promise<Scenario> {
  const at = demo.daysAgo(21, "09:40");
  const { disputeId } = await registerDispute(
    demo.as("mediator", at),
    registerDisputeInput.parse({
      asked: noDanger,
      source: "walkIn",
      type: matter.type,
      title: "老街 18 号装修停工工钱纠纷",
      place: "老街 18 号 2 楼",
      startedOn: dayIn(onDay(at, -38, "12:00")),
      facts: matter.facts,
      neutralSummary: matter.summary,
      parties: [
        { side: 1, standing: "applicant", name: "雷晓红", phone: "13800006611", address: "老街 18 号 2 楼" },
        { side: 2, standing: "respondent", name: "陈大川", phone: "13800006622" },
        { side: 3, standing: "respondent", name: "叶小海", phone: "13800006633" },
      ],
    }),
  );
  const accepted = soonAfter(at, 30);
  const answers = gateAnswers.parse({ ...noBar, propertyDamage: "yes" });
  const { proceedingId } = await triageDispute(
    demo.as("mediator", accepted),
    triageDisputeInput.parse({ disputeId, answers, track: "peoples" }),
  );
  const rows = await database()
    .select({ id: parties.id })
    .from(parties)
    .where(eq(parties.disputeId, disputeId))
    .orderBy(asc(parties.position));
  return {
    demo,
    disputeId,
    proceedingId: proceedingId ?? "",
    partyIds: rows.map((row) => row.id),
    lead: "mediator",
    station: "LW",
    matter,
    at: accepted,
    speakers: [],
    reach: alone,
  };
}

/** The foreman pays the joiner, the joiner puts the doors back for the owner, the owner confirms it to both. */
async function draftPromises(scenario: Scenario): Promise<void> {
  const { demo, disputeId, partyIds } = scenario;
  const [owner = "", foreman = "", joiner = ""] = partyIds;
  scenario.at = soonAfter(scenario.at, 15);
  const dueAfter = (days: number) => dayIn(onDay(scenario.at, days, "12:00"));
  await draftAgreement(
    demo.as("mediator", scenario.at),
    draftAgreementInput.parse({
      agreementVersion: null,
      disputeId,
      form: "written",
      facts: matter.facts,
      clauses: [
        {
          kind: "pay",
          text: "木工工钱",
          amountFen: 860_000,
          dueOn: dueAfter(5),
          proof: "receipt",
          obligorPartyIds: [foreman],
          obligeePartyIds: [joiner],
        },
        {
          kind: "act",
          text: "把拆走的门装回去，不留破损",
          dueOn: dueAfter(24),
          proof: "photo",
          obligorPartyIds: [joiner],
          obligeePartyIds: [owner],
        },
        {
          kind: "act",
          text: "验收门和墙面，确认无误",
          dueOn: dueAfter(26),
          proof: "mutualConfirmation",
          obligorPartyIds: [owner],
          obligeePartyIds: [foreman, joiner],
        },
      ],
    }),
  );
}
