import "server-only";
import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { api, orNotFound } from "@/app/_trpc/server";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The dispute of this address, fetched once however many parts of the page need it. A sealed matter of the reader's own
 * office that is closed to them leads to the page where they ask to read it.
 */
export const disputeOf = cache(async (disputeId: string) => {
  if (!uuid.test(disputeId)) notFound();
  const trpc = await api();
  return orNotFound(
    trpc.disputes.byId({ disputeId }).catch(async (error: unknown) => {
      const isHidden = error instanceof TRPCError && error.code === "NOT_FOUND";
      if (isHidden && (await trpc.windows.restricted({})).some((one) => one.disputeId === disputeId && one.isClosed))
        redirect(`/disputes/restricted/${disputeId}`);
      throw error;
    }),
  );
});
