// Written by `npm run docs`: all texts of the product, one JSON file per namespace and language in ./messages. Chinese is the
// type source: `useTranslations("<name>")` knows its keys, and a key missing in English fails the type check.
import type { Locale } from "@/db/vocabulary";
import enAccount from "./messages/en/account.json";
import enAdmin from "./messages/en/admin.json";
import enAgreements from "./messages/en/agreements.json";
import enApprovals from "./messages/en/approvals.json";
import enAudit from "./messages/en/audit.json";
import enAvailability from "./messages/en/availability.json";
import enBoard from "./messages/en/board.json";
import enCalendar from "./messages/en/calendar.json";
import enCalls from "./messages/en/calls.json";
import enClues from "./messages/en/clues.json";
import enCommittee from "./messages/en/committee.json";
import enConsents from "./messages/en/consents.json";
import enConsultations from "./messages/en/consultations.json";
import enConvene from "./messages/en/convene.json";
import enDeposits from "./messages/en/deposits.json";
import enDesk from "./messages/en/desk.json";
import enDisputes from "./messages/en/disputes.json";
import enDossier from "./messages/en/dossier.json";
import enElections from "./messages/en/elections.json";
import enEndings from "./messages/en/endings.json";
import enFrame from "./messages/en/frame.json";
import enGate from "./messages/en/gate.json";
import enGuest from "./messages/en/guest.json";
import enInvitations from "./messages/en/invitations.json";
import enMessages from "./messages/en/messages.json";
import enNotifications from "./messages/en/notifications.json";
import enNumbers from "./messages/en/numbers.json";
import enOpinions from "./messages/en/opinions.json";
import enPanel from "./messages/en/panel.json";
import enPerformance from "./messages/en/performance.json";
import enPoints from "./messages/en/points.json";
import enProblems from "./messages/en/problems.json";
import enRecord from "./messages/en/record.json";
import enRegister from "./messages/en/register.json";
import enRestricted from "./messages/en/restricted.json";
import enSessions from "./messages/en/sessions.json";
import enSettings from "./messages/en/settings.json";
import enSheets from "./messages/en/sheets.json";
import enSignIn from "./messages/en/signIn.json";
import enSlips from "./messages/en/slips.json";
import enStatistics from "./messages/en/statistics.json";
import enSubsidies from "./messages/en/subsidies.json";
import enTemplates from "./messages/en/templates.json";
import enToday from "./messages/en/today.json";
import enTownHalls from "./messages/en/townHalls.json";
import enTriage from "./messages/en/triage.json";
import enUi from "./messages/en/ui.json";
import enVerify from "./messages/en/verify.json";
import enViolations from "./messages/en/violations.json";
import enVocabulary from "./messages/en/vocabulary.json";
import zhAccount from "./messages/zh-CN/account.json";
import zhAdmin from "./messages/zh-CN/admin.json";
import zhAgreements from "./messages/zh-CN/agreements.json";
import zhApprovals from "./messages/zh-CN/approvals.json";
import zhAudit from "./messages/zh-CN/audit.json";
import zhAvailability from "./messages/zh-CN/availability.json";
import zhBoard from "./messages/zh-CN/board.json";
import zhCalendar from "./messages/zh-CN/calendar.json";
import zhCalls from "./messages/zh-CN/calls.json";
import zhClues from "./messages/zh-CN/clues.json";
import zhCommittee from "./messages/zh-CN/committee.json";
import zhConsents from "./messages/zh-CN/consents.json";
import zhConsultations from "./messages/zh-CN/consultations.json";
import zhConvene from "./messages/zh-CN/convene.json";
import zhDeposits from "./messages/zh-CN/deposits.json";
import zhDesk from "./messages/zh-CN/desk.json";
import zhDisputes from "./messages/zh-CN/disputes.json";
import zhDossier from "./messages/zh-CN/dossier.json";
import zhElections from "./messages/zh-CN/elections.json";
import zhEndings from "./messages/zh-CN/endings.json";
import zhFrame from "./messages/zh-CN/frame.json";
import zhGate from "./messages/zh-CN/gate.json";
import zhGuest from "./messages/zh-CN/guest.json";
import zhInvitations from "./messages/zh-CN/invitations.json";
import zhMessages from "./messages/zh-CN/messages.json";
import zhNotifications from "./messages/zh-CN/notifications.json";
import zhNumbers from "./messages/zh-CN/numbers.json";
import zhOpinions from "./messages/zh-CN/opinions.json";
import zhPanel from "./messages/zh-CN/panel.json";
import zhPerformance from "./messages/zh-CN/performance.json";
import zhPoints from "./messages/zh-CN/points.json";
import zhProblems from "./messages/zh-CN/problems.json";
import zhRecord from "./messages/zh-CN/record.json";
import zhRegister from "./messages/zh-CN/register.json";
import zhRestricted from "./messages/zh-CN/restricted.json";
import zhSessions from "./messages/zh-CN/sessions.json";
import zhSettings from "./messages/zh-CN/settings.json";
import zhSheets from "./messages/zh-CN/sheets.json";
import zhSignIn from "./messages/zh-CN/signIn.json";
import zhSlips from "./messages/zh-CN/slips.json";
import zhStatistics from "./messages/zh-CN/statistics.json";
import zhSubsidies from "./messages/zh-CN/subsidies.json";
import zhTemplates from "./messages/zh-CN/templates.json";
import zhToday from "./messages/zh-CN/today.json";
import zhTownHalls from "./messages/zh-CN/townHalls.json";
import zhTriage from "./messages/zh-CN/triage.json";
import zhUi from "./messages/zh-CN/ui.json";
import zhVerify from "./messages/zh-CN/verify.json";
import zhViolations from "./messages/zh-CN/violations.json";
import zhVocabulary from "./messages/zh-CN/vocabulary.json";

const zh = {
  account: zhAccount,
  admin: zhAdmin,
  agreements: zhAgreements,
  approvals: zhApprovals,
  audit: zhAudit,
  availability: zhAvailability,
  board: zhBoard,
  calendar: zhCalendar,
  calls: zhCalls,
  clues: zhClues,
  committee: zhCommittee,
  consents: zhConsents,
  consultations: zhConsultations,
  convene: zhConvene,
  deposits: zhDeposits,
  desk: zhDesk,
  disputes: zhDisputes,
  dossier: zhDossier,
  elections: zhElections,
  endings: zhEndings,
  frame: zhFrame,
  gate: zhGate,
  guest: zhGuest,
  invitations: zhInvitations,
  messages: zhMessages,
  notifications: zhNotifications,
  numbers: zhNumbers,
  opinions: zhOpinions,
  panel: zhPanel,
  performance: zhPerformance,
  points: zhPoints,
  problems: zhProblems,
  record: zhRecord,
  register: zhRegister,
  restricted: zhRestricted,
  sessions: zhSessions,
  settings: zhSettings,
  sheets: zhSheets,
  signIn: zhSignIn,
  slips: zhSlips,
  statistics: zhStatistics,
  subsidies: zhSubsidies,
  templates: zhTemplates,
  today: zhToday,
  townHalls: zhTownHalls,
  triage: zhTriage,
  ui: zhUi,
  verify: zhVerify,
  violations: zhViolations,
  vocabulary: zhVocabulary,
};

const en: typeof zh = {
  account: enAccount,
  admin: enAdmin,
  agreements: enAgreements,
  approvals: enApprovals,
  audit: enAudit,
  availability: enAvailability,
  board: enBoard,
  calendar: enCalendar,
  calls: enCalls,
  clues: enClues,
  committee: enCommittee,
  consents: enConsents,
  consultations: enConsultations,
  convene: enConvene,
  deposits: enDeposits,
  desk: enDesk,
  disputes: enDisputes,
  dossier: enDossier,
  elections: enElections,
  endings: enEndings,
  frame: enFrame,
  gate: enGate,
  guest: enGuest,
  invitations: enInvitations,
  messages: enMessages,
  notifications: enNotifications,
  numbers: enNumbers,
  opinions: enOpinions,
  panel: enPanel,
  performance: enPerformance,
  points: enPoints,
  problems: enProblems,
  record: enRecord,
  register: enRegister,
  restricted: enRestricted,
  sessions: enSessions,
  settings: enSettings,
  sheets: enSheets,
  signIn: enSignIn,
  slips: enSlips,
  statistics: enStatistics,
  subsidies: enSubsidies,
  templates: enTemplates,
  today: enToday,
  townHalls: enTownHalls,
  triage: enTriage,
  ui: enUi,
  verify: enVerify,
  violations: enViolations,
  vocabulary: enVocabulary,
};

export type Messages = typeof zh;

export const catalogues: Record<Locale, Messages> = { "zh-CN": zh, en };
