import * as z from "zod";
import { command, question, router } from "../trpc/init";
import { changePassword } from "./change-password";
import { endSignIn } from "./end-sign-in";
import { changePasswordInput, endSignInInput, setLocaleInput } from "./inputs";
import { me, ownSignIns } from "./queries";
import { setLocale } from "./set-locale";

export const accountRouter = router({
  me: question("account.read", z.void(), me),
  signIns: question("account.read", z.void(), ownSignIns),
  endSignIn: command("account.endSignIn", endSignInInput, endSignIn),
  changePassword: command("account.changePassword", changePasswordInput, changePassword),
  setLocale: command("account.setLocale", setLocaleInput, setLocale),
});
