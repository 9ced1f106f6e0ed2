"use client";
import type { MutationFunction } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import type { Deputy } from "@/server/invitations/reads/deputies";
import type { OwnInvitation } from "@/server/invitations/reads/own";

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
  invitationId: string;
  /** Of somebody who was asked to interpret, instead. */
  askingId?: string;
  onClose: () => void;
}

type Client = ReturnType<typeof useTRPCClient>;
const byAccount = (client: Client) => ({
  accept: client.invitations.accept,
  decline: client.invitations.decline,
  propose: client.invitations.propose,
  delegate: client.invitations.delegate,
  disclose: client.invitations.disclose,
});

/** One kind of answer of whoever is signed in. */
export function useAnswer<K extends keyof Answers>(
  invitationId: string,
  kind: K,
  { onDone, askingId }: { onDone?: (result: Results[K]) => void; askingId?: string | undefined } = {},
) {
  const client = useTRPCClient();
  const send = ({ key, input }: { key: string; input: Answers[K] }): Promise<Results[K]> => {
    if (askingId) {
      const answer = { is: kind === "decline" ? "no" : "otherTimes", ...input };
      const { mutate } = client.interpreters.answer as { mutate: (body: unknown) => Promise<unknown> };
      return mutate({ key, input: { askingId, answer } }) as Promise<Results[K]>;
    }
    // Each takes the answer of its own name.
    type Send = { mutate: (body: unknown) => Promise<Results[K]> };
    const own = { ...input, invitationId };
    return (byAccount(client)[kind] as Send).mutate({ key, input: own });
  };
  const mutationFn = send as MutationFunction<Results[K], { key: string; input: Answers[K] }>;
  return useAct<Answers[K], Results[K]>({ mutationFn }, { onDone });
}

/** Colleagues they can name as their deputy. */
export function useDeputies(invitationId: string): { list: Deputy[]; isPending: boolean } {
  const trpc = useTRPC();
  const { data, isPending } = useQuery(trpc.invitations.deputies.queryOptions({ invitationId }));
  return { list: data ?? [], isPending };
}
