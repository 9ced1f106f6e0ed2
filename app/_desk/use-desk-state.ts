"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { concern } from "./concern";
import type { DeskState } from "./desk";

const lookMs = 5_000;

export interface Where {
  disputeId: string;
  sessionId: string;
}

/** The server's state of this session. */
export interface ServerState {
  disputeId: string;
  where: Where;
  state: DeskState;
  /** Reads the state from the server again. */
  look: () => Promise<unknown>;
  may: (action: DeskState["allowed"][number]) => boolean;
  /** Milliseconds to add to this device's clock, since the duration follows the server's clock. */
  offset: number;
}

export const [ServerStateContext, useServerState] = concern<ServerState>("server");

/** The server's state, read again every few seconds, with what the outbox needs of it. */
export function useDeskState(disputeId: string, initial: DeskState) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const where = useMemo(() => ({ disputeId, sessionId: initial.session.id }), [disputeId, initial.session.id]);
  const queryKey = useMemo(() => trpc.desk.state.queryKey(where), [trpc, where]);
  const query = useQuery(
    trpc.desk.state.queryOptions(where, { initialData: initial, refetchInterval: lookMs, staleTime: 0 }),
  );
  const state: DeskState = query.data;

  const look = useCallback(() => queryClient.invalidateQueries({ queryKey }), [queryClient, queryKey]);
  /** Applies what the server has just accepted to the local state, without reading it again. */
  const patch = useCallback(
    (change: (before: DeskState) => DeskState) => {
      void queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (before) => before && change(before));
    },
    [queryClient, queryKey],
  );
  const [offset, setOffset] = useState(0);
  useEffect(() => setOffset(Date.parse(state.serverNow) - Date.now()), [state.serverNow]);
  const may = useCallback((action: DeskState["allowed"][number]) => state.allowed.includes(action), [state.allowed]);

  const server = useMemo<ServerState>(
    () => ({ disputeId, where, state, look, may, offset }),
    [disputeId, where, state, look, may, offset],
  );
  return { server, patch, readAt: query.dataUpdatedAt, error: query.error };
}
