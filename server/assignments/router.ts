import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { answerAssignment } from "./answer-assignment";
import { giveAssignment } from "./give-assignment";
import { answerAssignmentInput, assignmentsQuery, giveAssignmentInput, settleAssignmentInput } from "./inputs";
import { assignmentsOf, ownAssignments } from "./reads/assignments";
import { settleAssignment } from "./settle-assignment";

export const assignmentsRouter = router({
  ofDispute: question("assignment.read", assignmentsQuery, assignmentsOf),
  own: question("assignment.listOwn", nothing, ownAssignments),
  give: command("assignment.give", giveAssignmentInput, giveAssignment),
  answer: command("assignment.answer", answerAssignmentInput, answerAssignment),
  settle: command("assignment.settle", settleAssignmentInput, settleAssignment),
});
