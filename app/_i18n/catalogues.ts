/**
 * The words of the house, one JSON file per namespace and language.
 *
 * To add a namespace: put `messages/zh-CN/<name>.json` and `messages/en/<name>.json`,
 * add one import line per language below, and name it in both objects. Chinese is the
 * type source: `useTranslations("<name>")` then knows its keys, and a key missing in
 * English fails the type check. `catalogues.test.ts` demands equal keys and placeholders.
 */
import type { Locale } from "@/db/vocabulary";
import enAdmin from "./messages/en/admin.json";
import enAgreements from "./messages/en/agreements.json";
import enBoard from "./messages/en/board.json";
import enCalendar from "./messages/en/calendar.json";
import enCalls from "./messages/en/calls.json";
import enClues from "./messages/en/clues.json";
import enCommittee from "./messages/en/committee.json";
import enConsents from "./messages/en/consents.json";
import enDisputes from "./messages/en/disputes.json";
import enDossier from "./messages/en/dossier.json";
import enEndings from "./messages/en/endings.json";
import enFrame from "./messages/en/frame.json";
import enInvitations from "./messages/en/invitations.json";
import enPerformance from "./messages/en/performance.json";
import enProblems from "./messages/en/problems.json";
import enRegister from "./messages/en/register.json";
import enSessions from "./messages/en/sessions.json";
import enSignIn from "./messages/en/signIn.json";
import enStatistics from "./messages/en/statistics.json";
import enToday from "./messages/en/today.json";
import enTriage from "./messages/en/triage.json";
import enUi from "./messages/en/ui.json";
import enVocabulary from "./messages/en/vocabulary.json";
import zhAdmin from "./messages/zh-CN/admin.json";
import zhAgreements from "./messages/zh-CN/agreements.json";
import zhBoard from "./messages/zh-CN/board.json";
import zhCalendar from "./messages/zh-CN/calendar.json";
import zhCalls from "./messages/zh-CN/calls.json";
import zhClues from "./messages/zh-CN/clues.json";
import zhCommittee from "./messages/zh-CN/committee.json";
import zhConsents from "./messages/zh-CN/consents.json";
import zhDisputes from "./messages/zh-CN/disputes.json";
import zhDossier from "./messages/zh-CN/dossier.json";
import zhEndings from "./messages/zh-CN/endings.json";
import zhFrame from "./messages/zh-CN/frame.json";
import zhInvitations from "./messages/zh-CN/invitations.json";
import zhPerformance from "./messages/zh-CN/performance.json";
import zhProblems from "./messages/zh-CN/problems.json";
import zhRegister from "./messages/zh-CN/register.json";
import zhSessions from "./messages/zh-CN/sessions.json";
import zhSignIn from "./messages/zh-CN/signIn.json";
import zhStatistics from "./messages/zh-CN/statistics.json";
import zhToday from "./messages/zh-CN/today.json";
import zhTriage from "./messages/zh-CN/triage.json";
import zhUi from "./messages/zh-CN/ui.json";
import zhVocabulary from "./messages/zh-CN/vocabulary.json";

const zh = {
  admin: zhAdmin,
  frame: zhFrame,
  clues: zhClues,
  calls: zhCalls,
  statistics: zhStatistics,
  endings: zhEndings,
  committee: zhCommittee,
  dossier: zhDossier,
  performance: zhPerformance,
  agreements: zhAgreements,
  ui: zhUi,
  vocabulary: zhVocabulary,
  signIn: zhSignIn,
  sessions: zhSessions,
  calendar: zhCalendar,
  problems: zhProblems,
  disputes: zhDisputes,
  register: zhRegister,
  today: zhToday,
  triage: zhTriage,
  board: zhBoard,
  consents: zhConsents,
  invitations: zhInvitations,
};

const en: typeof zh = {
  admin: enAdmin,
  frame: enFrame,
  clues: enClues,
  calls: enCalls,
  statistics: enStatistics,
  endings: enEndings,
  committee: enCommittee,
  dossier: enDossier,
  performance: enPerformance,
  agreements: enAgreements,
  ui: enUi,
  vocabulary: enVocabulary,
  signIn: enSignIn,
  sessions: enSessions,
  calendar: enCalendar,
  problems: enProblems,
  disputes: enDisputes,
  register: enRegister,
  today: enToday,
  triage: enTriage,
  board: enBoard,
  consents: enConsents,
  invitations: enInvitations,
};

export type Messages = typeof zh;

export const catalogues: Record<Locale, Messages> = { "zh-CN": zh, en };
