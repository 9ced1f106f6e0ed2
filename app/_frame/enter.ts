import { signIn } from "next-auth/react";

/** Why a try to sign in was refused; `delayed` says how many seconds to wait. */
export type EntryRefusal = { code: "wrong" | "unreachable" | "crowded" } | { code: "delayed"; seconds: number };

/** Posts to next-auth's credentials; gives null when signed in, else the reason. */
export async function enter(name: string, password: string): Promise<EntryRefusal | null> {
  const answer = await signIn("credentials", { name, password, redirect: false }).catch(() => null);
  return answer?.ok && !answer.error ? null : refusalOf(answer?.error);
}

/** next-auth gives "CredentialsSignin" for a wrong pair and passes thrown codes through: "signInDelayed:15". */
function refusalOf(error: string | null | undefined): EntryRefusal {
  const [code, seconds] = error?.split(":") ?? [];
  if (code === "signInDelayed") return { code: "delayed", seconds: Number(seconds) };
  if (code === "signInBusy") return { code: "crowded" };
  return { code: code === "CredentialsSignin" ? "wrong" : "unreachable" };
}
