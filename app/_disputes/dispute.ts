import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { api, orNotFound } from "@/app/_trpc/server";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The dispute of this address, fetched once however many parts of the page need it. */
export const disputeOf = cache(async (disputeId: string) => {
  if (!uuid.test(disputeId)) notFound();
  return orNotFound((await api()).disputes.byId({ disputeId }));
});
