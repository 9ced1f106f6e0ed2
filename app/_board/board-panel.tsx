import type { ReactNode } from "react";
import { api, orNotFound, requestTime } from "@/app/_trpc/server";
import { BoardView } from "./board-view";

/**
 * The 1+8+N of a dispute with the panel of the chosen seat beside it. Takes the centre and the right
 * column of the page; `children` follow the board in the centre.
 */
export async function BoardPanel({ disputeId, children }: { disputeId: string; children?: ReactNode }) {
  const trpc = await api();
  const board = await orNotFound(trpc.invitations.board({ disputeId }));
  return (
    <BoardView disputeId={disputeId} board={board} now={requestTime().toISOString()}>
      {children}
    </BoardView>
  );
}
