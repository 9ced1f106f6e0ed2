import * as z from "zod";
import { command, question, router } from "../trpc/init";
import { changePassword } from "./change-password";
import { changePasswordInput, setLocaleInput } from "./inputs";
import { me } from "./queries";
import { setLocale } from "./set-locale";

export const accountRouter = router({
  me: question("account.read", z.void(), me),
  changePassword: command("account.changePassword", changePasswordInput, changePassword),
  setLocale: command("account.setLocale", setLocaleInput, setLocale),
});
