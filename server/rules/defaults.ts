/** Statutory clocks and local settings, with unit and source. A county's dated row in `rules` replaces the value. */
export const ruleDefaults = {
  "peoples.months": { value: 1, unit: "months", source: "人民调解工作若干规定 33" },
  "publicSecurity.firstSessionWorkdays": { value: 3, unit: "workdays", source: "公通字〔2007〕81号 9" },
  "publicSecurity.sessionsMax": { value: 2, unit: "sessions", source: "程序规定 183" },
  "confirmation.days": { value: 30, unit: "days", source: "人民调解法 33" },
  "triage.hours": { value: 24, unit: "hours", source: "local" },
  "step.hours": { value: 24, unit: "hours", source: "local" },
  "invitation.answerHours": { value: 24, unit: "hours", source: "local" },
  "hold.hours": { value: 24, unit: "hours", source: "local" },
  "convening.noticeHours": { value: 18, unit: "hours", source: "local" },
  "convening.windowDays": { value: 14, unit: "days", source: "local" },
  "travel.minutes": { value: 30, unit: "minutes", source: "local" },
  "substitute.perSeat": { value: 3, unit: "invitations", source: "local" },
  "silence.windowDays": { value: 90, unit: "days", source: "local" },
  "link.hours": { value: 72, unit: "hours", source: "local" },
  "notice.quietFromHour": { value: 21, unit: "hours", source: "local" },
  "notice.quietUntilHour": { value: 8, unit: "hours", source: "local" },
  "reminder.firstHours": { value: 24, unit: "hours", source: "local" },
  "reminder.secondHours": { value: 2, unit: "hours", source: "local" },
  "consultation.minutes": { value: 30, unit: "minutes", source: "local" },
  "record.hours": { value: 24, unit: "hours", source: "local" },
  "visit.afterDays": { value: 30, unit: "days", source: "local" },
  "archive.days": { value: 7, unit: "days", source: "local" },
  "repeat.windowDays": { value: 30, unit: "days", source: "local" },
  "repeat.threshold": { value: 3, unit: "incidents", source: "local" },
  "repeat.duplicateMinutes": { value: 30, unit: "minutes", source: "local" },
  "relapse.days": { value: 90, unit: "days", source: "local" },
  "access.grantDays": { value: 7, unit: "days", source: "local" },
  "clue.hours": { value: 24, unit: "hours", source: "local" },
} as const satisfies Record<string, { value: number; unit: string; source: string }>;

export type RuleKey = keyof typeof ruleDefaults;
export type Rules = Readonly<Record<RuleKey, number>>;
