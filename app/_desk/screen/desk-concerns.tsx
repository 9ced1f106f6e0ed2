"use client";
import { type ReactNode, useCallback } from "react";
import { TicksContext } from "../attendance/use-attendance";
import { useTicks } from "../attendance/use-ticks";
import { useDeskWriting, WritingContext } from "../composer/use-writing";
import { CardsContext, useDeskCards } from "../cover/use-cards";
import { CoverContext, useCoverHere } from "../cover/use-cover";
import type { DeskState } from "../desk";
import { FilesContext, useDeskFiles } from "../files/use-files";
import { ConnectionContext, useDeskConnection } from "../outbox/use-connection";
import { ServerStateContext, useDeskState } from "../use-desk-state";

interface DeskConcernsProps {
  disputeId: string;
  personId: string;
  initial: DeskState;
  /** Never redrawn itself; its children are redrawn by the contexts they read. */
  children: ReactNode;
}

/** The desk's shared state, a context for each concern: server state, connection, cover, cards, writing, files, ticks. */
export function DeskConcerns({ disputeId, personId, initial, children }: DeskConcernsProps) {
  const { server, patch, readAt, error } = useDeskState(disputeId, initial);
  const { where, look } = server;
  const connection = useDeskConnection({
    personId,
    where,
    secret: initial.draftStoreSecret,
    patch,
    look,
    readAt,
    error,
  });
  const { noteConnection } = connection;
  const fall = useCallback(() => noteConnection(false), [noteConnection]);
  const cover = useCoverHere(disputeId, fall);
  const cards = useDeskCards(server, connection, cover);
  const writing = useDeskWriting(server, connection, cover, cards);
  const files = useDeskFiles(server);
  const ticks = useTicks({ where, isUp: connection.connectionState === "up", look, onAway: fall });
  return (
    <ServerStateContext value={server}>
      <ConnectionContext value={connection}>
        <CoverContext value={cover}>
          <CardsContext value={cards}>
            <WritingContext value={writing}>
              <FilesContext value={files}>
                <TicksContext value={ticks}>{children}</TicksContext>
              </FilesContext>
            </WritingContext>
          </CardsContext>
        </CoverContext>
      </ConnectionContext>
    </ServerStateContext>
  );
}
