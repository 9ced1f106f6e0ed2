import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { actIn } from "./act-in";
import { beginBinding } from "./begin-binding";
import { beginFactor } from "./begin-factor";
import { changePassword } from "./change-password";
import { confirmFactor } from "./confirm-factor";
import { dropOwnFactor } from "./drop-own-factor";
import { endBinding } from "./end-binding";
import { endSignIn } from "./end-sign-in";
import {
  actInInput,
  beginFactorInput,
  changePasswordInput,
  confirmFactorInput,
  endSignInInput,
  requireFactorInput,
  setLocaleInput,
} from "./inputs";
import { factorRules } from "./reads/factor-rules";
import { me, ownBinding, ownFactor, ownSignIns } from "./reads/own-account";
import { ownRoles } from "./reads/own-roles";
import { requireFactor } from "./require-factor";
import { setLocale } from "./set-locale";

export const accountRouter = router({
  me: question("account.read", nothing, me),
  signIns: question("account.read", nothing, ownSignIns),
  roles: question("account.read", nothing, ownRoles),
  actIn: command("account.actIn", actInInput, actIn),
  endSignIn: command("account.endSignIn", endSignInInput, endSignIn),
  factor: question("account.read", nothing, ownFactor),
  beginFactor: command("account.addFactor", beginFactorInput, beginFactor),
  confirmFactor: command("account.addFactor", confirmFactorInput, confirmFactor),
  dropFactor: command("account.dropFactor", beginFactorInput, dropOwnFactor),
  factorRules: question("admin.read", nothing, factorRules),
  requireFactor: command("account.requireFactor", requireFactorInput, requireFactor),
  binding: question("account.read", nothing, ownBinding),
  beginBinding: command("account.bind", beginFactorInput, beginBinding),
  endBinding: command("account.bind", nothing, endBinding),
  changePassword: command("account.changePassword", changePasswordInput, changePassword),
  setLocale: command("account.setLocale", setLocaleInput, setLocale),
});
