import { disputeIdInput } from "../disputes/inputs";
import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { addShifts } from "./add-shifts";
import { answerQuestion } from "./answer-question";
import { askQuestion } from "./ask-question";
import { closeQuestion } from "./close-question";
import {
  addShiftsInput,
  answerQuestionInput,
  askQuestionInput,
  consultationInput,
  dutyQuestionsInput,
  dutyWeekInput,
  linkConsultationInput,
  ownQuestionsInput,
  removeShiftInput,
  stationQuestionsInput,
} from "./inputs";
import { linkConsultation } from "./link-consultation";
import { dutyWeek } from "./reads/duty-week";
import { dutyBadge, dutyQuestions, linkChoices, ofDispute, ownQuestions, stationQuestions } from "./reads/questions";
import { removeShift } from "./remove-shift";

export const consultationsRouter = router({
  own: question("consultation.listOwn", ownQuestionsInput, ownQuestions),
  ofStation: question("consultation.listStation", stationQuestionsInput, stationQuestions),
  onDuty: question("consultation.listDuty", dutyQuestionsInput, dutyQuestions),
  badge: question("consultation.listDuty", nothing, dutyBadge),
  ofDispute: question("consultation.ofDispute", disputeIdInput, ofDispute),
  linkChoices: question("consultation.link", nothing, linkChoices),
  ask: command("consultation.ask", askQuestionInput, askQuestion),
  answer: command("consultation.answer", answerQuestionInput, answerQuestion),
  close: command("consultation.close", consultationInput, closeQuestion),
  link: command("consultation.link", linkConsultationInput, linkConsultation),
  dutyWeek: question("duty.read", dutyWeekInput, dutyWeek),
  addShifts: command("duty.change", addShiftsInput, addShifts),
  removeShift: command("duty.change", removeShiftInput, removeShift),
});
