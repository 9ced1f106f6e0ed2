import { closeMeeting } from "../../town-halls/close-meeting";
import { closeMeetingInput, planTownHallInput } from "../../town-halls/inputs";
import { planTownHall } from "../../town-halls/plan-town-hall";
import { townHallList } from "../../town-halls/queries";
import { dayIn, onDay } from "./clock";
import type { DemoCounty } from "./demo-county";

const said = [
  "两幢楼说夜里车库灯不亮，物业答应三天内换；有一户提楼上装修到九点，请网格员去看看。",
  "四户说楼道堆纸箱，当场商量好周末一起清。",
  "六户问电梯检修要停几天，物业当场贴了时间表。没有要登记的事。",
];

/** A weekly open meeting that began three weeks ago; up to three past meetings have a summary, a fourth may still lack one. */
export async function eveningTalk(demo: DemoCounty): Promise<void> {
  const { now } = demo;
  const begun = demo.daysAgo(24, "10:00");
  await planTownHall(
    demo.as("mediator", begun),
    planTownHallInput.parse({
      title: "江畔夜话",
      roomId: demo.rooms["江畔社区调解室 社区调解室"],
      chairId: demo.people.mediator2,
      weekday: 2,
      time: "17:00",
      minutes: 60,
      fromDay: dayIn(begun),
      untilDay: dayIn(onDay(now, 70, "12:00")),
    }),
  );
  const clerk = demo.as("mediator", now);
  const series = (await townHallList(clerk)).find(({ title }) => title === "江畔夜话");
  const held = series?.meetings.filter(({ endsAt }) => Date.parse(endsAt) < now.getTime()) ?? [];
  for (const [i, summary] of said.entries()) {
    const meeting = held[i];
    if (!meeting) continue;
    const after = new Date(Date.parse(meeting.endsAt) + 20 * 60_000);
    await closeMeeting(demo.as("mediator2", after), closeMeetingInput.parse({ meetingId: meeting.id, summary }));
  }
}
