import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { amendPerson } from "./amend-person";
import { createAccount } from "./create-account";
import { createPerson } from "./create-person";
import { disableAccount } from "./disable-account";
import { disablePerson } from "./disable-person";
import { enableAccount } from "./enable-account";
import { enablePerson } from "./enable-person";
import { endRole } from "./end-role";
import { giveRole } from "./give-role";
import * as inputs from "./inputs";
import { adminPeople, adminPerson, directory, expertChoices } from "./queries";
import { resetFactor } from "./reset-factor";
import { resetPassword } from "./reset-password";

export const peopleRouter = router({
  list: question("admin.read", inputs.peopleFilter, adminPeople),
  byId: question("admin.read", inputs.personIdInput, adminPerson),
  expertChoices: question("admin.read", nothing, expertChoices),
  directory: question("people.directory", inputs.directoryFilter, directory),
  create: command("person.change", inputs.createPersonInput, createPerson),
  amend: command("person.change", inputs.amendPersonInput, amendPerson),
  disable: command("person.change", inputs.disablePersonInput, disablePerson),
  enable: command("person.change", inputs.personIdInput, enablePerson),
  giveRole: command("person.giveRole", inputs.giveRoleInput, giveRole),
  endRole: command("person.endRole", inputs.endRoleInput, endRole),
  createAccount: command("account.change", inputs.createAccountInput, createAccount),
  resetPassword: command("account.change", inputs.personIdInput, resetPassword),
  resetFactor: command("account.change", inputs.disablePersonInput, resetFactor),
  disableAccount: command("account.change", inputs.disablePersonInput, disableAccount),
  enableAccount: command("account.change", inputs.personIdInput, enableAccount),
});
