import { sendAccessRequestInput } from "../../access-requests/inputs";
import { sendAccessRequest } from "../../access-requests/send-access-request";
import { reportClue } from "../../calls/report-clue";
import { askQuestion } from "../../consultations/ask-question";
import { endProceeding } from "../../disputes/end-proceeding";
import { endProceedingInput } from "../../disputes/inputs";
import { registerDispute } from "../../disputes/register-dispute";
import { addDays, dayOf } from "../../kernel/shanghai";
import { setDaysInput, setRuleInput } from "../../settings/inputs";
import { yearsOfDays } from "../../settings/reads/years";
import { setDays } from "../../settings/set-days";
import { setRule } from "../../settings/set-rule";
import { alertedGroup, callAt } from "../calls";
import { invited } from "../convening";
import type { TestCounty } from "../county";
import { intake } from "../disputes";
import { unreached } from "../endings";
import { untied } from "../ties";

/** Tables of what is there before a dispute or beside it, each with a column that somebody might alter. */
export const earlyColumns = {
  police_calls: "summary = '没有人报过警'",
  repeat_groups: "place = '别的地方'",
  clues: "text = '没有人吵架'",
  consultations: "question = '问的是别的事'",
  invitations: "role_asked = role_asked || '另'",
  session_people: "despite = '没有说过来不了'",
  access_requests: "reason = '没有说过这个理由'",
  rules: "value = value + 1",
  day_overrides: "note = '没有这个通知'",
  day_years: "notice = '没有这个通知'",
} as const;

/** Plays an act on each of them: some stay without a dispute, and a dispute takes up one call and one clue. */
export async function playEarlyActs(county: TestCounty): Promise<void> {
  await alertedGroup(county, "红枫苑7号楼");
  const { callId } = await callAt(county, "2026-11-09T09:00:00+08:00", { place: "溪口村三组" });
  const pointId = county.points["江畔社区调解室"] ?? "";
  const tip = { place: "锦绣里 9 幢", text: "两家为水管吵了两天", pointId };
  const { clueId } = await reportClue(county.as("grid"), tip);
  await registerDispute(county.as("officer"), intake({ title: "渗水", callIds: [callId], clueId }));
  await askQuestion(county.as("grid"), { question: "借条丢了还能要回来吗？", pointId: null });

  const dispute = await untied(county);
  const { disputeId } = dispute;
  await invited(county, dispute, "lawyer");
  const end = { disputeId, ...(await unreached(disputeId)) };
  await endProceeding(county.as("mediator"), endProceedingInput.parse(end));
  const wish = { disputeId, reason: "原调解员调走，由我接办" };
  await sendAccessRequest(county.as("mediator2"), sendAccessRequestInput.parse(wish));
  await playSettings(county);
}

/** In the year after this one, so that no matter of today has a last day that they move. */
async function playSettings(county: TestCounty): Promise<void> {
  const clerk = () => county.as("county");
  const today = dayOf(clerk().now);
  const coming = Number(today.slice(0, 4)) + 1;
  const rule = { key: "triage.hours", value: 12, valueSeen: 24, validFrom: addDays(today, 40) };
  await setRule(clerk(), setRuleInput.parse(rule));
  const year = (await yearsOfDays(clerk())).years.find((one) => one.year === coming);
  const days = { free: [...(year?.free ?? []), `${coming}-12-27`], worked: year?.worked ?? [] };
  const entered = { year: coming, notice: "县办 9 号", entrySeen: year?.entry?.id ?? null };
  await setDays(clerk(), setDaysInput.parse({ ...entered, ...days }));
}
