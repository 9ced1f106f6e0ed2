import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { answerAsking } from "./answer-asking";
import { askInterpreterAgain } from "./ask-interpreter-again";
import { attendInterpreter } from "./attend-interpreter";
import { endInterpreter } from "./end-interpreter";
import {
  answerAskingInput,
  askInterpreterAgainInput,
  attendInterpreterInput,
  interpreterTarget,
  nameInterpreterInput,
  needInterpreterInput,
  recordAskingAnswerInput,
  signInterpreterInput,
  tellInterpreterInput,
} from "./inputs";
import { nameInterpreter } from "./name-interpreter";
import { ownInterpreting } from "./reads/own-interpreting";
import { recordAskingAnswer } from "./record-asking-answer";
import { recordNeed } from "./record-need";
import { signInterpreter } from "./sign-interpreter";
import { tellInterpreter } from "./tell-interpreter";

export const interpretersRouter = router({
  own: question("session.listOwn", nothing, ownInterpreting),
  name: command("interpreter.name", nameInterpreterInput, nameInterpreter),
  askAgain: command("interpreter.name", askInterpreterAgainInput, askInterpreterAgain),
  answer: command("interpreter.answer", answerAskingInput, answerAsking),
  recordAnswer: command("interpreter.recordAnswer", recordAskingAnswerInput, recordAskingAnswer),
  end: command("interpreter.end", interpreterTarget, endInterpreter),
  tell: command("interpreter.tell", tellInterpreterInput, tellInterpreter),
  attend: command("interpreter.attend", attendInterpreterInput, attendInterpreter),
  sign: command("interpreter.sign", signInterpreterInput, signInterpreter),
  need: command("interpreter.need", needInterpreterInput, recordNeed),
});
