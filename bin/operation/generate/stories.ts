import { agreed, byPolice, calledIn, failed, refused, reopened, running, waiting } from "./story-kinds";
import type { Story } from "./story-steps";

/** Every story, the commonest first. What they weigh gives types of disputes the shares of a real station. */
export const stories: readonly Story[] = [
  agreed(24, { matter: 0, daysAgo: 80, time: "09:12" }),
  agreed(12, { matter: 1, daysAgo: 81, time: "10:26", source: "grid" }, { oneDeclines: true }),
  agreed(9, { matter: 7, daysAgo: 84, time: "14:05" }, { rounds: 2 }),
  agreed(8, { matter: 2, daysAgo: 82, time: "15:31", risk: "amber" }, { form: "oral" }),
  agreed(5, { matter: 5, daysAgo: 83, time: "09:48", source: "phone" }),
  agreed(4, { matter: 9, daysAgo: 85, time: "11:02", source: "courtReferral" }),
  agreed(3, { matter: 12, daysAgo: 86, time: "16:17" }),
  agreed(2, { matter: 15, daysAgo: 79, time: "08:55" }),
  failed(6, { matter: 8, daysAgo: 60, time: "09:35" }, "deadlock"),
  failed(3, { matter: 3, daysAgo: 61, time: "13:50" }, "settledWithdrawn"),
  refused(5, { matter: 4, daysAgo: 62, time: "10:44" }),
  reopened(2, { matter: 6, daysAgo: 100, time: "14:22" }),
  byPolice(6, { matter: 4, daysAgo: 63, time: "10:07", track: "publicSecurity", source: "policeCall" }),
  byPolice(6, { matter: 2, daysAgo: 64, time: "16:38", track: "onScene", source: "policeCall" }),
  byPolice(2, { matter: 10, daysAgo: 65, time: "11:29", track: "coordination" }),
  calledIn(3, { matter: 1, daysAgo: 66, time: "15:08" }),
  waiting(2, { matter: 0, daysAgo: 2, time: "09:25" }),
  running(3, { matter: 3, daysAgo: 5, time: "14:40" }, "accepted"),
  running(3, { matter: 1, daysAgo: 6, time: "10:12" }, "consented"),
  running(3, { matter: 0, daysAgo: 4, time: "15:20", risk: "red" }, "invited"),
  running(4, { matter: 5, daysAgo: 3, time: "09:50" }, "booked"),
  running(3, { matter: 7, daysAgo: 9, time: "11:15", risk: "amber" }, "adjourned"),
  running(2, { matter: 2, daysAgo: 10, time: "16:02" }, "signing"),
  running(6, { matter: 6, daysAgo: 11, time: "13:33" }, "performing"),
];
