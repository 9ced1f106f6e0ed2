import { accounts } from "@/db/schema/people";
import { hashPassword } from "../access/passwords";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { CreateAccountInput } from "./inputs";
import { changePerson, lockPerson } from "./parts/change-person";
import { makePassword, type NewPassword } from "./parts/make-password";

/** Gives a person an account with a password for the first sign-in, at which they must choose their own. */
export async function createAccount(ctx: ActContext, input: CreateAccountInput): Promise<NewPassword> {
  let password: string | null = null;
  const made = await changePerson(ctx, "account.change", "createAccount", input, async (tx, countyId) => {
    const { personId, username } = input;
    const person = await lockPerson(tx, countyId, personId);
    if (person.disabledAt) throw conflict("leftOffice");
    password = makePassword();
    await tx
      .insert(accounts)
      .values({ countyId, personId, username, passwordHash: await hashPassword(password), mustChangePassword: true });
    return { result: { personId, username }, payload: { personId, username } };
  });
  return { ...made, password };
}
