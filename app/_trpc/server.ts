import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type OfficesHere, officesHere as readOffices } from "@/server/access/offices-here";
import { currentSignIn, requestTime } from "@/server/access/session";
import type { SignedIn } from "@/server/access/sign-in";
import { singleSignOn } from "@/server/access/single-sign-on";
import { appRouter } from "@/server/api/root";
import type { Actor } from "@/server/kernel/actor";
import { reached } from "@/server/kernel/unreachable";
import { callerFactory } from "@/server/trpc/init";
import { requestContext } from "./context";

/** The one time used for a whole page: by its calls and by its own words. */
export { requestTime };

const createCaller = callerFactory(appRouter);

const pageContext = cache(() => reached(requestContext()));
/** The procedures as plain functions for server components; the same policy runs, no HTTP hop. */
export const api = cache(async () => createCaller(await pageContext()));

/** Posts and places of the frame's reader as they read them: with the English beside them, for whoever reads English. */
export async function asRead<T>(actor: Actor, names: T): Promise<T> {
  const { beside, now, reads } = await pageContext();
  return beside && reads ? beside({ actor, now, reads: reads({ actor, now }, "read", "account.read") }, names) : names;
}

/** The name of the single sign-on provider of this installation, or null. */
export const providerName = (): string | null => singleSignOn()?.name ?? null;

/** Whose system this is, for the page to sign in; null where it cannot be read: they learn so when they sign in. */
export const officesHere = (): Promise<OfficesHere | null> => readOffices().catch(() => null);
export type { OfficesHere };

/** The signed-in person, or a redirect to the sign-in page. */
export async function currentPerson(): Promise<SignedIn> {
  const who = await reached(currentSignIn());
  if (!who) redirect("/sign-in");
  return who;
}

/** The signed-in person, or a redirect to the sign-in page or to what they must do first. */
export async function requireSignIn(): Promise<SignedIn> {
  const who = await currentPerson();
  if (who.mustChangePassword) redirect("/change-password");
  if (who.mustAddFactor) redirect("/second-factor");
  return who;
}

/** What a page was asked for is absent, forbidden, or an invalid address: no valid id, no valid day. */
const nowhere: readonly TRPCError["code"][] = ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"];

/** For pages: what cannot be found shows the "not found" page, an ended sign-in the sign-in page. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "UNAUTHORIZED") redirect("/sign-in");
    if (error instanceof TRPCError && nowhere.includes(error.code)) notFound();
    throw error;
  }
}

/** For parts of a page that not every reader has: forbidden gives null, and the page is shown without it. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}
