import type { ProceedingStatus } from "@/db/vocabulary";
import { gathering } from "./stages";

/** Acts about who leads, assists and speaks, the same on every track; `running` is every status before the end. */
export const peopleActs = <const Running extends readonly ProceedingStatus[]>(running: Running) =>
  ({
    "assistant.set": { from: running },
    "leadRequest.record": { from: running, law: "人民调解法 19、23；程序规定 20" },
    "leadRequest.decide": { from: running, law: "人民调解法 19；程序规定 19、21" },
    "instruction.give": { from: running },
    "instruction.pass": { from: running },
    "instruction.answer": { from: running },
    "instruction.withdraw": { from: running },
    "party.import": { from: [...gathering, "agreed", "performing"], needs: ["nothingOutForSigning"] },
    "election.record": { from: running },
    "election.end": { from: running },
    "interpreter.name": { from: running },
    "interpreter.end": { from: running },
    "interpreter.answer": { from: running },
    "interpreter.recordAnswer": { from: running },
    "interpreter.expire": { from: running },
    "interpreter.tell": { from: running },
    "interpreter.attend": { from: running },
    "interpreter.sign": { from: ["signing", "performing"] },
    "interpreter.need": { from: running },
  }) as const;

/** Tasks of a coordination. */
export const assignmentActs = <const Running extends readonly ProceedingStatus[]>(running: Running) =>
  ({
    "assignment.give": { from: ["accepted", "convening"] },
    "assignment.answer": { from: running },
    "assignment.settle": { from: running },
  }) as const;

/** Asking people to help: the same acts in every status in which anybody may be asked. */
export const askingActs = <const Running extends readonly ProceedingStatus[]>(running: Running) =>
  ({
    "invitation.send": { from: gathering, to: { accepted: "convening" } },
    "invitation.remind": { from: running },
    "invitation.see": { from: running },
    "invitation.disclose": { from: running },
    "invitation.propose": { from: running },
    "invitation.delegate": { from: running },
    "invitation.substitute": { from: gathering },
    "invitation.escalate": { from: running },
    "invitation.lockLink": { from: running },
    "tie.record": { from: running },
    "tie.remove": { from: running },
    "tie.waive": { from: running },
    /** Their own, by whoever takes part or leads. */
    "tie.disclose": { from: running },
    /** Done by the worker alone, after a tie was found. */
    "tie.recuse": { from: running },
  }) as const;
