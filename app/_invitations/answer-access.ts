"use client";
import type { MutationFunction } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import type { Deputy } from "@/server/invitations/reads/deputies";
import type { OwnInvitation } from "@/server/invitations/reads/own";

/** How an answer is sent: signed in, by the invitation's id; as a guest, by the visit their link opened. */
export type AnswerAccess = { invitationId: string } | { visit: string };

export interface Answers {
  accept: { declaresNoTie: boolean; startsAt: string | null };
  decline: { reason: "busy" | "conflict" | "away" | "notMyField" | "other"; note: string };
  propose: { times: { startsAt: string; endsAt: string }[]; note: string };
  delegate: { deputyId: string; note: string };
  disclose: { ties: { name: number; kind: "kin" | "sameEmployer" | "earlierCounsel" | "other"; note: string }[] };
}
interface Results {
  accept: { invitationId: string };
  decline: { invitationId: string };
  propose: { invitationId: string };
  delegate: { invitationId: string; isDeputyAsked: boolean };
  disclose: { invitationId: string };
}

/** What a dialog for one answer needs. */
export interface AnswerDialogProps {
  invitation: Pick<OwnInvitation, "from" | "offers" | "partyNames">;
  access: AnswerAccess;
  onClose: () => void;
}

type Client = ReturnType<typeof useTRPCClient>;
const byLink = (client: Client) => ({
  accept: client.links.accept,
  decline: client.links.decline,
  propose: client.links.propose,
  delegate: client.links.delegate,
  disclose: client.links.disclose,
});
const byAccount = (client: Client) => ({
  accept: client.invitations.accept,
  decline: client.invitations.decline,
  propose: client.invitations.propose,
  delegate: client.invitations.delegate,
  disclose: client.invitations.disclose,
});

/** One kind of answer, by account or by link. */
export function useAnswer<K extends keyof Answers>(
  access: AnswerAccess,
  kind: K,
  { onDone }: { onDone?: (result: Results[K]) => void } = {},
) {
  const client = useTRPCClient();
  const send = ({ key, input }: { key: string; input: Answers[K] }): Promise<Results[K]> => {
    // The five procedures of both kinds take the same inputs; the name chooses one.
    type Send = { mutate: (body: unknown) => Promise<Results[K]> };
    if ("visit" in access) return (byLink(client)[kind] as Send).mutate({ visit: access.visit, key, input });
    const own = { ...input, invitationId: access.invitationId };
    return (byAccount(client)[kind] as Send).mutate({ key, input: own });
  };
  const mutationFn = send as MutationFunction<Results[K], { key: string; input: Answers[K] }>;
  return useAct<Answers[K], Results[K]>({ mutationFn }, { onDone });
}

/** Colleagues they can name as their deputy. */
export function useDeputies(access: AnswerAccess): { list: Deputy[]; isPending: boolean } {
  const trpc = useTRPC();
  const guest = "visit" in access;
  const own = useQuery(
    trpc.invitations.deputies.queryOptions({ invitationId: guest ? "" : access.invitationId }, { enabled: !guest }),
  );
  const visited = useQuery(trpc.links.deputies.queryOptions({ visit: guest ? access.visit : "" }, { enabled: guest }));
  const found = guest ? visited : own;
  return { list: found.data ?? [], isPending: found.isPending };
}
