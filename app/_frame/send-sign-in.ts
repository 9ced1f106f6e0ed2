import { endOwnTab } from "./own-tab";

/** Why a try to sign in was refused; `delayed` says how many seconds to wait. */
export type SignInRefusal =
  | { code: "wrong" | "unreachable" | "crowded" | "codeNeeded" | "codeWrong" }
  | { code: "delayed"; seconds: number };

/** Whether the page has to show the field for a one-time code. */
export const wantsCode = (refusal: SignInRefusal | null): boolean =>
  refusal?.code === "codeNeeded" || refusal?.code === "codeWrong";

/** Gives null when signed in, else the reason. */
export async function sendSignIn(name: string, password: string, oneTime = ""): Promise<SignInRefusal | null> {
  const answer = await post("callback/credentials", { name, password, code: oneTime }).catch(() => null);
  const error = answer ? new URL(answer.url, window.location.href).searchParams.get("error") : null;
  return answer?.isOk && !error ? null : refusalOf(error);
}

/** Goes to the single sign-on provider, which sends the browser back signed in, or bound when that was begun. */
export async function signInByProvider(): Promise<void> {
  window.location.assign((await post("signin/oidc", { callbackUrl: "/" })).url);
}

/** Ends the sign-in and goes to the page of signing in. */
export async function sendSignOut(): Promise<void> {
  endOwnTab();
  window.location.assign((await post("signout", { callbackUrl: "/sign-in" })).url);
}

/**
 * Posts a form to next-auth as its own client does, which every page would have to carry: first its secret against forged
 * requests, then the form with it. `url` is where it sends the browser; a refusal is in its query.
 */
async function post(endpoint: string, fields: Record<string, string>): Promise<{ isOk: boolean; url: string }> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await fetch(`/api/auth/${endpoint}`, {
    method: "POST",
    body: new URLSearchParams({ callbackUrl: window.location.href, ...fields, csrfToken, json: "true" }),
  });
  const { url } = (await answer.json()) as { url: string };
  return { isOk: answer.ok, url };
}

/** next-auth gives "CredentialsSignin" for a wrong pair and passes thrown codes through: "signInDelayed:15". */
function refusalOf(error: string | null): SignInRefusal {
  const [code, seconds] = error?.split(":") ?? [];
  if (code === "signInDelayed") return { code: "delayed", seconds: Number(seconds) };
  if (code === "signInBusy") return { code: "crowded" };
  if (code === "secondFactorNeeded") return { code: "codeNeeded" };
  if (code === "secondFactorWrong") return { code: "codeWrong" };
  return { code: code === "CredentialsSignin" ? "wrong" : "unreachable" };
}
