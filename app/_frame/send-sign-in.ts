import { signIn } from "next-auth/react";

/** Why a try to sign in was refused; `delayed` says how many seconds to wait. */
export type SignInRefusal =
  | { code: "wrong" | "unreachable" | "crowded" | "codeNeeded" | "codeWrong" }
  | { code: "delayed"; seconds: number };

/** Whether the page has to show the field for a one-time code. */
export const wantsCode = (refusal: SignInRefusal | null): boolean =>
  refusal?.code === "codeNeeded" || refusal?.code === "codeWrong";

/** Posts to next-auth's credentials; gives null when signed in, else the reason. */
export async function sendSignIn(name: string, password: string, oneTime = ""): Promise<SignInRefusal | null> {
  const answer = await signIn("credentials", { name, password, code: oneTime, redirect: false }).catch(() => null);
  return answer?.ok && !answer.error ? null : refusalOf(answer?.error);
}

/** next-auth gives "CredentialsSignin" for a wrong pair and passes thrown codes through: "signInDelayed:15". */
function refusalOf(error: string | null | undefined): SignInRefusal {
  const [code, seconds] = error?.split(":") ?? [];
  if (code === "signInDelayed") return { code: "delayed", seconds: Number(seconds) };
  if (code === "signInBusy") return { code: "crowded" };
  if (code === "secondFactorNeeded") return { code: "codeNeeded" };
  if (code === "secondFactorWrong") return { code: "codeWrong" };
  return { code: code === "CredentialsSignin" ? "wrong" : "unreachable" };
}

/** Goes to the single sign-on provider, which sends the browser back signed in, or bound when that was begun. */
export async function signInByProvider(): Promise<void> {
  await signIn("oidc", { callbackUrl: "/" });
}
