import { readDeposit } from "@/server/deposits/reads/read-deposit";
import { drawnPaper } from "../../../drawn-paper";

/** The list with which dossiers went to an archive, for the head of the committee. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ depositId: string; format: string }> },
): Promise<Response> {
  const { depositId, format } = await params;
  return drawnPaper(request, { id: depositId, format }, { action: "deposit.read", read: readDeposit });
}
