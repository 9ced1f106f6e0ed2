import { reportClue } from "../calls/report-clue";
import { archiveProceeding } from "../disputes/archive-proceeding";
import { reopenDispute } from "../disputes/reopen-dispute";
import { acceptTransfer } from "../handovers/accept-transfer";
import { offerTransferInput } from "../handovers/inputs";
import { offerTransfer } from "../handovers/offer-transfer";
import { addDays, dayOf } from "../kernel/shanghai";
import { restrictDisputeInput } from "../windows/inputs";
import { restrictDispute } from "../windows/restrict-dispute";
import { callAt } from "./calls";
import { type TestCounty, testCounty } from "./county";
import { intake } from "./disputes";
import { goldenPlay } from "./golden";
import { merged } from "./merges";

const day = (ago: number) => addDays(dayOf(new Date()), -ago);

/**
 * A county with matters of every awkward kind: refused, filed, several times over, handed over to the other station, registered
 * twice, closed to its head, of a minor, on every track.
 */
export async function awkwardCounty(): Promise<TestCounty> {
  const county = await testCounty();
  const play = goldenPlay(county);
  const by = (who: string, ago: number) => play.as(who, play.at(day(ago)));
  for (const [mediator, officer] of [
    ["mediator", "officer"],
    ["mediator3", "officer3"],
  ] as const) {
    await play.registered(day(2), {}, mediator);
    await play.registered(day(2), {}, officer);
    await play.refusedAtTriage(await play.registered(day(20), {}, "mediator"), "judgedByCourt", day(19));
    await play.taken("coordination", day(9), {}, mediator);
    const filed = await play.taken("onScene", day(60));
    await play.closed(filed, day(59));
    await archiveProceeding(by("mediator", 58), { disputeId: filed, retention: "short" });
  }
  const minor = intake().parties.map((party) => ({ ...party, isMinor: party.side === 1, links: [] }));
  await play.registered(day(3), { parties: minor as never });
  await play.agreed(await play.taken("peoples", day(50)), day(40), day(10));
  await play.ended(await play.taken("peoples", day(45)), "deadlock", day(30));
  await play.ended(await play.taken("peoples", day(44)), "settledWithdrawn", day(29));
  await play.taken("publicSecurity", day(8));
  // Twice over, and taken up a third time; twice over and not filed.
  for (const isLast of [false, true]) {
    const again = await play.taken("peoples", day(80));
    await play.ended(again, "unreachable", day(70));
    await reopenDispute(by("mediator", 60), { disputeId: again, reason: "又联系上了" });
    if (isLast) await play.ended(again, "unreachable", day(50));
  }
  await changedHands(county);
  for (const ago of [3, 4, 8, 40])
    await callAt(county, `${day(ago)}T20:00:00+08:00`, { place: "清点路30号", phone: "13900000003" });
  const offered = await play.taken("peoples", day(4));
  await offerTransfer(
    county.as("mediator"),
    offerTransferInput.parse({
      ...{
        disputeId: offered,
        to: { stationId: county.stations.DG, committeeId: county.committees.DG },
        reason: "双方都住那边",
      },
    }),
  );
  await reportClue(county.as("grid"), { place: "清点路31号", text: "楼上楼下吵", pointId: null });
  return county;
}

/** Handed over and answered, registered twice, closed to all who do not work on it. */
async function changedHands(county: TestCounty): Promise<void> {
  const play = goldenPlay(county);
  const by = (who: string, ago: number) => play.as(who, play.at(day(ago)));
  // Handed over to the other station, of whom one goes on and one is over there too.
  for (const isOver of [false, true]) {
    const given = await play.taken("peoples", day(35));
    const to = { stationId: county.stations.DG ?? "", committeeId: county.committees.DG ?? "" };
    const { transferId } = await offerTransfer(
      by("mediator", 30),
      offerTransferInput.parse({ disputeId: given, to, reason: "双方都住那边" }),
    );
    await acceptTransfer(by("committee2", 28), {
      disputeId: given,
      transferId,
      leadPersonId: county.people.mediator3 ?? "",
      note: "",
    });
    if (isOver) await play.ended(given, "unreachable", day(20), "mediator3");
  }
  // One matter that was registered twice, before and after triage.
  const [one, other] = [
    await play.taken("peoples", day(6), { place: "两次路1号" }),
    await play.taken("peoples", day(6), { place: "两次路1号" }),
  ];
  await merged(county, { kept: one, absorbed: other });
  const [third, fourth] = [
    await play.registered(day(5), { place: "两次路2号" }),
    await play.registered(day(5), { place: "两次路2号" }),
  ];
  await merged(county, { kept: third, absorbed: fourth });
  // Closed to all who do not work on it, heads as well.
  const closed = await play.taken("peoples", day(7));
  await restrictDispute(
    county.as("mediator"),
    restrictDisputeInput.parse({ disputeId: closed, ground: "privacy", reason: "当事人要求保密" }),
  );
}
