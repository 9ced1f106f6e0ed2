// Written by `npm run docs` from server/<module>/inputs.ts: the most characters that an input takes in each of its texts.
// Import what a form needs, as `<input>Limits` without "Input", and run it. So no form repeats a number of the server,
// and no page carries the schemas.

export const acceptTransferLimits = { note: 400 } as const;
export const activateGroupLimits = {
  title: 60,
  place: 120,
  facts: 4000,
  requests: 1000,
  neutralSummary: 200,
  riskReason: 200,
  reason: 200,
  overrideReason: 200,
  leadUnit: 60,
} as const;
export const addCalendarLimits = { address: 2000, label: 60 } as const;
export const addHeirLimits = { name: 60, phone: 30, reason: 200 } as const;
export const addPartyLimits = { reason: 200 } as const;
export const amendPartyLimits = {
  name: 60,
  reason: 200,
  phone: 30,
  idNumber: 24,
  address: 120,
  employer: 60,
  ownWagesReason: 200,
  ethnicity: 20,
  occupation: 60,
  creditCode: 18,
  legalRepresentative: 60,
} as const;
export const answerAssignmentLimits = { note: 400 } as const;
export const answerGateLimits = { answersReason: 200 } as const;
export const answerHeirLimits = { reason: 200 } as const;
export const answerInstructionLimits = { answer: 1000 } as const;
export const answerQuestionLimits = { answer: 4000 } as const;
export const applyConfirmationLimits = { court: 60 } as const;
export const applySettlementLimits = { agreed: 2000, proof: 400 } as const;
export const askQuestionLimits = { question: 2000 } as const;
export const assessRiskLimits = { reason: 200 } as const;
export const auditTrailLimits = { name: 40 } as const;
export const cancelSessionLimits = { reason: 200 } as const;
export const changeCardLimits = { text: 2000 } as const;
export const changeNeedsLimits = { reason: 200 } as const;
export const closeMeetingLimits = { summary: 2000 } as const;
export const closeProceedingLimits = { note: 400 } as const;
export const confirmFactorLimits = { code: 20 } as const;
export const conveneLimits = { despite: 200, videoUrl: 500 } as const;
export const correctDisputeLimits = { reason: 200 } as const;
export const correctPerformanceLimits = { reason: 200 } as const;
export const correctRecordLimits = { text: 8000, facts: 4000, outcome: 2000, reason: 200 } as const;
export const createAccountLimits = { username: 32 } as const;
export const createCommitteeLimits = { name: 60, nameEn: 80, dossierWord: 8 } as const;
export const createForceLimits = { nameZh: 24, nameEn: 48, shortZh: 8, shortEn: 16 } as const;
export const createPersonLimits = { name: 60, phone: 30, post: 60, postEn: 80, employer: 60, area: 60 } as const;
export const createPointLimits = { name: 60, nameEn: 80, address: 120, phone: 30 } as const;
export const createRoomLimits = { name: 60, nameEn: 80 } as const;
export const createStationLimits = { name: 60, nameEn: 80, code: 4 } as const;
export const decideLeadRequestLimits = { reason: 400 } as const;
export const decideSettlementLimits = { reason: 400 } as const;
export const declineAnswerLimits = { note: 200 } as const;
export const declineClueLimits = { answer: 200 } as const;
export const declineTransferLimits = { reason: 400 } as const;
export const deputyAnswerLimits = { note: 200 } as const;
export const describeCaseLimits = {
  organ: 80,
  place: 120,
  cause: 500,
  course: 2000,
  circumstances: 1000,
  result: 1000,
  performanceWay: 300,
  others: 400,
} as const;
export const describeFileLimits = { provider: 40, place: 60 } as const;
export const directoryFilterLimits = { q: 40 } as const;
export const disablePlaceLimits = { reason: 200 } as const;
export const disclosedTieLimits = { note: 200 } as const;
export const draftAgreementLimits = { facts: 4000 } as const;
export const endElectionLimits = { reason: 200 } as const;
export const endPartyLinkLimits = { reason: 200 } as const;
export const endProceedingLimits = { reason: 400 } as const;
export const extendClockLimits = { reason: 200 } as const;
export const findViolationLimits = { basis: 1000 } as const;
export const giveAssignmentLimits = { what: 200, organisation: 60 } as const;
export const giveInstructionLimits = { wish: 400 } as const;
export const giveRoleLimits = { reason: 200 } as const;
export const importMembersLimits = { reason: 200 } as const;
export const interpreterThereLimits = { language: 40 } as const;
export const keptClauseLimits = { text: 500, proofNote: 200 } as const;
export const linkDisputesLimits = { reason: 200 } as const;
export const markAbsenceLimits = { note: 200 } as const;
export const mergeDisputesLimits = { reason: 400 } as const;
export const mergeOfficeLimits = { reason: 200 } as const;
export const mergePlaceLimits = { reason: 200 } as const;
export const moveSessionLimits = { despite: 200 } as const;
export const nameInterpreterLimits = { language: 40, despite: 200 } as const;
export const needInterpreterLimits = { language: 40 } as const;
export const obligationLimits = { text: 500, way: 40, place: 60, condition: 100, consequence: 140 } as const;
export const offerTransferLimits = { reason: 400 } as const;
export const openPollLimits = { question: 200 } as const;
export const otherByNumberLimits = { number: 24 } as const;
export const outsiderLimits = { name: 60, phone: 30, tie: 100 } as const;
export const partyLimits = {
  name: 60,
  phone: 30,
  idNumber: 24,
  address: 120,
  employer: 60,
  ownWagesReason: 200,
  ethnicity: 20,
  occupation: 60,
  creditCode: 18,
  legalRepresentative: 60,
} as const;
export const partyLinkLimits = { name: 60, phone: 30, note: 200 } as const;
export const partyTimeLimits = { reason: 120 } as const;
export const pauseClockLimits = { reason: 200 } as const;
export const peopleFilterLimits = { q: 40 } as const;
export const planTownHallLimits = { title: 80 } as const;
export const proposeAnswerLimits = { note: 200 } as const;
export const reachAttemptLimits = { note: 100 } as const;
export const reasonedLimits = { reason: 200 } as const;
export const recordAnswerLimits = { saidBy: 60, note: 200 } as const;
export const recordBreachLimits = { note: 400 } as const;
export const recordCallLimits = { number: 40, callerName: 60, phone: 30, place: 120, summary: 2000 } as const;
export const recordConfirmationLimits = { note: 200 } as const;
export const recordElectionLimits = { paper: 200 } as const;
export const recordGateStepLimits = { note: 400 } as const;
export const recordHeldLimits = { place: 120, othersPresent: 200, text: 8000, facts: 4000, outcome: 2000 } as const;
export const recordLeadRequestLimits = { reason: 400 } as const;
export const recordPartyExitLimits = { reason: 200 } as const;
export const recordPerformanceLimits = { proofNote: 200 } as const;
export const recordRefusalLimits = { reason: 200 } as const;
export const recordSessionLimits = { text: 8000, facts: 4000, outcome: 2000 } as const;
export const recordTellingLimits = { toldTo: 60, note: 200 } as const;
export const recordTieLimits = { note: 200 } as const;
export const recordTransferAnswerLimits = { source: 60, reason: 400 } as const;
export const recordTransferResultLimits = { result: 400 } as const;
export const recordVisitLimits = { escalationSigns: 400, courtAction: 400, measures: 1000, note: 1000 } as const;
export const registerDisputeLimits = {
  title: 60,
  place: 120,
  facts: 4000,
  requests: 1000,
  neutralSummary: 200,
  riskReason: 200,
  referredBy: 60,
  referralNumber: 60,
} as const;
export const renegotiateLimits = { reason: 400 } as const;
export const reopenDisputeLimits = { reason: 200 } as const;
export const reportClueLimits = { place: 120, text: 2000 } as const;
export const reportHarmLimits = { text: 2000, reason: 500 } as const;
export const restrictDisputeLimits = { reason: 200 } as const;
export const resumeClockLimits = { reason: 200 } as const;
export const reviewWindowLimits = { note: 400 } as const;
export const sendAccessRequestLimits = { reason: 200 } as const;
export const setAgendaLimits = { agenda: 2000 } as const;
export const setDaysLimits = { notice: 200 } as const;
export const setLeadLimits = { leadUnit: 60, reason: 200 } as const;
export const setNumberPatternLimits = { pattern: 60 } as const;
export const setNumberStartLimits = { proof: 200 } as const;
export const setPanelRuleLimits = { forceCode: 32, area: 40, reason: 200 } as const;
export const setRuleLimits = { source: 120 } as const;
export const setSummaryLimits = { neutralSummary: 200 } as const;
export const setVideoLinkLimits = { url: 500 } as const;
export const settleAssignmentLimits = { remark: 200 } as const;
export const settleClueLimits = { note: 200 } as const;
export const settleOnSpotLimits = { place: 120, facts: 4000, recording: 120, others: 200 } as const;
export const signOpinionLimits = { text: 4000 } as const;
export const splitPartyLimits = { name: 60, otherName: 60, otherPhone: 30, reason: 200 } as const;
export const summonGuardianLimits = { exceptionReason: 200 } as const;
export const takeClueStepLimits = { note: 500 } as const;
export const templateClauseLimits = { condition: 100, text: 250, consequence: 140 } as const;
export const transferOutsideLimits = { body: 60 } as const;
export const triageDisputeLimits = { answersReason: 200, overrideReason: 200, leadUnit: 60 } as const;
export const undoMergeLimits = { reason: 400 } as const;
export const unlinkDisputesLimits = { reason: 200 } as const;
export const urgePerformanceLimits = { note: 200 } as const;
export const voidNumberLimits = { number: 80, reason: 200 } as const;
export const waivePerformanceLimits = { proofNote: 200 } as const;
export const waiveTieLimits = { reason: 200 } as const;
export const withdrawAgreementLimits = { reason: 200 } as const;
export const withdrawPartyExitLimits = { reason: 200 } as const;
export const withdrawTemplateLimits = { reason: 200 } as const;
export const writeCardLimits = { text: 2000 } as const;
export const writeNoteLimits = { text: 4000 } as const;
